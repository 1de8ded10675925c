import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import {
	audience,
	created,
	familyParams,
	id,
	language,
	line,
	moment,
	optionalLine,
	readersChoice,
	version,
	within,
	words,
} from "./shapes.ts";

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
	audience,
	/** With audience `named`: who reads it besides its writer. */
	readers: z.array(id),
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
	offers: z.array(z.object({ id, tieId: id.nullable(), personId: id.nullable(), text: z.string(), writtenBy: id, createdAt: moment })),
});
export type Ask = z.infer<typeof ask>;

const tieText = {
	name: line,
	kind: z.enum(tieKinds),
	closeness: z.number().int().min(1).max(3),
	givesSupport: z.boolean(),
	costsEnergy: z.boolean(),
	text: words,
};
export const addTie = endpoint({
	method: "post",
	path: "/api/families/{familyId}/network-ties",
	summary: "Add a person or group around the family",
	right: "network.write",
	params: familyParams,
	body: z.strictObject({ ...tieText, ...readersChoice }),
	response: created,
	status: 201,
	audit: { action: "create", object: "network_tie" },
});
export const editTie = endpoint({
	method: "put",
	path: "/api/families/{familyId}/network-ties/{tieId}",
	summary: "Change a person or group around the family",
	right: "network.write",
	params: within("tieId"),
	body: z.strictObject({ ...tieText, version }),
	audit: { action: "update", object: "network_tie" },
});
export const removeTie = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/network-ties/{tieId}",
	summary: "Take somebody away who is not around the family",
	right: "network.write",
	params: within("tieId"),
	audit: { action: "delete", object: "network_tie" },
});

const askText = { text: line, whenText: optionalLine };
export const addAsk = endpoint({
	method: "post",
	path: "/api/families/{familyId}/asks",
	summary: "Ask for something concrete: what, and when",
	right: "network.write",
	params: familyParams,
	body: z.strictObject(askText),
	response: created,
	status: 201,
	audit: { action: "create", object: "ask" },
});
export const editAsk = endpoint({
	method: "put",
	path: "/api/families/{familyId}/asks/{askId}",
	summary: "Change what is asked",
	right: "network.write",
	params: within("askId"),
	body: z.strictObject({ ...askText, version }),
	audit: { action: "update", object: "ask" },
});
export const moveAsk = endpoint({
	method: "post",
	path: "/api/families/{familyId}/asks/{askId}/state",
	summary: "Say that an ask is taken, done, withdrawn or open again",
	right: "ask.answer",
	params: within("askId"),
	body: z.strictObject({ state: z.enum(askStates) }),
	audit: { action: "update", object: "ask" },
});
export const addOffer = endpoint({
	method: "post",
	path: "/api/families/{familyId}/asks/{askId}/offers",
	summary: "Write down who offers to do what is asked",
	right: "ask.answer",
	params: within("askId"),
	/** Somebody around the family, a person of the family, or both left out and only words. */
	body: z.strictObject({ tieId: id.nullable().default(null), personId: id.nullable().default(null), text: optionalLine }),
	response: created,
	status: 201,
	audit: { action: "create", object: "offer" },
});
export const withdrawOffer = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/offers/{offerId}",
	summary: "Take an offer back",
	right: "ask.answer",
	params: within("offerId"),
	audit: { action: "delete", object: "offer" },
});
