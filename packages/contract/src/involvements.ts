import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { involvementRelations } from "./families.ts";
import { invitationCard } from "./people.ts";
import { day, familyParams, id, line, moment, optionalLine, within } from "./shapes.ts";

/** Invitations and involvement beyond the parents and children: begin, accept, decline, end. */

/** Where somebody stands: from not yet asked to out. */
export const involvementStates = [
	"not_invited",
	"invited",
	"expired",
	"declined",
	"withdrawn",
	"begins_later",
	"waits_for_consent",
	"active",
	"over",
	"ended",
] as const;
export type InvolvementState = (typeof involvementStates)[number];

export const involvement = z.object({
	id,
	personId: id,
	givenName: z.string(),
	familyName: z.string(),
	relation: z.enum(involvementRelations),
	role: z.string(),
	state: z.enum(involvementStates),
	startsOn: day,
	/** The last day, when it was agreed beforehand. */
	endsOn: day.nullable(),
	acceptedAt: moment.nullable(),
	endedAt: moment.nullable(),
	endedBecause: z.string(),
	consentId: id.nullable(),
	invitation: z.object({ id, createdAt: moment, expiresAt: moment, words: z.string() }).nullable(),
	/** What the reader may do with this one. */
	mayInvite: z.boolean(),
	mayEnd: z.boolean(),
});
export type Involvement = z.infer<typeof involvement>;

export const listInvolvements = endpoint({
	method: "get",
	path: "/api/families/{familyId}/involvements",
	summary: "Everyone who is or was involved beside the coordinator, from when until when, and how their invitation stands",
	right: "plan.read",
	params: familyParams,
	response: z.array(involvement),
	audit: { action: "read", object: "involvement" },
});

export const inviteNetworkMember = endpoint({
	method: "post",
	path: "/api/families/{familyId}/network-members",
	summary: "Invites somebody of the own network: adds the person and makes a card for them",
	right: "network_member.invite",
	params: familyParams,
	body: z.strictObject({
		givenName: line,
		role: optionalLine.default(""),
		email: z.string().trim().toLowerCase().max(200).pipe(z.email()).nullable().default(null),
		/** The last day; left out: until somebody ends it. */
		endsOn: day.nullable().default(null),
	}),
	response: invitationCard,
	status: 201,
	audit: { action: "create", object: "invitation" },
});
export const inviteNetworkMemberAgain = endpoint({
	method: "post",
	path: "/api/families/{familyId}/network-members/{personId}/invitations",
	summary: "Makes a new card for somebody one invited oneself; the former one stops working",
	right: "network_member.invite",
	params: within("personId"),
	response: invitationCard,
	status: 201,
	audit: { action: "create", object: "invitation" },
});
export const endNetworkMember = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/network-members/{personId}",
	summary: "Ends the involvement of somebody one invited oneself, card included; they are out at their next request",
	right: "network_member.invite",
	params: within("personId"),
	body: z.strictObject({ because: optionalLine.default("") }),
	audit: { action: "delete", object: "involvement" },
});

export const setInvolvement = endpoint({
	method: "put",
	path: "/api/families/{familyId}/people/{personId}/involvement",
	summary: "Says from when until when somebody is involved, and on which consent that stands",
	right: "involvement.write",
	params: within("personId"),
	body: z.strictObject({ startsOn: day, endsOn: day.nullable(), consentId: id.nullable() }),
	audit: { action: "update", object: "involvement" },
});

export const listMyInvitations = endpoint({
	method: "get",
	path: "/api/me/invitations",
	summary: "Who invited me, while I have an account already",
	right: "signed-in",
	response: z.array(
		z.object({ id, relation: z.enum(involvementRelations), invitedBy: z.string(), organisation: z.string(), expiresAt: moment }),
	),
	audit: { action: "read", object: "invitation" },
});
export const acceptMyInvitation = endpoint({
	method: "post",
	path: "/api/me/invitations/{invitationId}/acceptance",
	summary: "Accepts an invitation that was made for me",
	right: "signed-in",
	params: z.strictObject({ invitationId: id }),
	response: z.object({ familyId: id }),
	audit: { action: "execute", object: "invitation" },
});
export const declineMyInvitation = endpoint({
	method: "post",
	path: "/api/me/invitations/{invitationId}/refusal",
	summary: "Declines an invitation that was made for me, with a reason if I want to give one",
	right: "signed-in",
	params: z.strictObject({ invitationId: id }),
	body: z.strictObject({ words: z.string().trim().max(1000).default("") }),
	audit: { action: "execute", object: "invitation" },
});

export const declineInvitation = endpoint({
	method: "post",
	path: "/api/invitations/{code}/refusal",
	summary: "Declines an invitation card, with a reason if one wants to give it; the card is used up",
	right: "public",
	params: z.strictObject({ code: line }),
	body: z.strictObject({ words: z.string().trim().max(1000).default("") }),
	audit: { action: "execute", object: "invitation" },
});
