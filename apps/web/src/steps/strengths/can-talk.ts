import type { FamilyPerson } from "@samenplan/contract/families";
import { ageOf } from "../../plans/people.ts";

/** Whole years from which one asks somebody for their words; what a younger child shows is seen by others. */
const talksFrom = 2;

/** Whether one can ask this person what they think; true as long as their age is not known. */
export function canTalk(person: Pick<FamilyPerson, "bornOn">): boolean {
	return (ageOf(person) ?? talksFrom) >= talksFrom;
}
