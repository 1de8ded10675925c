import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day, familyParams, id, line, moment, someWords, within, words } from "./shapes.ts";

/** Break the glass: a colleague without a relation reads one family for one hour, with a reason; each use gets a verdict. */

export const emergencyReasons = ["acute_danger", "coordinator_absent", "call_from_family", "request_of_authority"] as const;
export type EmergencyReason = (typeof emergencyReasons)[number];

export const emergencyVerdicts = ["justified", "not_justified"] as const;

const reasonInWords = z.string().trim().min(10).max(2000);
const emergencyParams = z.strictObject({ emergencyId: id });

export const findForEmergency = endpoint({
	method: "post",
	path: "/api/emergencies/search",
	summary: "Finds the family to break the glass for: by the family name and day of birth of a child, exactly, or by its number",
	right: "emergency.open",
	body: z.union([z.strictObject({ familyName: line, bornOn: day }), z.strictObject({ familyId: id })]),
	response: z.array(
		z.object({
			familyId: id,
			name: z.string(),
			coordinatorName: z.string(),
			/** The reader may read this plan already: no glass needs breaking. */
			related: z.boolean(),
		}),
	),
	audit: { action: "execute", object: "emergency_search" },
});
export const breakGlass = endpoint({
	method: "post",
	path: "/api/emergencies",
	summary: "Breaks the glass: reads the plan of one family for sixty minutes, with a reason that the family reads",
	right: "emergency.open",
	body: z.strictObject({
		familyId: id,
		reason: z.enum(emergencyReasons),
		words: reasonInWords,
		/** Why it would be unsafe if the family knew at once; it then waits three days for the coordinator's decision. Empty: it knows at once. */
		delayBecause: words.default(""),
	}),
	response: z.object({ id, familyId: id, untilAt: moment }),
	status: 201,
	audit: { action: "create", object: "emergency" },
});

const ownEmergency = z.object({
	id,
	familyId: id,
	reason: z.enum(emergencyReasons),
	words: z.string(),
	createdAt: moment,
	untilAt: moment,
	endedAt: moment.nullable(),
	/** It may still be read. */
	open: z.boolean(),
	verdict: z.enum(emergencyVerdicts).nullable(),
	verdictWords: z.string(),
});
export type OwnEmergency = z.infer<typeof ownEmergency>;
export const myEmergencies = endpoint({
	method: "get",
	path: "/api/emergencies/mine",
	summary: "Where I broke the glass, until when it is open, and what was said of it",
	right: "signed-in",
	response: z.object({ now: moment, emergencies: z.array(ownEmergency) }),
	audit: { action: "read", object: "emergency" },
});
export const endEmergency = endpoint({
	method: "post",
	path: "/api/emergencies/{emergencyId}/end",
	summary: "Closes again what I opened, before its hour is over",
	right: "signed-in",
	params: emergencyParams,
	audit: { action: "update", object: "emergency" },
});

export const emergencyInList = z.object({
	id,
	familyId: id,
	familyName: z.string(),
	personName: z.string(),
	/** The reader's own use: somebody else judges it. */
	own: z.boolean(),
	reason: z.enum(emergencyReasons),
	words: z.string(),
	createdAt: moment,
	untilAt: moment,
	endedAt: moment.nullable(),
	open: z.boolean(),
	familySeesAt: moment,
	delayBecause: z.string(),
	verdict: z.enum(emergencyVerdicts).nullable(),
	verdictWords: z.string(),
	verdictByName: z.string().nullable(),
	verdictAt: moment.nullable(),
});
export type EmergencyInList = z.infer<typeof emergencyInList>;
export const listEmergencies = endpoint({
	method: "get",
	path: "/api/emergencies",
	summary: "Every time somebody of the organisation broke the glass; those without a verdict first, the longest waiting on top",
	right: "emergency.hear",
	response: z.object({ now: moment, emergencies: z.array(emergencyInList) }),
	audit: { action: "read", object: "emergency" },
});
export const judgeEmergency = endpoint({
	method: "put",
	path: "/api/emergencies/{emergencyId}/verdict",
	summary: "Says afterwards whether breaking the glass was justified, in words",
	right: "emergency.judge",
	params: emergencyParams,
	body: z.strictObject({ verdict: z.enum(emergencyVerdicts), words: someWords }),
	audit: { action: "update", object: "emergency" },
});

const emergencyOfFamily = z.object({
	id,
	personName: z.string(),
	reason: z.enum(emergencyReasons),
	words: z.string(),
	createdAt: moment,
	untilAt: moment,
	endedAt: moment.nullable(),
	verdict: z.enum(emergencyVerdicts).nullable(),
	/** For the professionals: what was said of it, from when the family reads of it, and why not earlier. */
	verdictWords: z.string(),
	familySeesAt: moment.nullable(),
	delayBecause: z.string(),
});
export type EmergencyOfFamily = z.infer<typeof emergencyOfFamily>;
export const familyEmergencies = endpoint({
	method: "get",
	path: "/api/families/{familyId}/emergencies",
	summary: "Who read this plan in an emergency, why, and whether that was justified",
	right: "who_looked.read",
	params: familyParams,
	response: z.object({ now: moment, emergencies: z.array(emergencyOfFamily) }),
	audit: { action: "read", object: "emergency_use" },
});
export const delayEmergency = endpoint({
	method: "put",
	path: "/api/families/{familyId}/emergencies/{emergencyId}/delay",
	summary: "Decides when the family reads of it: later on a ground for safety, fourteen days at most, or now",
	right: "emergency.delay",
	params: within("emergencyId"),
	/** `until` null: the family may read of it now. */
	body: z.strictObject({ until: moment.nullable(), because: words }),
	audit: { action: "update", object: "emergency" },
	quiet: true,
});
