import { type Authority, ageOn, type Day } from "./age.ts";

/** From this age somebody consents beside their parents; from {@link decidesAlone} instead of them (Dutch Youth Act 7.3.4, 7.3.11). */
export const consentsToo = 12;
export const decidesAlone = 16;

/** What the rule needs to know of a family: who its parents are now, and of whom authority over whom was recorded. */
export type ConsentFamily = {
	/** Parents who are in the family now; somebody who left is not asked. */
	parentIds: readonly string[];
	authority: readonly Authority[];
};
export type AboutPerson = {
	id: string;
	bornOn: Day | null;
	/** Whether this person is a child of the family now; anyone else decides about their own matters. */
	child: boolean;
};

/**
 * Who must consent to something about one person: about a child under 12 the parents with authority, from 12 to 15 the young
 * person and those parents, from 16 the person alone. A child whose date of birth is not known counts as under 12; unknown
 * authority counts as no. The database says the same (`app.must_consent`); a test compares the two.
 *
 * @returns person ids, sorted; empty when nobody with authority is known, and then nothing can be consented to
 */
export function whoMustConsent(about: AboutPerson, family: ConsentFamily, today: Day): string[] {
	if (!about.child) return [about.id];
	const age = about.bornOn === null ? 0 : ageOn(about.bornOn, today);
	const parents =
		age >= decidesAlone
			? []
			: family.authority
					.filter(({ childId, parentId, holds }) => childId === about.id && holds === "yes" && family.parentIds.includes(parentId))
					.map(({ parentId }) => parentId);
	return [...new Set([...(age >= consentsToo ? [about.id] : []), ...parents])].sort();
}

export type ConsentAnswer = { personId: string; answer: "given" | "refused" | "withdrawn"; at: Date };
export type ConsentFacts = {
	aboutPersonId: string;
	/** The last day on which it counts. */
	untilOn: Day | null;
	/** Who must consent today, and who had to on the day it was asked. */
	must: readonly string[];
	mustThen: readonly string[];
	/** The newest answer of each person. */
	answers: readonly ConsentAnswer[];
	/** When somebody wrote down why it goes on without one of them. */
	deviatedAt: Date | null;
};

/** Why a consent stands or does not; the web has words for each. */
export const consentStandings = ["stands", "stands_by_deviation", "goes_on", "over", "nobody", "refused", "withdrawn", "waiting"] as const;
export type ConsentStanding = (typeof consentStandings)[number];

/**
 * How a consent stands today. It stands when everyone who must has given it, or one of them has and the reason for going on
 * without the others was written down after they refused. When somebody came of age since it was asked, what was agreed before
 * goes on until they answer. The database says the same (`app.consent_stands`); a test compares the two.
 */
export function consentStanding(consent: ConsentFacts, today: Day): ConsentStanding {
	if (consent.untilOn !== null && consent.untilOn < today) return "over";
	if (consent.must.length === 0) return "nobody";
	const now = standingBy(consent, consent.must);
	if (now === "stands" || now === "stands_by_deviation") return now;
	const cameOfAge =
		consent.must.includes(consent.aboutPersonId) &&
		!consent.mustThen.includes(consent.aboutPersonId) &&
		!consent.answers.some(({ personId }) => personId === consent.aboutPersonId);
	if (cameOfAge && ["stands", "stands_by_deviation"].includes(standingBy(consent, consent.mustThen))) return "goes_on";
	return now;
}

/** Whether a consent stands today. */
export function consentStands(consent: ConsentFacts, today: Day): boolean {
	return ["stands", "stands_by_deviation", "goes_on"].includes(consentStanding(consent, today));
}

function standingBy({ answers, deviatedAt }: ConsentFacts, people: readonly string[]): ConsentStanding {
	if (people.length === 0) return "nobody";
	const theirs = people.map((personId) => answers.find((answer) => answer.personId === personId));
	const against = theirs.find((one) => one && one.answer !== "given" && (deviatedAt === null || one.at >= deviatedAt));
	if (against?.answer === "refused" || against?.answer === "withdrawn") return against.answer;
	const given = theirs.filter((one) => one?.answer === "given").length;
	if (given === people.length) return "stands";
	return given > 0 && deviatedAt !== null ? "stands_by_deviation" : "waiting";
}
