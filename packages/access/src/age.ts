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
	return [...new Set(whyMustAgree(children, authority, today).map(({ personId }) => personId))];
}

/** Why somebody must agree: they are twelve or older themselves, or hold authority over a child. */
export type MustAgree = { personId: string; why: "twelve" } | { personId: string; why: "authority"; childId: string };

/** As {@link whoMustAgree}, with each ground the law has for it: a parent of two young children is there twice. */
export function whyMustAgree(children: readonly FamilyPerson[], authority: readonly Authority[], today: Day): MustAgree[] {
	return children.flatMap((child): MustAgree[] => {
		const age = child.bornOn === null ? 0 : ageOn(child.bornOn, today);
		if (age >= 18) return [];
		const own: MustAgree[] = age >= 12 ? [{ personId: child.id, why: "twelve" }] : [];
		if (age >= 16) return own;
		const held = authority.filter(({ childId, holds }) => childId === child.id && holds === "yes");
		return [...own, ...held.map(({ parentId }): MustAgree => ({ personId: parentId, why: "authority", childId: child.id }))];
	});
}

/**
 * Whether a parent speaks for this child: it is under 12, and the parent has authority over it. A child without a date of birth counts
 * as under 12; unknown authority counts as no.
 */
export function isOwnYoungChild(child: FamilyPerson, parentId: string, authority: readonly Authority[], today: Day): boolean {
	if (child.bornOn !== null && ageOn(child.bornOn, today) >= 12) return false;
	return authority.some((held) => held.parentId === parentId && held.childId === child.id && held.holds === "yes");
}
