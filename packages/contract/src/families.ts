import { relations } from "@samenplan/access/relations";
import { familyRights } from "@samenplan/access/rights";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { ownPart } from "./own-part.ts";
import { contactAudience, created, day, familyParams, id, language, line, moment, optionalLine, version, within } from "./shapes.ts";

export const involvementRelations = ["coordinator", "scientist", "parent", "child", "network_member", "professional"] as const;
export const householdParts = ["full", "part", "weekends"] as const;
export const kinshipKinds = [
	"parent",
	"step_parent",
	"foster_parent",
	"grandparent",
	"sibling",
	"half_sibling",
	"partner",
	"former_partner",
	"other",
] as const;
export const authorityHolds = ["yes", "no", "unknown"] as const;
export const invitationStates = ["sent", "accepted", "declined", "withdrawn"] as const;

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
	/** Who may know how to reach this person, besides that person. */
	reachAudience: contactAudience,
	version: z.number().int(),
	/** Whether this person said yes here and signs in themselves; says nothing of an account for another family. */
	hasAccount: z.boolean(),
	invitation: z.object({ id, state: z.enum(invitationStates), expiresAt: moment, createdAt: moment }).nullable(),
});
export type FamilyPerson = z.infer<typeof familyPerson>;

export const household = z.object({
	id,
	name: z.string(),
	/** Empty also for a reader from whom it is kept. */
	address: z.string(),
	/** Who may know the address, besides those who live there. */
	addressAudience: contactAudience,
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
	summary: "The families I may see anything of",
	right: "signed-in",
	response: z.array(z.object({ id, name: z.string() })),
	audit: { action: "read", object: "family" },
});

export const openFamily = endpoint({
	method: "post",
	path: "/api/families",
	summary: "Opens a family with its plan; whoever opens it is its coordinator",
	right: "families.create",
	body: z.strictObject({ name: line }),
	response: created,
	status: 201,
	audit: { action: "create", object: "family" },
});
export const nameFamily = endpoint({
	method: "put",
	path: "/api/families/{familyId}",
	summary: "Changes what the family is called here",
	right: "people.write",
	params: familyParams,
	body: z.strictObject({ name: line, version }),
	audit: { action: "update", object: "family" },
});

/** What somebody sees who may not read the plan: what is theirs, and whom to ask. */
export const readOwnPart = endpoint({
	method: "get",
	path: "/api/families/{familyId}/own-part",
	summary: "What was shared with me by name, my own small steps, and who the coordinator is",
	right: "own_part.read",
	params: familyParams,
	response: ownPart.extend({
		name: z.string(),
		coordinator: z.object({ id, name: z.string() }).nullable(),
		viewer,
	}),
	audit: { action: "read", object: "own_part" },
});

const householdBody = z.strictObject({
	name: optionalLine,
	address: optionalLine,
	/** Left out: as it was; only the professionals for a new home. */
	addressAudience: contactAudience.optional(),
	members: z.array(z.strictObject({ personId: id, part: z.enum(householdParts) })).max(40),
});
export const addHousehold = endpoint({
	method: "post",
	path: "/api/families/{familyId}/households",
	summary: "Adds a home and who lives there",
	right: "people.write",
	params: familyParams,
	body: householdBody,
	response: created,
	status: 201,
	audit: { action: "create", object: "household" },
});
export const changeHousehold = endpoint({
	method: "put",
	path: "/api/families/{familyId}/households/{householdId}",
	summary: "Changes a home or who lives there",
	right: "people.write",
	params: within("householdId"),
	body: householdBody.extend({ version }),
	audit: { action: "update", object: "household" },
});
export const removeHousehold = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/households/{householdId}",
	summary: "Takes a home out of the family sheet",
	right: "people.write",
	params: within("householdId"),
	body: z.strictObject({ version }),
	audit: { action: "delete", object: "household" },
});

/**
 * Kinship between two persons is one fact, whichever way round it is said. `was` is the identifier of the fact the edit started
 * from (null: none yet): it changes with every edit, so that nobody overwrites what they did not see.
 */
export const setKinship = endpoint({
	method: "put",
	path: "/api/families/{familyId}/kinships",
	summary: "Says how two persons are related",
	right: "people.write",
	params: familyParams,
	body: z.strictObject({ personId: id, kind: z.enum(kinshipKinds), toPersonId: id, was: id.nullable() }),
	response: created,
	audit: { action: "update", object: "kinship" },
});
export const removeKinship = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/kinships/{kinshipId}",
	summary: "Takes away how two persons are related",
	right: "people.write",
	params: within("kinshipId"),
	audit: { action: "delete", object: "kinship" },
});

/** `version` is that of the fact the edit started from; null when there was none yet. */
export const recordAuthority = endpoint({
	method: "put",
	path: "/api/families/{familyId}/authorities",
	summary: "Records whether a parent has authority over a child, where that was seen and when",
	right: "authority.write",
	params: familyParams,
	body: z.strictObject({
		parentId: id,
		childId: id,
		holds: z.enum(authorityHolds),
		source: optionalLine,
		recordedOn: day.nullable(),
		version: version.nullable(),
	}),
	response: created,
	audit: { action: "update", object: "authority" },
});
