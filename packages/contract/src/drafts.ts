import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { familyParams, moment } from "./shapes.ts";

/** Words that somebody is still writing: theirs alone, on each of their devices, until they put them in the plan. */
export const draft = z.object({
	/** Which field of which form the words belong to. */
	place: z.string(),
	text: z.string(),
	updatedAt: moment,
});
export type Draft = z.infer<typeof draft>;

export const keepDraft = endpoint({
	method: "put",
	path: "/api/families/{familyId}/drafts",
	summary: "Keep words I am still writing, for me alone; without words the draft goes away",
	right: "draft.write",
	params: familyParams,
	body: z.strictObject({ place: z.string().min(1).max(200), text: z.string().max(20_000) }),
	audit: { action: "update", object: "draft" },
	quiet: true,
});
