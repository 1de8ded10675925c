import { consentStandings } from "@samenplan/access/consent";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, moment, optionalLine, page, someWords, version, within, words } from "./shapes.ts";
import { shareObjects } from "./shares.ts";

/** What the family allows: what, to whom, why, until when. */

export const consentKinds = ["share", "involve", "ask_information", "help"] as const;

export const consentAnswers = ["given", "refused", "withdrawn"] as const;
export { consentStandings };

const consentAnswer = z.object({
	personId: id,
	answer: z.enum(consentAnswers),
	text: z.string(),
	/** Written down by somebody else, together with the person. */
	recorded: z.boolean(),
	writtenBy: id,
	createdAt: moment,
});

/** A part of the plan that somebody reads once the consent stands; its words as they are now. */
export const sharedPart = z.object({ shareId: id, object: z.enum(shareObjects), objectId: id, words: z.string() });

export const consent = z.object({
	id,
	kind: z.enum(consentKinds),
	aboutPersonId: id,
	what: z.string(),
	toPersonId: id.nullable(),
	/** The name of who it is for: of the person, or the words it was asked with. */
	to: z.string(),
	why: z.string(),
	untilOn: day.nullable(),
	askedBy: id,
	askedAt: moment,
	deviation: z.object({ because: z.string(), by: id, at: moment }).nullable(),
	version: z.number().int(),
	/** Who must consent, by age and authority of today, with the newest answer of each. */
	must: z.array(z.object({ personId: id, answer: consentAnswer.nullable(), hasAccount: z.boolean() })),
	/** Every answer, oldest first: nothing that was said gets lost. */
	answers: z.array(consentAnswer),
	standing: z.enum(consentStandings),
	stands: z.boolean(),
	parts: z.array(sharedPart),
	/** Whether the reader is one of those who must. */
	mine: z.boolean(),
	/** Everyone named here, by given name. */
	names: z.array(z.object({ id, name: z.string() })),
});
export type Consent = z.infer<typeof consent>;

export const listConsents = endpoint({
	method: "get",
	path: "/api/families/{familyId}/consents",
	summary: "The consents of the family, what waits for the reader first: who must give each, who did, and whether it stands today",
	right: "plan.read",
	params: familyParams,
	query: z.strictObject(page),
	response: z.object({
		consents: z.array(consent),
		/** Where the next page begins; nothing on the last one. */
		next: id.nullable(),
	}),
	audit: { action: "read", object: "consent" },
});

export const askConsent = endpoint({
	method: "post",
	path: "/api/families/{familyId}/consents",
	summary: "Asks consent: what, to whom, why, until when, about whom; who must answer gets a neutral mail",
	right: "consent.ask",
	params: familyParams,
	body: z.strictObject({
		kind: z.enum(consentKinds),
		aboutPersonId: id,
		what: someWords,
		/** Somebody of the family, or in words who. */
		toPersonId: id.nullable().default(null),
		toWords: optionalLine.default(""),
		why: someWords,
		untilOn: day.nullable().default(null),
		/** Parts of the plan that this person reads as soon as it stands. */
		parts: z
			.array(z.strictObject({ object: z.enum(shareObjects), objectId: id }))
			.max(40)
			.default([]),
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "consent" },
});

const answerBody = { answer: z.enum(consentAnswers), text: words.default("") };

export const answerConsent = endpoint({
	method: "post",
	path: "/api/families/{familyId}/consents/{consentId}/answers",
	summary: "Gives, refuses or takes back one's own consent; it works at the next request of everyone",
	right: "consent.answer",
	params: within("consentId"),
	body: z.strictObject(answerBody),
	response: created,
	status: 201,
	audit: { action: "update", object: "consent" },
});

export const recordConsent = endpoint({
	method: "post",
	path: "/api/families/{familyId}/consents/{consentId}/recorded-answers",
	summary: "Writes down the answer of somebody without an account, together with that person",
	right: "consent.record",
	params: within("consentId"),
	body: z.strictObject({ ...answerBody, personId: id }),
	response: created,
	status: 201,
	audit: { action: "update", object: "consent", onBehalfOf: "personId" },
});

export const deviateConsent = endpoint({
	method: "post",
	path: "/api/families/{familyId}/consents/{consentId}/deviation",
	summary: "Goes on without somebody who should consent, for a written reason that everyone of the plan reads",
	right: "consent.deviate",
	params: within("consentId"),
	body: z.strictObject({ because: z.string().trim().min(20).max(10_000), version }),
	audit: { action: "update", object: "consent" },
});
