import type { WholePlan } from "@samenplan/contract/plans";
import { ageOn, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { now } from "../lib/clock.ts";
import type { Say } from "../lib/text.tsx";
import { calledIn } from "./called.ts";

export type Family = WholePlan["family"];
export type Person = Family["persons"][number];
export type Kinship = Family["kinships"][number];

const oneWay = ["parent", "step_parent", "foster_parent", "grandparent"] as const;
type OneWay = (typeof oneWay)[number];

/** What somebody can be to somebody else, seen from the first: a kind, or the other side of one ("child" of a "parent"). */
export type KinChoice = Kinship["kind"] | `${OneWay}.back`;
export const kinChoices = [
	"parent",
	"parent.back",
	"sibling",
	"half_sibling",
	"partner",
	"former_partner",
	"grandparent",
	"grandparent.back",
	"step_parent",
	"step_parent.back",
	"foster_parent",
	"foster_parent.back",
	"other",
] as const satisfies readonly KinChoice[];

/** What a person is to another, with the fact that says so. */
export function kinBetween(
	kinships: readonly Kinship[],
	personId: string,
	otherId: string,
): { fact: Kinship; choice: KinChoice } | undefined {
	for (const fact of kinships) {
		if (fact.personId === personId && fact.toPersonId === otherId) return { fact, choice: fact.kind };
		if (fact.personId === otherId && fact.toPersonId === personId)
			return { fact, choice: isOneWay(fact.kind) ? `${fact.kind}.back` : fact.kind };
	}
	return undefined;
}

/** The fact to keep for a choice: "child of" is kept as "parent of", the other way round. */
export function factOf(choice: KinChoice, personId: string, otherId: string): Pick<Kinship, "personId" | "kind" | "toPersonId"> {
	if (choice.endsWith(".back")) return { personId: otherId, kind: choice.slice(0, -5) as OneWay, toPersonId: personId };
	return { personId, kind: choice as Kinship["kind"], toPersonId: otherId };
}

/**
 * Kinship in words: "moeder van Noor en Sem", "kind van Anna". The family's own word for the person goes before ours, where it is
 * one word for an older relative.
 */
export function kinshipWords(say: Say, family: Family, person: Person, locale: string): string[] {
	const groups = new Map<KinChoice, string[]>();
	for (const other of family.persons) {
		const kin = kinBetween(family.kinships, person.id, other.id);
		if (kin) groups.set(kin.choice, [...(groups.get(kin.choice) ?? []), other.givenName]);
	}
	return kinChoices.flatMap((choice) => {
		const names = groups.get(choice);
		if (!names) return [];
		const list = nameList(names, locale);
		return isOneWay(choice) && /^\p{L}+$/u.test(person.role)
			? say("people.kin.own", { role: calledIn(say, person.role), names: list })
			: say(`people.kin.${choice}`, { names: list });
	});
}

/** What stands under somebody's name, in few words: what the family calls a child, else their nearest kinship, else their role. */
export function noteOf(say: Say, family: Family, person: Person, locale: string): string {
	if (person.relation === "child" && person.role) return calledIn(say, person.role);
	return (
		kinshipWords(say, family, person, locale)[0] ?? (calledIn(say, person.role) || say(`term.involvementRelations.${person.relation}`))
	);
}

/** Age in years today, if the birthday is known. */
export function ageOf(person: Pick<Person, "bornOn">): number | undefined {
	return person.bornOn ? ageOn(person.bornOn, dayOf(now())) : undefined;
}

/** Parents, children and everyone else of the family, without who works here. */
export const isOneOf =
	(...relations: Person["relation"][]) =>
	(person: Person) =>
		relations.includes(person.relation);

function isOneWay(kind: string): kind is OneWay {
	return (oneWay as readonly string[]).includes(kind);
}
