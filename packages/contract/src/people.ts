import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { contactAudience, created, day, familyParams, id, language, line, moment, optionalLine, version, within } from "./shapes.ts";

/** How a person may be tied to a family by its coordinator; the coordinator and scientists come in by other ways. */
export const personRelations = ["parent", "child", "network_member", "professional"] as const;
export type PersonRelation = (typeof personRelations)[number];

/** From this age a child has an own login and an own say (Dutch Youth Act). */
export const youngPersonAge = 12;
/** How long an invitation card works. */
export const invitationDays = 14;

/** What is kept of a person. Only the given name is needed; everything else may come later. */
const personFields = z.strictObject({
	relation: z.enum(personRelations),
	givenName: line,
	familyName: optionalLine,
	bornOn: day.nullable(),
	/** In the family's words: "mother", "little brother", "teacher". */
	role: optionalLine,
	language,
	interpreter: z.boolean(),
	easyText: z.boolean(),
	pictures: z.boolean(),
	readAloud: z.boolean(),
	largeLetters: z.boolean(),
	email: z.string().trim().toLowerCase().max(200).pipe(z.email()).nullable(),
	phone: z.string().trim().max(40).nullable(),
	/** How and when this person is best reached. */
	reachNote: optionalLine,
	/** Who may know it; left out: as it was, and only the professionals for somebody new. */
	reachAudience: contactAudience.optional(),
});
export type PersonFields = z.infer<typeof personFields>;

export const addPerson = endpoint({
	method: "post",
	path: "/api/families/{familyId}/people",
	summary: "Adds a person to the family",
	right: "people.write",
	params: familyParams,
	body: personFields,
	response: created,
	status: 201,
	audit: { action: "create", object: "person" },
});
export const changePerson = endpoint({
	method: "put",
	path: "/api/families/{familyId}/people/{personId}",
	summary: "Changes what is kept of a person of the family",
	right: "people.write",
	params: within("personId"),
	body: personFields.extend({ version }),
	audit: { action: "update", object: "person" },
});
export const endPerson = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/people/{personId}",
	summary: "Ends the involvement of a person; they are out at the next request",
	right: "people.write",
	params: within("personId"),
	body: z.strictObject({ version, because: optionalLine.default("") }),
	audit: { action: "delete", object: "involvement" },
});
export const returnPerson = endpoint({
	method: "post",
	path: "/api/families/{familyId}/people/{personId}/return",
	summary: "Takes back that a person's involvement ended",
	right: "people.write",
	params: within("personId"),
	audit: { action: "update", object: "involvement" },
});

/** What stands on a card. The code is told once, here, and kept nowhere: only its hash is. */
export const invitationCard = z.object({
	id,
	personId: id,
	givenName: z.string(),
	invitedBy: z.string(),
	organisation: z.string(),
	language,
	/** `K7MF-Q2TX`: letters and figures that nobody mixes up. */
	code: z.string(),
	link: z.string(),
	/** Where the code can be typed. */
	address: z.string(),
	/** The link as a QR picture: an SVG path of black squares on a grid of `size` by `size`. */
	qr: z.object({ size: z.number().int(), path: z.string() }),
	expiresAt: moment,
	/** Whether the invitation was also mailed. */
	mailed: z.boolean(),
});
export type InvitationCard = z.infer<typeof invitationCard>;

export const invitePerson = endpoint({
	method: "post",
	path: "/api/families/{familyId}/people/{personId}/invitations",
	summary: "Makes an invitation card for one person; an earlier card of theirs stops working",
	right: "invitations.write",
	params: within("personId"),
	response: invitationCard,
	status: 201,
	audit: { action: "create", object: "invitation" },
});
export const withdrawInvitation = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/invitations/{invitationId}",
	summary: "Withdraws an invitation card that was not used yet",
	right: "invitations.write",
	params: within("invitationId"),
	audit: { action: "delete", object: "invitation" },
});
