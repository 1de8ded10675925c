import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, moment, optionalLine, someWords, version, within } from "./shapes.ts";

/** The reporting code for domestic violence and child abuse: five steps, for the professionals of the case alone. */

export const safetyTrackStates = ["open", "closed"] as const;

export const safetyDecisions = ["report_and_help", "report", "help_organised", "no_suspicion"] as const;
export type SafetyDecision = (typeof safetyDecisions)[number];

export const safetyEntryKinds = ["signal", "consult", "talk", "weighing", "decision", "shared_without_consent", "correction"] as const;
/** The weighing questions of the reporting code. */
export const safetyQuestions = 5;
export type SafetyEntryKind = (typeof safetyEntryKinds)[number];

const safetyTrackHead = z.object({
	id,
	state: z.enum(safetyTrackStates),
	/** The furthest step of the code that something was written for. */
	step: z.number().int(),
	/** While this stands the family reads nowhere that this exists. */
	shielded: z.boolean(),
	decision: z.enum(safetyDecisions).nullable(),
	openedByName: z.string(),
	openedAt: moment,
	closedByName: z.string().nullable(),
	closedAt: moment.nullable(),
	closedBecause: z.string(),
	unshieldedByName: z.string().nullable(),
	unshieldedAt: moment.nullable(),
	unshieldedBecause: z.string(),
	version: z.number().int(),
});
export type SafetyTrackHead = z.infer<typeof safetyTrackHead>;

const safetyEntry = z.object({
	id,
	step: z.number().int(),
	kind: z.enum(safetyEntryKinds),
	/** Which of the five weighing questions this answers. */
	question: z.number().int().nullable(),
	/** Of a weighing question; and of a talk: whether it was held. */
	answer: z.boolean().nullable(),
	aboutPersonId: id.nullable(),
	aboutPersonName: z.string().nullable(),
	corrects: id.nullable(),
	withWhom: z.string(),
	text: z.string(),
	happenedOn: day,
	writtenBy: id,
	writtenByName: z.string(),
	createdAt: moment,
});
export type SafetyEntry = z.infer<typeof safetyEntry>;
export const safetyTrack = safetyTrackHead.extend({ entries: z.array(safetyEntry) });
export type SafetyTrack = z.infer<typeof safetyTrack>;

export const listSafetyTracks = endpoint({
	method: "get",
	path: "/api/families/{familyId}/safety",
	summary: "The worries about safety that were worked on by the reporting code, the newest first",
	right: "safety.read",
	params: familyParams,
	response: z.array(safetyTrackHead),
	audit: { action: "read", object: "safety_list" },
});
export const readSafetyTrack = endpoint({
	method: "get",
	path: "/api/families/{familyId}/safety/{safetyTrackId}",
	summary: "One worry about safety with everything that was written, in order",
	right: "safety.read",
	params: within("safetyTrackId"),
	response: safetyTrack,
	audit: { action: "read", object: "safety_track" },
});
export const openSafetyTrack = endpoint({
	method: "post",
	path: "/api/families/{familyId}/safety",
	summary: "Starts the reporting code with a first signal",
	right: "safety.write",
	params: familyParams,
	body: z.strictObject({ text: someWords, happenedOn: day, aboutPersonId: id.nullable() }),
	response: created,
	status: 201,
	audit: { action: "create", object: "safety_track" },
	quiet: true,
});

const dated = { text: someWords, happenedOn: day, aboutPersonId: id.nullable().default(null) };
const withWhom = optionalLine.min(1);
/** Each kind of entry brings what belongs to it; nothing is changed afterwards, a correction is an entry of its own. */
export const safetyEntryBody = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("signal"), ...dated }),
	z.strictObject({ kind: z.literal("consult"), withWhom, ...dated }),
	/** `held` false: there was no talk, and the words say why. */
	z.strictObject({ kind: z.literal("talk"), held: z.boolean(), withWhom: optionalLine.default(""), ...dated }),
	z.strictObject({ kind: z.literal("weighing"), ...dated }),
	z.strictObject({ kind: z.literal("question"), question: z.number().int().min(1).max(safetyQuestions), answer: z.boolean(), ...dated }),
	/** The words are the weighing itself: why no consent, why necessary, why not less. */
	z.strictObject({ kind: z.literal("shared_without_consent"), withWhom, ...dated, text: z.string().trim().min(20).max(10_000) }),
	z.strictObject({ kind: z.literal("correction"), corrects: id, ...dated }),
]);
export const writeSafetyEntry = endpoint({
	method: "post",
	path: "/api/families/{familyId}/safety/{safetyTrackId}/entries",
	summary: "Adds a dated entry to the reporting code, under my name",
	right: "safety.write",
	params: within("safetyTrackId"),
	body: safetyEntryBody,
	response: created,
	status: 201,
	audit: { action: "update", object: "safety_track" },
	quiet: true,
});
export const decideSafety = endpoint({
	method: "put",
	path: "/api/families/{familyId}/safety/{safetyTrackId}/decision",
	summary: "Decides whether reporting is needed and whether help can be given or arranged, after the five questions",
	right: "safety.write",
	params: within("safetyTrackId"),
	body: z.strictObject({ decision: z.enum(safetyDecisions), text: someWords, happenedOn: day, version }),
	audit: { action: "update", object: "safety_track" },
	quiet: true,
});
export const closeSafetyTrack = endpoint({
	method: "put",
	path: "/api/families/{familyId}/safety/{safetyTrackId}/closing",
	summary: "Closes a worry about safety, with the reason",
	right: "safety.write",
	params: within("safetyTrackId"),
	body: z.strictObject({ because: someWords, version }),
	audit: { action: "update", object: "safety_track" },
	quiet: true,
});
export const unshieldSafetyTrack = endpoint({
	method: "put",
	path: "/api/families/{familyId}/safety/{safetyTrackId}/unshielding",
	summary: "Lets the family see in its log that a worry about safety was worked on; what was written stays with the professionals",
	right: "safety.write",
	params: within("safetyTrackId"),
	body: z.strictObject({ because: someWords, version }),
	audit: { action: "update", object: "safety_track" },
	quiet: true,
});
