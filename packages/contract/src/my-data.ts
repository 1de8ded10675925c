import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { familyParams, language, moment, within } from "./shapes.ts";

/** What is kept about me, and the file as it is given out: to read, and for a machine. */

/** The readable one: sections of entries of labelled lines, in the language of who gets it. */
export const readableDocument = z.object({
	language,
	title: z.string(),
	intro: z.array(z.string()),
	sections: z.array(
		z.object({
			title: z.string(),
			intro: z.string(),
			entries: z.array(z.object({ heading: z.string(), lines: z.array(z.object({ label: z.string(), text: z.string() })) })),
		}),
	),
});
export type ReadableDocument = z.infer<typeof readableDocument>;

/** `data` is complete and for machines; `document` says the same in words. */
export const givenOut = z.object({ madeAt: moment, document: readableDocument, data: z.record(z.string(), z.unknown()) });
export type GivenOut = z.infer<typeof givenOut>;

export const readMyData = endpoint({
	method: "get",
	path: "/api/families/{familyId}/my-data",
	summary: "What is kept about me in this family, now",
	right: "my_data.export",
	params: familyParams,
	response: givenOut,
	audit: { action: "read", object: "my_data", recipient: "self" },
});
export const readMyExport = endpoint({
	method: "get",
	path: "/api/families/{familyId}/my-data/{requestId}",
	summary: "The file that I asked to see, once it was granted, with the data of others masked",
	right: "my_data.export",
	params: within("requestId"),
	response: givenOut,
	audit: { action: "read", object: "inspection", recipient: "self" },
});
export const exportRequest = endpoint({
	method: "get",
	path: "/api/families/{familyId}/requests/{requestId}/export",
	summary: "The file as the asker gets it, without what is for the family or named people alone, to look over and to hand over",
	right: "request.export",
	params: within("requestId"),
	/** Why notes are withheld, for whoever weighs it: never part of what is handed over. */
	response: givenOut.extend({ withheldBecause: z.array(z.string()) }),
	audit: { action: "read", object: "inspection", recipient: "requester" },
});
