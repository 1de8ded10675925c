import type { WorkNote } from "@samenplan/contract/work-notes";
import { fullName } from "@samenplan/language/names";
import { workNoteDays } from "@samenplan/plan-rules/work-note-days";
import type { WorkNote as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayOfColumn } from "../http/days.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";

/** The day that lies a number of days after today. */
export function dayFromToday(tx: Pick<ActorTx, "today">, days: number): string {
	return new Date(Date.parse(`${tx.today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What must hold of a note: gone within a year, and a reason when it would be withheld from who asks for it. */
export async function assertNote(
	tx: ActorTx,
	body: {
		release: WorkNote["release"];
		withheldBecause: string;
		removeOn?: string | undefined;
		standInId: string | null;
		aboutPersonId: string | null;
	},
): Promise<void> {
	if (body.release === "withheld" && body.withheldBecause.length < 10)
		throw new HttpProblem("invalid-input", {
			errors: [{ path: "withheldBecause", code: body.withheldBecause === "" ? "required" : "too-short", limit: 10 }],
		});
	if (body.removeOn !== undefined)
		assertDay(body.removeOn, "removeOn", { from: dayFromToday(tx, 1), until: dayFromToday(tx, workNoteDays.atMost) });
	if (body.aboutPersonId !== null)
		await assertInvolved(tx, [{ personId: body.aboutPersonId, path: "aboutPersonId", as: ["parent", "child"] }]);
	if (body.standInId !== null && !(await standIns(tx)).some(({ id }) => id === body.standInId))
		throw new HttpProblem("invalid-input", { errors: [{ path: "standInId", code: "unknown-person" }] });
}

/** Colleagues of the organisation who coordinate or review; each reads the note only once they work with this family. */
export async function standIns(tx: ActorTx): Promise<{ id: string; name: string }[]> {
	const colleagues = await tx.sql<{ id: string; given_name: string; family_name: string }>({
		name: "work_note_stand_ins",
		text: `select p.id, p.given_name, p.family_name from account a join person p on p.id = a.person_id
			where a.organisation_id = app.organisation() and a.state = 'active' and a.duties && array['coordinator', 'scientist']::staff_duty[]
				and p.id <> app.person() order by p.given_name, p.family_name, p.id limit 500`,
	});
	return colleagues.map(({ id, given_name, family_name }) => ({ id, name: fullName({ givenName: given_name, familyName: family_name }) }));
}

/**
 * A note that may still be changed or removed by whoever asks (row-level security shows no other), as the author or the stand-in.
 * While somebody asked to inspect the file, or it must be kept, a note stays as it is.
 */
export async function ownNote(tx: ActorTx, id: string): Promise<Row> {
	const note = found(await tx.db.workNote.findFirst({ where: { id, familyId: tx.familyId } }));
	if (note.movedTo !== null) throw moveNotPossible([], ["note-was-moved"]);
	const [row] = await tx.sql<{ stays: boolean }>({ text: "select app.file_must_stay($1) as stays", values: [tx.familyId] });
	if (row?.stays === true) throw moveNotPossible([], ["file-is-asked-for"]);
	return note;
}

/** Notes as they leave the API, with the names of author and stand-in. */
export async function presentNotes(tx: ActorTx, rows: readonly Row[]): Promise<WorkNote[]> {
	const ids = rows.flatMap(({ authorId, standInId, aboutPersonId }) => [authorId, standInId, aboutPersonId]).filter((id) => id !== null);
	const people = await tx.db.person.findMany({ where: { id: { in: ids } }, select: { id: true, givenName: true, familyName: true } });
	const nameOf = (id: string) => {
		const person = people.find((each) => each.id === id);
		return person ? fullName(person) : "";
	};
	return rows.map((row) => ({
		id: row.id,
		authorId: row.authorId,
		authorName: nameOf(row.authorId),
		mine: row.authorId === tx.actor.personId,
		standInId: row.standInId,
		standInName: row.standInId === null ? null : nameOf(row.standInId),
		aboutPersonId: row.aboutPersonId,
		aboutPersonName: row.aboutPersonId === null ? null : nameOf(row.aboutPersonId),
		text: row.text,
		language: row.language,
		release: row.release,
		withheldBecause: row.withheldBecause,
		removeOn: dayOfColumn(row.removeOn),
		movedTo: row.movedTo,
		version: row.version,
		createdAt: row.createdAt.toISOString(),
		updatedAt: row.updatedAt.toISOString(),
	}));
}
