import { type Authority, ageOn, type Day } from "./age.ts";

export type RequestKind = "inspection" | "correction" | "destruction";
export type AskAbout = {
	kind: RequestKind;
	askerId: string;
	about: { id: string; bornOn: Day | null; isChild: boolean };
	/** Facts of authority in this family; unknown counts as no. */
	authority: readonly Authority[];
	today: Day;
};
/** Who else must agree before the request can be granted; empty: the asker alone is enough. */
export type MayAsk = { together: string[] };

/**
 * Who may ask to see, correct or destroy whose data (Dutch Youth Act 7.3.8 to 7.3.10 and 7.3.15; GDPR 15 to 17), by the ages of the
 * table in the design (access): under 12 each parent with authority; from 12 to 15 the young person and, to see or correct, each
 * parent with authority, while destruction is asked by the young person together with those parents; from 16 the person alone. A
 * child without a date of birth counts as under 12.
 *
 * @returns undefined when this person may not ask this
 */
export function whoMayAsk({ kind, askerId, about, authority, today }: AskAbout): MayAsk | undefined {
	const alone: MayAsk = { together: [] };
	if (!about.isChild) return askerId === about.id ? alone : undefined;
	const age = about.bornOn === null ? 0 : ageOn(about.bornOn, today);
	const self = askerId === about.id;
	if (age >= 16) return self ? alone : undefined;
	const parents = authority.filter(({ childId, holds }) => childId === about.id && holds === "yes").map(({ parentId }) => parentId);
	const isParent = parents.includes(askerId);
	if (age < 12) return isParent ? alone : undefined;
	if (kind === "destruction") return self ? { together: [...new Set(parents)] } : undefined;
	return self || isParent ? alone : undefined;
}
