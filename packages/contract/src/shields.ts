import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, familyParams, id, moment, optionalLine, within } from "./shapes.ts";

/** What is kept from one named person. */

export const shieldWhats = ["address", "reach", "both"] as const;

export const shield = z.object({
	id,
	/** Whose address or number it is. */
	personId: id,
	what: z.enum(shieldWhats),
	fromPersonId: id,
	because: z.string(),
	recordedBy: id,
	createdAt: moment,
});
export type Shield = z.infer<typeof shield>;

export const listShields = endpoint({
	method: "get",
	path: "/api/families/{familyId}/shields",
	summary: "What is kept from whom, as far as I set it or look after it; never what is kept from me",
	right: "shield.write",
	params: familyParams,
	response: z.object({
		shields: z.array(shield),
		/** Of whom I may keep something from others. */
		people: z.array(z.object({ id, name: z.string() })),
		/** From whom it can be kept. */
		from: z.array(z.object({ id, name: z.string() })),
	}),
	audit: { action: "read", object: "shield" },
});
export const setShield = endpoint({
	method: "post",
	path: "/api/families/{familyId}/shields",
	summary: "Keep an address, or telephone and e-mail, from one named person, everywhere",
	right: "shield.write",
	params: familyParams,
	body: z.strictObject({ personId: id, what: z.enum(shieldWhats), fromPersonId: id, because: optionalLine.default("") }),
	response: created,
	status: 201,
	// Not even that something was kept from somebody may be noticed on an open page of theirs.
	quiet: true,
	audit: { action: "create", object: "shield" },
});
export const endShield = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/shields/{shieldId}",
	summary: "No longer keep it from that person",
	right: "shield.write",
	params: within("shieldId"),
	quiet: true,
	audit: { action: "delete", object: "shield" },
});
