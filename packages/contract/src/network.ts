import { z } from "zod";
import { id, language, moment } from "./shapes.ts";

export const tieKinds = ["family", "friend", "neighbour", "school", "club", "faith", "peer", "work", "professional", "other"] as const;
export const askStates = ["open", "taken", "done", "withdrawn"] as const;

export const networkTie = z.object({
	id,
	name: z.string(),
	kind: z.enum(tieKinds),
	/** 1 very close, 3 further away. */
	closeness: z.number().int(),
	givesSupport: z.boolean(),
	costsEnergy: z.boolean(),
	text: z.string(),
	writtenBy: id,
	version: z.number().int(),
	createdAt: moment,
});
export type NetworkTie = z.infer<typeof networkTie>;

export const ask = z.object({
	id,
	text: z.string(),
	whenText: z.string(),
	state: z.enum(askStates),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
	offers: z.array(
		z.object({ id, tieId: id.nullable(), personId: id.nullable(), text: z.string(), writtenBy: id, createdAt: moment }),
	),
});
export type Ask = z.infer<typeof ask>;
