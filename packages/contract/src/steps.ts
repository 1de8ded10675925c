import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { audience, created, familyParams, id, language, moment, readersChoice, someWords, version, within, words } from "./shapes.ts";

export const stepKinds = ["clarify", "strengths", "goals", "network", "help", "evaluate"] as const;
export type StepKind = (typeof stepKinds)[number];
export const stepStates = ["not_started", "in_progress", "concluded", "reopened"] as const;
export const viewSubjects = [
	"question",
	"wish",
	"worry",
	"expectation",
	"strength",
	"concern",
	"safety",
	"resource",
	"earlier_help",
] as const;
/** Kinds of safety: at home, in feeling, in body, and through who is around (Van Hof and others, 2022). */
export const safetyKinds = ["physical_material", "emotional", "sexual", "context"] as const;
export const inquiryStates = ["open", "found", "dropped"] as const;
/** What the analysis is about: what it is, how serious, what causes it, what keeps it going, what protects. */
export const analysisKinds = ["nature", "severity", "cause", "keeps_going", "protective"] as const;
/** What we know is kept apart from what we think. */
export const analysisBases = ["know", "think"] as const;
export const themes = [
	"daily_care",
	"child_behaviour",
	"parent_behaviour",
	"safety",
	"social_surroundings",
	"learning",
	"money",
	"housing",
	"work",
	"health",
	"law",
] as const;
export type Theme = (typeof themes)[number];

export const step = z.object({
	id,
	kind: z.enum(stepKinds),
	state: z.enum(stepStates),
	conclusion: z.string(),
	professionalConclusion: z.string(),
	agreements: z.string(),
	concludedAt: moment.nullable(),
	/** Why it was opened again after it was concluded; versions put before have none. */
	reopenedBecause: z.string().default(""),
	version: z.number().int(),
});
export type Step = z.infer<typeof step>;

export const view = z.object({
	id,
	personId: id,
	subject: z.enum(viewSubjects),
	theme: z.enum(themes).nullable(),
	/** With safety: which kind it is about; null when it is about being safe at all. Versions put before it existed have none. */
	safetyKind: z.enum(safetyKinds).nullable().default(null),
	aboutPersonId: id.nullable(),
	text: z.string(),
	language,
	audience,
	/** With audience `named`: who reads it besides its writer. */
	readers: z.array(id),
	writtenBy: id,
	recorded: z.boolean(),
	version: z.number().int(),
	createdAt: moment,
	updatedAt: moment,
});
export type View = z.infer<typeof view>;

export const loadCapacity = z.object({
	id,
	personId: id,
	load: z.number().int(),
	capacity: z.number().int(),
	text: z.string(),
	audience,
	readers: z.array(id),
	writtenBy: id,
	createdAt: moment,
});
export type LoadCapacity = z.infer<typeof loadCapacity>;

const stepParams = z.strictObject({ familyId: id, kind: z.enum(stepKinds) });

export const writeStep = endpoint({
	method: "patch",
	path: "/api/families/{familyId}/steps/{kind}",
	summary: "Write down together: what we conclude in the family's words, the professional words beside it, what we agree",
	right: "plan.steer",
	params: stepParams,
	/** What is left out stays as it is. */
	body: z.strictObject({
		conclusion: words.optional(),
		professionalConclusion: words.optional(),
		agreements: words.optional(),
		version,
	}),
	response: step,
	audit: { action: "update", object: "step" },
});
export const concludeStep = endpoint({
	method: "post",
	path: "/api/families/{familyId}/steps/{kind}/conclude",
	summary: "Conclude a step that was done together; what still misses is answered with stable reasons",
	right: "plan.steer",
	params: stepParams,
	/** The version of the words that were read together. */
	body: z.strictObject({ version }),
	response: step,
	audit: { action: "execute", object: "step" },
});
export const reopenStep = endpoint({
	method: "post",
	path: "/api/families/{familyId}/steps/{kind}/reopen",
	summary: "Open a concluded step again and say why; nothing in it is lost",
	right: "plan.steer",
	params: stepParams,
	body: z.strictObject({ because: someWords }),
	response: step,
	audit: { action: "execute", object: "step" },
});

const viewBody = {
	subject: z.enum(viewSubjects),
	theme: z.enum(themes).nullable().default(null),
	/** Only with safety, as subject or as theme. */
	safetyKind: z.enum(safetyKinds).nullable().default(null),
	/** A person of the family, or the coordinator; null when it is about all of us. */
	aboutPersonId: id.nullable().default(null),
	text: someWords,
	/** The language of the words; the writer's own when left out. */
	language: language.optional(),
	...readersChoice,
};
export const writeView = endpoint({
	method: "post",
	path: "/api/families/{familyId}/views",
	summary: "Say how I see it, in my own words",
	right: "view.write",
	params: familyParams,
	body: z.strictObject(viewBody),
	response: created,
	status: 201,
	audit: { action: "create", object: "view" },
});
export const recordView = endpoint({
	method: "post",
	path: "/api/families/{familyId}/views/recorded",
	summary: "Write down the words of somebody else, together with them; it shows who wrote them down",
	right: "view.record",
	params: familyParams,
	body: z.strictObject({ ...viewBody, personId: id }),
	response: created,
	status: 201,
	audit: { action: "create", object: "view", onBehalfOf: "personId" },
});
export const recordChildView = endpoint({
	method: "post",
	path: "/api/families/{familyId}/views/of-my-child",
	summary: "Write down what my own child under 12 says; it shows that I wrote it down",
	right: "view.record_child",
	params: familyParams,
	body: z.strictObject({ ...viewBody, personId: id }),
	response: created,
	status: 201,
	audit: { action: "create", object: "view", onBehalfOf: "personId" },
});
export const editView = endpoint({
	method: "patch",
	path: "/api/families/{familyId}/views/{viewId}",
	summary: "Change my own words, or words that I wrote down; the former text is kept",
	right: "view.write",
	params: within("viewId"),
	/** Who reads it stays as it is: that changes apart, see `audience.ts`. */
	body: z.strictObject({
		text: someWords,
		/** Left out, it stays as it is. */
		safetyKind: z.enum(safetyKinds).nullable().optional(),
		version,
	}),
	response: view,
	audit: { action: "update", object: "view" },
});
export const withdrawView = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/views/{viewId}",
	summary: "Take my own words back; the former text is kept",
	right: "view.write",
	params: within("viewId"),
	audit: { action: "delete", object: "view" },
});
export const writeLoadCapacity = endpoint({
	method: "post",
	path: "/api/families/{familyId}/load-capacity",
	summary: "Say how much there is to carry and how much one can carry now; earlier moments stay",
	right: "load.write",
	params: familyParams,
	body: z.strictObject({
		personId: id,
		/** 1 very little to 5 very much. */
		load: z.number().int().min(1).max(5),
		capacity: z.number().int().min(1).max(5),
		text: words.default(""),
		...readersChoice,
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "load_capacity" },
});
