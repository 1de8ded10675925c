import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, moment, optionalLine, someWords, version, within, words } from "./shapes.ts";

/** Another coordinator for a family: asked, arranged with a talk together, then taken or not (R1). */

export const handoverStates = ["asked", "arranged", "accepted", "declined", "withdrawn"] as const;

export const handover = z.object({
	id,
	state: z.enum(handoverStates),
	fromPersonId: id,
	toPersonId: id.nullable(),
	/** Why; the family, the coordinator and the team lead read it. */
	because: z.string(),
	/** What the new coordinator should know, agreed with the family. */
	toKnow: z.string(),
	talkOn: day.nullable(),
	talkWhere: z.string(),
	toldFamilyOn: day.nullable(),
	/** Why it was not taken, or called off. */
	answerWords: z.string(),
	answeredAt: moment.nullable(),
	askedBy: id,
	arrangedBy: id.nullable(),
	arrangedAt: moment.nullable(),
	version: z.number().int(),
	createdAt: moment,
});
export type Handover = z.infer<typeof handover>;

export const askHandover = endpoint({
	method: "post",
	path: "/api/families/{familyId}/handovers",
	summary: "Asks the team lead for another coordinator, with why; the present one stays until another has accepted",
	right: "handover.ask",
	params: familyParams,
	body: z.strictObject({ because: someWords }),
	response: created,
	status: 201,
	audit: { action: "create", object: "handover" },
});

/** To whom, when and where the old one, the new one and the family meet, and when the family was told. */
const arrangement = {
	toPersonId: id,
	toKnow: words,
	talkOn: day,
	talkWhere: optionalLine,
	toldFamilyOn: day,
};
export const startHandover = endpoint({
	method: "post",
	path: "/api/families/{familyId}/handovers/arranged",
	summary: "Starts a handover to a colleague that nobody asked for before, with a date for the talk together",
	right: "handover.arrange",
	params: familyParams,
	body: z.strictObject({ because: someWords, ...arrangement }),
	response: created,
	status: 201,
	audit: { action: "create", object: "handover" },
});
export const arrangeHandover = endpoint({
	method: "put",
	path: "/api/families/{familyId}/handovers/{handoverId}/arrangement",
	summary: "Chooses a colleague and a date for the talk together, or changes them; whoever answered before is asked again",
	right: "handover.arrange",
	params: within("handoverId"),
	body: z.strictObject({ ...arrangement, version }),
	audit: { action: "update", object: "handover" },
});
export const withdrawHandover = endpoint({
	method: "post",
	path: "/api/families/{familyId}/handovers/{handoverId}/withdrawal",
	summary: "Takes back what I asked for myself, any time before somebody accepted",
	right: "handover.ask",
	params: within("handoverId"),
	body: z.strictObject({ words: words.default("") }),
	audit: { action: "update", object: "handover" },
});
export const callOffHandover = endpoint({
	method: "post",
	path: "/api/families/{familyId}/handovers/{handoverId}/calling-off",
	summary: "Calls a handover off, with why; what the family asked for, only the team lead calls off",
	right: "handover.arrange",
	params: within("handoverId"),
	body: z.strictObject({ words: someWords }),
	audit: { action: "update", object: "handover" },
});

/** A colleague who may take over, with what they carry already. */
export const handoverCandidate = z.object({
	personId: id,
	name: z.string(),
	/** Families with an open plan that they coordinate. */
	families: z.number().int(),
	/** Families that are about to come. */
	coming: z.number().int(),
});
export type HandoverCandidate = z.infer<typeof handoverCandidate>;
export const listHandoverCandidates = endpoint({
	method: "get",
	path: "/api/families/{familyId}/handover-candidates",
	summary: "The colleagues of the team who may take over this family, with how many families each has",
	right: "handover.arrange",
	params: familyParams,
	response: z.array(handoverCandidate),
	audit: { action: "read", object: "handover" },
});
