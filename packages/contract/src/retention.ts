import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, id, line, moment, someWords } from "./shapes.ts";

/** How long files are kept, legal hold, proof of destruction. */

export const destructionGrounds = ["request", "retention_over"] as const;

const counts = z.record(z.string(), z.number().int());

export const readRetention = endpoint({
	method: "get",
	path: "/api/retention",
	summary: "How long files are kept here, whose term is over, what a legal hold keeps, and the proof of what was destroyed",
	right: "retention.read",
	response: z.object({
		yearsKept: z.number().int(),
		proposals: z.array(z.object({ familyId: id, familyName: z.string(), termOverOn: day, proposedAt: moment, onHold: z.boolean() })),
		holds: z.array(z.object({ id, familyId: id, familyName: z.string(), because: z.string(), recordedBy: z.string(), createdAt: moment })),
		proofs: z.array(
			z.object({
				id,
				formerFamilyId: id,
				ground: z.enum(destructionGrounds),
				counts,
				destroyedBy: z.string(),
				destroyedAt: moment,
			}),
		),
	}),
	audit: { action: "read", object: "retention" },
});
export type Retention = z.infer<typeof readRetention.response>;

export const setYearsKept = endpoint({
	method: "put",
	path: "/api/retention",
	summary: "Say how many years after the end of help a file is kept",
	right: "retention.write",
	body: z.strictObject({ yearsKept: z.number().int().min(20).max(80) }),
	audit: { action: "update", object: "retention" },
});
export const destroyAfterTerm = endpoint({
	method: "post",
	path: "/api/retention/destructions",
	summary: "Destroy for good the file of a family whose term is over; its name is typed once more",
	right: "retention.write",
	body: z.strictObject({ fileOf: id, familyName: line }),
	response: z.object({ counts }),
	audit: { action: "delete", object: "retention" },
});
export const placeHold = endpoint({
	method: "post",
	path: "/api/retention/holds",
	summary: "Keep a file from being destroyed, with a reason",
	right: "retention.write",
	body: z.strictObject({ fileOf: id, because: someWords }),
	response: created,
	status: 201,
	audit: { action: "create", object: "legal_hold" },
});
export const endHold = endpoint({
	method: "post",
	path: "/api/retention/holds/{holdId}/ending",
	summary: "End a legal hold",
	right: "retention.write",
	params: z.strictObject({ holdId: id }),
	audit: { action: "update", object: "legal_hold" },
});
