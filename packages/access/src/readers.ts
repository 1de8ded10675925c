import { type Authority, ageOn, type Day } from "./age.ts";
import { type Audience, audiences } from "./audiences.ts";
import { familyPolicy } from "./policy.ts";
import type { Relation } from "./relations.ts";

/** Somebody around a family, with what they are to it at this moment (SQL: `app.relations`). */
export type Involved = { id: string; relations: readonly Relation[] };
/** Who may read a text; `readers` counts with `named` only. */
export type ReadersChoice = { audience: Audience; readers: readonly string[] };

const professionals: readonly Relation[] = ["coordinator", "scientist", "team_lead", "professional", "emergency", "privacy_officer"];
/** They read for a reason of their own that is logged apart, and are no readers a writer chooses. */
const passing: readonly Relation[] = ["emergency", "privacy_officer", "team_lead"];

/**
 * Who can read a text, so that its writer sees it before saving. Says the same as row-level security; a test compares both for
 * every audience and relation.
 *
 * @param people everyone around the family, and the scientist while a review is open
 * @param writer always reads what they wrote for named persons
 * @returns person ids, each once, in the order of the people
 */
export function readersOf({ audience, readers }: ReadersChoice, people: readonly Involved[], writer?: string): string[] {
	const reads = (person: Involved): boolean => {
		const core = inCore(person);
		switch (audience) {
			case "family":
				return core && !isProfessional(person);
			case "core":
				return core;
			case "staff":
				return core && isProfessional(person);
			case "circle":
				return inCircle(person);
			case "named":
				return inCircle(person) && (person.id === writer || readers.includes(person.id));
		}
	};
	return [...new Set(people.filter(reads).map(({ id }) => id))];
}

/** Whether somebody reads the plan itself: the family with authority or of twelve and over, the coordinator, a scientist in a review. */
export function inCore({ relations }: Involved): boolean {
	return relations.some((relation) => !passing.includes(relation) && familyPolicy["plan.read"][relation] !== undefined);
}

function inCircle({ relations }: Involved): boolean {
	return relations.some((relation) => !passing.includes(relation));
}

function isProfessional({ relations }: Involved): boolean {
	return relations.some((relation) => professionals.includes(relation));
}

/** What a change of readers is; see {@link changeOfReaders}. */
export type ReadersChange = "same" | "narrower" | "release" | "wider";

/**
 * What it means to go from one choice of readers to another. `release`: private family time that its writer lets the coordinator
 * read. `wider`: somebody could read it who could not before, which is a deed of its own. Everything else only takes readers away.
 */
export function changeOfReaders(from: ReadersChoice, to: ReadersChoice, people: readonly Involved[], writer: string): ReadersChange {
	if (from.audience === to.audience && from.audience !== "named") return "same";
	if (from.audience === "named" && to.audience === "named") {
		const added = to.readers.some((id) => id !== writer && !from.readers.includes(id));
		return added ? "wider" : from.readers.every((id) => id === writer || to.readers.includes(id)) ? "same" : "narrower";
	}
	if (from.audience === "family" && to.audience === "core") return "release";
	const before = readersOf(from, people, writer);
	switch (from.audience) {
		case "circle":
			return "narrower";
		case "core":
			if (to.audience === "family" || to.audience === "staff") return "narrower";
			break;
		case "named":
			return "wider";
		default:
			if (to.audience !== "named") return "wider";
	}
	if (to.audience !== "named") return "wider";
	return to.readers.every((id) => id === writer || before.includes(id)) ? "narrower" : "wider";
}

const ofFamily: readonly Audience[] = ["family", "core", "circle", "named"];
const ofCoordinator: readonly Audience[] = ["core", "circle", "named", "staff"];
const offered: Partial<Record<Relation, readonly Audience[]>> = {
	coordinator: ofCoordinator,
	scientist: ["core", "staff"],
	parent_with_authority: ofFamily,
	young_person: ofFamily,
	young_person_16: ofFamily,
	professional: ["circle"],
};

/** Among which audiences somebody chooses who writes: nobody writes what they may not read. */
export function audiencesOf(relations: readonly Relation[]): Audience[] {
	const sees = relations.some((relation) => professionals.includes(relation)) ? "staff" : "family";
	return audiences.filter(
		(audience) =>
			relations.some((relation) => offered[relation]?.includes(audience)) &&
			(audience === "family" || audience === "staff" ? audience === sees : true),
	);
}

type Fact = { id: string; relation: string; bornOn: Day | null };

/**
 * What somebody will be to the family once they take part: for who was asked in and did not come yet. As `app.relations` of the
 * database computes it; a child under 12 has no login and reads with a parent.
 */
export function relationToCome(
	person: Fact,
	{ persons, authorities }: { persons: readonly Fact[]; authorities: readonly Authority[] },
	today: Day,
): Relation | undefined {
	switch (person.relation) {
		case "coordinator":
		case "network_member":
		case "professional":
			return person.relation;
		case "parent": {
			const minors = new Set(
				persons
					.filter(({ relation, bornOn }) => relation === "child" && (bornOn === null || ageOn(bornOn, today) < 18))
					.map(({ id }) => id),
			);
			const holds = authorities.some((fact) => fact.parentId === person.id && fact.holds === "yes" && minors.has(fact.childId));
			return holds ? "parent_with_authority" : "parent_without_authority";
		}
		case "child":
			if (person.bornOn === null || ageOn(person.bornOn, today) < 12) return undefined;
			return ageOn(person.bornOn, today) < 16 ? "young_person" : "young_person_16";
		default:
			return undefined;
	}
}
