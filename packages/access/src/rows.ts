import { dutyAllows, grantOf } from "./policy.ts";
import type { Duty, Relation } from "./relations.ts";
import type { DutyRight } from "./rights.ts";
import { changersOf, familyTables, type Opening, peopleAround, professionalRelations, readersOfPlan, type TableRule } from "./tables.ts";

/** A row as the database has it: column names as there. */
export type Row = Readonly<Record<string, unknown>>;

export type Reader = {
	personId: string;
	/** To the family of the row, now; none: an outsider. */
	relations: readonly Relation[];
	duties: readonly Duty[];
	organisationId: string;
};

/** What deciding about a row needs to know of other rows. */
export type RowFacts = {
	/** Consents of the family that stand. */
	standing: ReadonlySet<string>;
	/** Objects shared with the reader by name, with a consent that stands. */
	sharedIds: ReadonlySet<string>;
	/** Evaluations whose talk was held. */
	heldEvaluations: ReadonlySet<string>;
	/** `<evaluation>:<goal>` that the reader scored. */
	scored: ReadonlySet<string>;
	/** Children under 12 of the family over whom the reader has authority. */
	youngChildren: ReadonlySet<string>;
	/** Whether some address of the family is kept from the reader. */
	addressKept: boolean;
	/** Another row of the family, for what follows its readers. */
	rowOf: (table: string, id: string) => Row | undefined;
	rowsOf: (table: string) => readonly Row[];
	now: Date;
};

/** Whether somebody may read a row of family data: the policy, spelled out for rows. */
export function mayReadRow(table: string, row: Row, reader: Reader, facts: RowFacts): boolean {
	return openingsFor(table, row, reader, facts).length > 0;
}

/** Whether somebody may change a row as it stands: may read it (not only because it was shared), and holds a right that changes it. */
export function mayChangeRow(table: string, row: Row, reader: Reader, facts: RowFacts): boolean {
	// The last one who wrote a score or an answer stands beside it.
	if (scores.includes(table) && (!inOnesOwnName(row, reader) || (row.written_by ?? row.person_id) !== reader.personId)) return false;
	const { ownName } = ruleOf(table);
	if (ownName === "or-parent" && !reader.relations.includes("coordinator")) {
		const wroteDown = row.written_by === reader.personId && ofYoungChild(row, reader, facts);
		if (row.person_id !== reader.personId && !wroteDown) return false;
	}
	return mayWrite(table, row, reader, facts);
}

/** Whether somebody may add a row like this one. */
export function mayAddRow(table: string, row: Row, reader: Reader, facts: RowFacts): boolean {
	const { addedBy, ownName, opens } = ruleOf(table);
	if (addedBy && (row[addedBy] ?? row.person_id) !== reader.personId) return false;
	// Nobody answers in the name of somebody else; whoever records it says so.
	if (ownName && !inOnesOwnName(row, reader) && !(ownName === "or-parent" && ofYoungChild(row, reader, facts))) return false;
	// Outside the plan one says how help goes that was shared; whatever else one reads.
	if (table === "progress_note" && !readsPlan(reader) && !facts.sharedIds.has(row.help_id as string)) return false;
	// What a text says is not needed to stand beside it.
	return opens.includes("text") ? holdsRight(table, reader) && readsPlan(reader) : mayWrite(table, row, reader, facts);
}

/** An answer is given by whoever writes it, or recorded by the coordinator. */
const inOnesOwnName = ({ person_id, recorded }: Row, { personId, relations }: Reader) =>
	person_id === personId || (recorded === true && relations.includes("coordinator"));

/** Written down for a child by whoever speaks for it. */
const ofYoungChild = ({ person_id, recorded }: Row, { relations }: Reader, { youngChildren }: RowFacts) =>
	recorded === true && relations.includes("parent_with_authority") && youngChildren.has(person_id as string);

function mayWrite(table: string, row: Row, reader: Reader, facts: RowFacts): boolean {
	if (!holdsRight(table, reader)) return false;
	// Handling a request reads the notes of others, and changes none.
	if (table === "work_note" && row.author_id !== reader.personId && row.stand_in_id !== reader.personId) return false;
	return openingsFor(table, row, reader, facts).some((opening) => opening !== "shared");
}
const holdsRight = (table: string, reader: Reader) =>
	!byEmergency(reader) && reader.relations.some((relation) => changersOf(table).includes(relation));
/** Whoever broke the glass acts by that alone for its hour, and changes nothing; unless a task of their own opens the whole plan. */
const byEmergency = ({ relations }: Reader) =>
	relations.includes("emergency") && !(["coordinator", "scientist", "privacy_officer"] as const).some((task) => relations.includes(task));

/** What was done with these stands in the log, but not for the family. */
const staysWithProfessionals = ["work_note", "safety_list", "emergency", "emergency_search"];
const followed = ["view", "comment"];
const scores = ["evaluation_score", "cooperation_answer"];

function ruleOf(table: string): TableRule {
	const rule = familyTables[table];
	if (!rule) throw new Error(`Say in familyTables what opens ${table}.`);
	return rule;
}

function openingsFor(table: string, row: Row, reader: Reader, facts: RowFacts): Opening[] {
	const { opens, closedInEmergency } = ruleOf(table);
	const closed = closedInEmergency || ("audience" in row && ["staff", "named", "family"].includes(row.audience as string));
	if (closed && byEmergency(reader)) return [];
	return opens.filter((opening) => opensTo(opening, row, reader, facts));
}

const isProfessional = ({ relations }: Reader) => relations.some((relation) => professionalRelations.includes(relation));
const readsPlan = ({ relations }: Reader) => relations.some((relation) => readersOfPlan().includes(relation));
const isAround = ({ relations }: Reader) => relations.some((relation) => peopleAround().includes(relation));
const has = (reader: Reader, right: Parameters<typeof grantOf>[0]) => grantOf(right, reader.relations) !== undefined;

function opensTo(opening: Opening, row: Row, reader: Reader, facts: RowFacts): boolean {
	if (opening === "own:person_id" && "until_at" in row) return row.person_id === reader.personId;
	if (opening.startsWith("duty:"))
		return row.organisation_id === reader.organisationId && dutyAllows(opening.slice(5) as DutyRight, reader.duties);
	if (reader.relations.length === 0) return false;
	if (opening.startsWith("own:")) return row[opening.slice(4)] === reader.personId;
	switch (opening) {
		case "everyone":
			return true;
		case "plan":
			return readsPlan(reader);
		case "circle":
			return readsPlan(reader) || reader.relations.includes("professional");
		case "figures":
			return reader.relations.every((relation) => relation === "team_lead");
		case "coordinator's":
			return row.relation === "coordinator";
		case "shared":
			return !readsPlan(reader) && isAround(reader) && facts.sharedIds.has(row.id as string);
		case "audience":
			return readsAudience(row.audience as string, row, reader, facts);
		case "safety":
			return has(reader, "safety.read") || has(reader, "request.export");
		case "handled":
			return has(reader, "request.handle");
		case "compared":
			return readsPlan(reader) && (sees(row, reader, facts) || facts.scored.has(`${row.evaluation_id}:${row.goal_id}`));
		case "held":
			return readsPlan(reader) && sees(row, reader, facts);
		case "emergency":
			return readsPlan(reader) && (isProfessional(reader) || new Date(row.family_sees_at as string) <= facts.now);
		case "own_offer":
			return !readsPlan(reader) && isAround(reader) && row.person_id === reader.personId && facts.sharedIds.has(row.ask_id as string);
		case "own_draft":
			return readsPlan(reader) && row.person_id === reader.personId;
		case "shield":
			return isAround(reader) && row.from_person_id !== reader.personId && keepsShield(row, reader);
		case "work_note":
			return (
				readsPlan(reader) &&
				isProfessional(reader) &&
				(row.author_id === reader.personId || row.stand_in_id === reader.personId || has(reader, "request.export"))
			);
		case "text": {
			const beside = row.object as string;
			if (!readsPlan(reader) || !followed.includes(beside)) return readsPlan(reader);
			const text = facts.rowOf(beside, row.object_id as string);
			return text !== undefined && mayReadRow(beside, text, reader, facts);
		}
		case "log":
			return readsPlan(reader) && (isProfessional(reader) || familyMayKnow(row, facts));
		case "former":
			return readsFormer(row, reader, facts);
		default:
			throw new Error(`Nothing says what ${opening} means.`);
	}
}

/** A worry about safety once it is no longer shielded; what was read in an emergency once the family is told of it. */
function familyMayKnow({ object, object_id, ground, person_id, at }: Row, { rowsOf, rowOf, now }: RowFacts): boolean {
	if (staysWithProfessionals.includes(object as string)) return false;
	if (object === "safety_track") return rowOf("safety_track", object_id as string)?.shielded === false;
	const moment = (value: unknown) => new Date(value as string).getTime();
	return (
		ground !== "emergency" ||
		!rowsOf("emergency_access").some(
			(access) =>
				access.person_id === person_id &&
				moment(at) >= moment(access.created_at) &&
				moment(at) <= moment(access.until_at) &&
				moment(access.family_sees_at) > now.getTime(),
		)
	);
}

const sees = (row: Row, reader: Reader, facts: RowFacts) =>
	isProfessional(reader) || row.person_id === reader.personId || facts.heldEvaluations.has(row.evaluation_id as string);
const keepsShield = (row: Row, reader: Reader) =>
	(isProfessional(reader) && readsPlan(reader)) || row.person_id === reader.personId || row.recorded_by === reader.personId;

/** Who reads a text of this audience. Outside the plan, only as long as a consent that opened it stands. */
function readsAudience(audience: string, row: Row, reader: Reader, facts: RowFacts): boolean {
	const opened = readsPlan(reader) || (isAround(reader) && (row.consent_id === null || facts.standing.has(row.consent_id as string)));
	switch (audience) {
		case "family":
			return readsPlan(reader) && !isProfessional(reader);
		case "staff":
			return readsPlan(reader) && isProfessional(reader);
		case "named":
			return opened && (row.written_by === reader.personId || (row.readers as string[]).includes(reader.personId));
		case "circle":
			return opened;
		default:
			return readsPlan(reader);
	}
}

/** A former text has the readers the text had. */
function readsFormer(row: Row, reader: Reader, facts: RowFacts): boolean {
	if (!readsPlan(reader)) return false;
	const was = row.row as Row;
	const object = row.object as string;
	if (object === "safety_track") return opensTo("safety", was, reader, facts);
	if (object === "household") return isProfessional(reader) && !facts.addressKept;
	if (scores.includes(object)) return isProfessional(reader) || was.person_id === reader.personId;
	return "audience" in was ? readsAudience(was.audience as string, was, reader, facts) : true;
}
