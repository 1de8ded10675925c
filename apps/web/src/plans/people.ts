import { ageOn } from "@samenplan/access/age";
import type { FamilyPerson } from "@samenplan/contract/families";
import type { WholePlan } from "@samenplan/contract/plans";
import { fullName } from "@samenplan/language/names";
import { today } from "./facts.ts";
import { usePlan } from "./queries.ts";

export type People = {
	/** Parents first, then the children from old to young: those whose plan it is. */
	family: FamilyPerson[];
	parents: FamilyPerson[];
	children: FamilyPerson[];
	coordinator: FamilyPerson | undefined;
	/** The reader, when among the family's people. */
	me: FamilyPerson | undefined;
};

/** The people of the family on the screen. */
export function usePeople(): People {
	const { family, viewer } = usePlan();
	const parents = family.persons.filter(({ relation }) => relation === "parent");
	const children = family.persons.filter(({ relation }) => relation === "child");
	return {
		family: [...parents, ...children],
		parents,
		children,
		coordinator: family.persons.find(({ relation }) => relation === "coordinator"),
		me: family.persons.find(({ id }) => id === viewer.personId),
	};
}

/** Years of age today; undefined without a date of birth. */
export function ageOf(person: Pick<FamilyPerson, "bornOn">): number | undefined {
	return person.bornOn === null ? undefined : ageOn(person.bornOn, today());
}

/** Face and name for an `Avatar`. */
export function faceOf(person: FamilyPerson): { id: string; name: string } {
	return { id: person.id, name: fullName(person) };
}

/** From this age a child has an own voice and login in the plan. */
const ownVoiceFrom = 12;

/**
 * Who will be able to read a text, by name: for the writer to see before it is kept. `core` is the family (parents with
 * authority, young people from 12) and the coordinator; a scientist reads along while asked to.
 */
export function readersOf({ family, reviews, others }: WholePlan, audience: "family" | "core"): string[] {
	const withAuthority = new Set(family.authorities.filter(({ holds }) => holds === "yes").map(({ parentId }) => parentId));
	const ofFamily = family.persons.filter(
		(person) =>
			(person.relation === "parent" && withAuthority.has(person.id)) ||
			(person.relation === "child" && (ageOf(person) ?? 0) >= ownVoiceFrom),
	);
	if (audience === "family") return ofFamily.map(({ givenName }) => givenName);
	const reviewers = new Set(reviews.filter(({ state }) => state === "taken" || state === "advised").map(({ scientistId }) => scientistId));
	return [
		...ofFamily.map(({ givenName }) => givenName),
		...family.persons.filter(({ relation }) => relation === "coordinator").map((person) => fullName(person)),
		...others.filter(({ id }) => reviewers.has(id)).map((person) => fullName(person)),
	];
}
