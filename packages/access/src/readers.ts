import { type Authority, ageOn, type Day } from "./age.ts";
import { familyPolicy } from "./policy.ts";
import type { Relation } from "./relations.ts";

type Involved = { id: string; relation: string; bornOn: Day | null };

/**
 * Who can read a text of the plan, so that its writer sees it before saving. Follows the same policy as the reading itself.
 *
 * @param audience `core`: the family and the coordinator, and the scientist while a review is open; `family`: the family only
 * @param scientists who reviews now
 * @returns person ids, each once, in the order of the persons
 */
export function readersOf(
	audience: "core" | "family",
	family: { persons: readonly Involved[]; authorities: readonly Authority[] },
	scientists: readonly string[],
	today: Day,
): string[] {
	const readers = family.persons.filter((person) => {
		const relation = relationOf(person, family, today);
		return (
			relation !== undefined && familyPolicy["plan.read"][relation] !== undefined && (audience === "core" || relation !== "coordinator")
		);
	});
	return [...new Set([...readers.map(({ id }) => id), ...(audience === "core" ? scientists : [])])];
}

/** As `app.relations` of the database computes it; a child under 12 has no login and reads with a parent. */
function relationOf(
	person: Involved,
	{ persons, authorities }: { persons: readonly Involved[]; authorities: readonly Authority[] },
	today: Day,
): Relation | undefined {
	switch (person.relation) {
		case "coordinator":
			return "coordinator";
		case "parent": {
			const minors = new Set(persons.filter(({ bornOn }) => bornOn === null || ageOn(bornOn, today) < 18).map(({ id }) => id));
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
