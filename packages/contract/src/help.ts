import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import {
	audience,
	created,
	day,
	familyParams,
	id,
	language,
	line,
	moment,
	optionalLine,
	readersChoice,
	someWords,
	version,
	within,
	words,
} from "./shapes.ts";

/** Whether the advice fitted. */
export const adviceFits = ["fitted", "partly", "not"] as const;
export const helpStates = ["planned", "waiting", "running", "stopped", "completed"] as const;

export const helpOption = z.object({
	id,
	name: z.string(),
	what: z.string(),
	knownToWork: z.string(),
	familyFor: z.string(),
	familyAgainst: z.string(),
	professionalFor: z.string(),
	professionalAgainst: z.string(),
	waiting: z.string(),
	distance: z.string(),
	cost: z.string(),
	/** What the family would like best about it, and what the professional can do themselves; versions put before have none. */
	preference: z.string().default(""),
	ownOffer: z.string().default(""),
	recommended: z.boolean(),
	writtenBy: id,
	version: z.number().int(),
	createdAt: moment,
});
export type HelpOption = z.infer<typeof helpOption>;

export const decision = z.object({
	id,
	optionId: id.nullable(),
	/** The options that were compared; versions put before it was kept have none, nor what weighed. */
	compared: z.array(id).default([]),
	what: z.string(),
	why: z.string(),
	weighedKnowledge: z.string().default(""),
	weighedExperience: z.string().default(""),
	weighedWishes: z.string().default(""),
	weighedReferral: z.string().default(""),
	weighedRunning: z.string().default(""),
	tookPart: z.array(id),
	decidedOn: day,
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Decision = z.infer<typeof decision>;

export const help = z.object({
	id,
	decisionId: id,
	what: z.string(),
	provider: z.string(),
	startsOn: day,
	endsOn: day,
	evaluationOn: day,
	aftercare: z.string(),
	/** Who does what, and who to call; versions put before have none. */
	whoDoesWhat: z.string().default(""),
	/** Why it stopped, also when it runs again. */
	stoppedBecause: z.string().default(""),
	/** The help it came in the place of. */
	insteadOfId: id.nullable().default(null),
	state: z.enum(helpStates),
	waitingSince: day.nullable(),
	version: z.number().int(),
	createdAt: moment,
	progress: z.array(
		z.object({
			id,
			text: z.string(),
			/** Said beside a note about progress, by a professional it was shared with. */
			adviceFitted: z.boolean().nullable(),
			audience,
			/** With audience `named`: who reads it besides its writer. */
			readers: z.array(id),
			writtenBy: id,
			createdAt: moment,
		}),
	),
});
export type Help = z.infer<typeof help>;

/** Whether the advice fitted, as one person says it. An answer stays as it was given; the newest of each is how they see it now. */
export const adviceCheck = z.object({
	id,
	helpId: id,
	personId: id,
	fitted: z.enum(adviceFits),
	text: z.string(),
	writtenBy: id,
	/** Written down together, for somebody who does not write here. */
	recorded: z.boolean(),
	language,
	createdAt: moment,
});
export type AdviceCheck = z.infer<typeof adviceCheck>;

const optionText = {
	name: line,
	what: words,
	knownToWork: words,
	familyFor: words,
	familyAgainst: words,
	professionalFor: words,
	professionalAgainst: words,
	waiting: optionalLine,
	distance: optionalLine,
	cost: optionalLine,
	preference: words.default(""),
	ownOffer: words.default(""),
	recommended: z.boolean(),
};
export const addHelpOption = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help-options",
	summary: "Add an option to compare",
	right: "help.write",
	params: familyParams,
	body: z.strictObject(optionText),
	response: created,
	status: 201,
	audit: { action: "create", object: "help_option" },
});
export const editHelpOption = endpoint({
	method: "put",
	path: "/api/families/{familyId}/help-options/{optionId}",
	summary: "Change an option",
	right: "help.write",
	params: within("optionId"),
	body: z.strictObject({ ...optionText, version }),
	audit: { action: "update", object: "help_option" },
});
export const weighHelpOption = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help-options/{optionId}/weighing",
	summary: "Say what is good and less good about an option; the family for the family",
	right: "help.weigh",
	params: within("optionId"),
	body: z.strictObject({
		familyFor: words.optional(),
		familyAgainst: words.optional(),
		/** What the family would like best about it. */
		preference: words.optional(),
		professionalFor: words.optional(),
		professionalAgainst: words.optional(),
		version,
	}),
	audit: { action: "update", object: "help_option" },
});
export const removeHelpOption = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/help-options/{optionId}",
	summary: "Take an option away that nothing was decided about",
	right: "help.write",
	params: within("optionId"),
	audit: { action: "delete", object: "help_option" },
});

const decisionText = {
	what: someWords,
	why: someWords,
	/** The options of this plan that lay side by side. */
	compared: z.array(id).max(50).default([]),
	/** What weighed: what is known to work, experience, what the family wishes, why they were sent, help that runs already. */
	weighedKnowledge: words.default(""),
	weighedExperience: words.default(""),
	weighedWishes: words.default(""),
	weighedReferral: words.default(""),
	weighedRunning: words.default(""),
	tookPart: z.array(id).min(1).max(50),
	decidedOn: day,
};
export const decideHelp = endpoint({
	method: "post",
	path: "/api/families/{familyId}/decisions",
	summary: "Record what was decided together, and why",
	right: "help.write",
	params: familyParams,
	body: z.strictObject({ ...decisionText, optionId: id.nullable().default(null) }),
	response: created,
	status: 201,
	audit: { action: "create", object: "decision" },
});
export const editDecision = endpoint({
	method: "put",
	path: "/api/families/{familyId}/decisions/{decisionId}",
	summary: "Correct a decision; answers to the former text are asked again",
	right: "help.write",
	params: within("decisionId"),
	body: z.strictObject({ ...decisionText, version }),
	audit: { action: "update", object: "decision" },
});

const helpText = {
	what: line,
	provider: line,
	startsOn: day,
	endsOn: day,
	evaluationOn: day,
	aftercare: words,
	/** Who does what, and who to call. */
	whoDoesWhat: words.default(""),
};
export const arrangeHelp = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help",
	summary: "Arrange the help that was decided: who, from when, until when, and when we look back",
	right: "help.write",
	params: familyParams,
	body: z.strictObject({
		...helpText,
		decisionId: id,
		state: z.enum(["planned", "waiting", "running"]),
		/** The help of this plan that it comes in the place of; that one keeps its history. */
		insteadOfId: id.nullable().default(null),
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "help" },
});
export const editHelp = endpoint({
	method: "put",
	path: "/api/families/{familyId}/help/{helpId}",
	summary: "Change who helps, the period or the aftercare",
	right: "help.write",
	params: within("helpId"),
	body: z.strictObject({ ...helpText, version }),
	audit: { action: "update", object: "help" },
});
export const moveHelp = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help/{helpId}/state",
	summary: "Say that help waits, runs, stopped or is completed",
	right: "help.write",
	params: within("helpId"),
	/** Help stops for a reason that everyone of the plan reads. */
	body: z.strictObject({ state: z.enum(helpStates), because: words.default(""), version }),
	audit: { action: "update", object: "help" },
});
export const noteProgress = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help/{helpId}/progress",
	summary: "Say in two sentences how the help goes",
	right: "help.weigh",
	params: within("helpId"),
	body: z.strictObject({ text: z.string().trim().min(1).max(600), ...readersChoice }),
	response: created,
	status: 201,
	audit: { action: "create", object: "progress_note" },
});

const adviceSaid = { fitted: z.enum(adviceFits), text: words };
export const checkAdvice = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help/{helpId}/advice-checks",
	summary: "Say whether the advice fitted, for oneself",
	right: "help.weigh",
	params: within("helpId"),
	body: z.strictObject(adviceSaid),
	response: created,
	status: 201,
	audit: { action: "create", object: "advice_check" },
});
export const recordAdviceCheck = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help/{helpId}/advice-checks/recorded",
	summary: "Write down together whether the advice fitted, for somebody who cannot sign in",
	right: "view.record",
	params: within("helpId"),
	body: z.strictObject({ ...adviceSaid, personId: id }),
	response: created,
	status: 201,
	audit: { action: "create", object: "advice_check" },
});
