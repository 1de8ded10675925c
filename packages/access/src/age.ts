/** Days are `YYYY-MM-DD` strings of the calendar in Europe/Amsterdam. */
export type Day = string;

/**
 * Whole years between a date of birth and a day. Someone born on 29 February has their birthday on 1 March in other years,
 * as Dutch law counts it.
 */
export function ageOn(bornOn: Day, on: Day): number {
	const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
	return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The calendar day in the Netherlands at a moment. */
export function dayInAmsterdam(moment: Date): Day {
	return amsterdam.format(moment);
}
/** Made once: making one takes longer than a whole request may. */
const amsterdam = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" });

export type FamilyPerson = { id: string; bornOn: Day | null };
export type Authority = { parentId: string; childId: string; holds: "yes" | "no" | "unknown" };

/**
 * Who must agree to help for the children of a plan (Dutch Youth Act and Civil Code: under 12 the parents with authority,
 * 12-15 the young person and the parents with authority, from 16 the young person). Unknown authority counts as no. A child
 * without a date of birth counts as under 12, so that a parent is asked rather than nobody.
 *
 * @returns person ids, each once; empty when nobody with authority is known, which the plan shows as a question to settle
 */
export function whoMustAgree(children: readonly FamilyPerson[], authority: readonly Authority[], today: Day): string[] {
	const asked = new Set<string>();
	for (const child of children) {
		const age = child.bornOn === null ? 0 : ageOn(child.bornOn, today);
		if (age >= 18) continue;
		if (age >= 12) asked.add(child.id);
		if (age < 16) for (const fact of authority) if (fact.childId === child.id && fact.holds === "yes") asked.add(fact.parentId);
	}
	return [...asked];
}
