import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, line, moment, optionalLine, someWords, version, within, words } from "./shapes.ts";
import { analysisBases, analysisKinds, inquiryStates, themes } from "./steps.ts";

/** The inquiry plan, the points of the analysis and the words that people use differently. */

/** One line of the inquiry plan: what we want to know, how we find out, and what we found. */
export const inquiry = z.object({
	id,
	question: z.string(),
	/** Which information, and how it is gathered. */
	how: z.string(),
	/** A list or test that was shown to measure what it says; empty when none is used. */
	instrument: z.string(),
	/** Whether it suits this family (culture, language, reading, a mild intellectual disability); null while nobody looked at that. */
	suits: z.boolean().nullable(),
	suitsWords: z.string(),
	/** Who finds out. */
	personId: id.nullable(),
	dueOn: day.nullable(),
	found: z.string(),
	state: z.enum(inquiryStates),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Inquiry = z.infer<typeof inquiry>;

/** A point of the analysis made together. */
export const analysisPoint = z.object({
	id,
	kind: z.enum(analysisKinds),
	/** What we know is kept apart from what we think. */
	basis: z.enum(analysisBases),
	text: z.string(),
	aboutPersonId: id.nullable(),
	theme: z.enum(themes).nullable(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type AnalysisPoint = z.infer<typeof analysisPoint>;

/** A word that people use in different ways: what each means by it, and what it looks like at home. */
export const sharedWord = z.object({
	id,
	word: z.string(),
	familyMeans: z.string(),
	professionalMeans: z.string(),
	atHome: z.string(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type SharedWord = z.infer<typeof sharedWord>;

const inquiryText = {
	question: someWords,
	how: words,
	instrument: optionalLine,
	suits: z.boolean().nullable(),
	suitsWords: words,
	personId: id.nullable(),
	dueOn: day.nullable(),
};
export const planInquiry = endpoint({
	method: "post",
	path: "/api/families/{familyId}/inquiries",
	summary: "Plan to find something out: what we want to know, how, with what, whether that suits this family, who and by when",
	right: "plan.steer",
	params: familyParams,
	/** Something can be written down that is known already. */
	body: z.strictObject({ ...inquiryText, found: words.default(""), state: z.enum(inquiryStates).default("open") }),
	response: created,
	status: 201,
	audit: { action: "create", object: "inquiry" },
});
export const editInquiry = endpoint({
	method: "put",
	path: "/api/families/{familyId}/inquiries/{inquiryId}",
	summary: "Change what we find out, or write down what we found",
	right: "plan.steer",
	params: within("inquiryId"),
	body: z.strictObject({ ...inquiryText, found: words, state: z.enum(inquiryStates), version }),
	response: inquiry,
	audit: { action: "update", object: "inquiry" },
});
export const removeInquiry = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/inquiries/{inquiryId}",
	summary: "Take a line out of the inquiry plan; the former text is kept",
	right: "plan.steer",
	params: within("inquiryId"),
	audit: { action: "delete", object: "inquiry" },
});

const pointText = {
	kind: z.enum(analysisKinds),
	basis: z.enum(analysisBases),
	text: someWords,
	aboutPersonId: id.nullable(),
	theme: z.enum(themes).nullable(),
};
export const addAnalysisPoint = endpoint({
	method: "post",
	path: "/api/families/{familyId}/analysis-points",
	summary: "Write down a point of the analysis, and whether we know it or think it",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject(pointText),
	response: created,
	status: 201,
	audit: { action: "create", object: "analysis_point" },
});
export const editAnalysisPoint = endpoint({
	method: "put",
	path: "/api/families/{familyId}/analysis-points/{analysisPointId}",
	summary: "Change a point of the analysis, also from what we think to what we know",
	right: "plan.steer",
	params: within("analysisPointId"),
	body: z.strictObject({ ...pointText, version }),
	response: analysisPoint,
	audit: { action: "update", object: "analysis_point" },
});
export const removeAnalysisPoint = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/analysis-points/{analysisPointId}",
	summary: "Take a point out of the analysis; the former text is kept",
	right: "plan.steer",
	params: within("analysisPointId"),
	audit: { action: "delete", object: "analysis_point" },
});

export const addSharedWord = endpoint({
	method: "post",
	path: "/api/families/{familyId}/shared-words",
	summary: "Put down a word that we use differently, with what each means and what it looks like at home",
	right: "view.write",
	params: familyParams,
	/** The professional's meaning is written by who steers; others leave it out. */
	body: z.strictObject({ word: line, familyMeans: words, professionalMeans: words.optional(), atHome: words }),
	response: created,
	status: 201,
	audit: { action: "create", object: "shared_word" },
});
export const editSharedWord = endpoint({
	method: "patch",
	path: "/api/families/{familyId}/shared-words/{sharedWordId}",
	summary: "Change what one of us means by a word; the former text is kept",
	right: "view.write",
	params: within("sharedWordId"),
	/** What is left out stays as it is. */
	body: z.strictObject({
		familyMeans: words.optional(),
		professionalMeans: words.optional(),
		atHome: words.optional(),
		version,
	}),
	response: sharedWord,
	audit: { action: "update", object: "shared_word" },
});
export const removeSharedWord = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/shared-words/{sharedWordId}",
	summary: "Take a word out of our list: by who put it there while nobody added to it, or who steers; the former text is kept",
	right: "view.write",
	params: within("sharedWordId"),
	audit: { action: "delete", object: "shared_word" },
});
