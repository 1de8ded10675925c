import { ageOn } from "@samenplan/access/age";
import type { FamilyPerson } from "@samenplan/contract/families";
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
