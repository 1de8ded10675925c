import { relations } from "@samenplan/access/relations";
import { familyRights } from "@samenplan/access/rights";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day, id, language, moment } from "./shapes.ts";

export const involvementRelations = ["coordinator", "scientist", "parent", "child", "network_member", "professional"] as const;
export const householdParts = ["full", "part", "weekends"] as const;
export const kinshipKinds = ["parent", "step_parent", "foster_parent", "grandparent", "sibling", "half_sibling", "partner", "former_partner", "other"] as const;
export const authorityHolds = ["yes", "no", "unknown"] as const;
export const invitationStates = ["sent", "accepted", "withdrawn"] as const;

/** One person around the family as the plan shows them. */
export const familyPerson = z.object({
	id,
	involvementId: id,
	givenName: z.string(),
	familyName: z.string(),
	bornOn: day.nullable(),
	relation: z.enum(involvementRelations),
	role: z.string(),
	language,
	interpreter: z.boolean(),
	easyText: z.boolean(),
	pictures: z.boolean(),
	readAloud: z.boolean(),
	largeLetters: z.boolean(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	reachNote: z.string(),
	version: z.number().int(),
	/** Whether this person can sign in. */
	hasAccount: z.boolean(),
	invitation: z.object({ id, state: z.enum(invitationStates), expiresAt: moment, createdAt: moment }).nullable(),
});
export type FamilyPerson = z.infer<typeof familyPerson>;

export const household = z.object({
	id,
	name: z.string(),
	address: z.string(),
	version: z.number().int(),
	members: z.array(z.object({ personId: id, part: z.enum(householdParts) })),
});
export const kinship = z.object({ id, personId: id, kind: z.enum(kinshipKinds), toPersonId: id });
export const authority = z.object({
	id,
	parentId: id,
	childId: id,
	holds: z.enum(authorityHolds),
	source: z.string(),
	recordedOn: day.nullable(),
	version: z.number().int(),
});

/** The family part of the whole plan. */
export const familyPart = z.object({
	id,
	name: z.string(),
	version: z.number().int(),
	persons: z.array(familyPerson),
	households: z.array(household),
	kinships: z.array(kinship),
	authorities: z.array(authority),
});
/** Who reads: lets the web show what this person may do, without looking at a role. */
export const viewer = z.object({
	personId: id,
	side: z.enum(["family", "professional"]),
	relations: z.array(z.enum(relations)),
	abilities: z.array(z.enum(familyRights)),
});

export const listFamilies = endpoint({
	method: "get",
	path: "/api/families",
	summary: "The families I am involved in",
	right: "signed-in",
	response: z.array(z.object({ id, name: z.string() })),
	audit: { action: "read", object: "family" },
});
