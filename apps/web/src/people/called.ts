import type { Say } from "../lib/text.tsx";

/** The commonest words for a relative, as a family writes them. */
const familiar = {
	moeder: "mother",
	vader: "father",
	stiefmoeder: "step_mother",
	stiefvader: "step_father",
	dochter: "daughter",
	zoon: "son",
	zus: "sister",
	broer: "brother",
	oma: "grandmother",
	opa: "grandfather",
	tante: "aunt",
	oom: "uncle",
	mother: "mother",
	father: "father",
	stepmother: "step_mother",
	stepfather: "step_father",
	daughter: "daughter",
	son: "son",
	sister: "sister",
	brother: "brother",
	grandmother: "grandmother",
	grandfather: "grandfather",
	aunt: "aunt",
	uncle: "uncle",
} as const;

/**
 * What a family calls somebody ("moeder", "juf"), in the reader's language where it is one of the commonest words; any other word
 * stays as the family wrote it.
 */
export function calledIn(say: Say, role: string): string {
	const word = role.trim().toLowerCase();
	return word in familiar ? say(`people.called.${familiar[word as keyof typeof familiar]}`) : role;
}
