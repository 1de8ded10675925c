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
	recommended: z.boolean(),
	writtenBy: id,
	version: z.number().int(),
	createdAt: moment,
});
export type HelpOption = z.infer<typeof helpOption>;

export const decision = z.object({
	id,
	optionId: id.nullable(),
	what: z.string(),
	why: z.string(),
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
	state: z.enum(helpStates),
	waitingSince: day.nullable(),
	version: z.number().int(),
	createdAt: moment,
	progress: z.array(
		z.object({
			id,
			text: z.string(),
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
};
export const arrangeHelp = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help",
	summary: "Arrange the help that was decided: who, from when, until when, and when we look back",
	right: "help.write",
	params: familyParams,
	body: z.strictObject({ ...helpText, decisionId: id, state: z.enum(["planned", "waiting", "running"]) }),
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
	body: z.strictObject({ state: z.enum(helpStates), version }),
	audit: { action: "update", object: "help" },
});
export const noteProgress = endpoint({
	method: "post",
	path: "/api/families/{familyId}/help/{helpId}/progress",
	summary: "Say in two sentences how the help goes, and whether the advice fitted",
	right: "help.weigh",
	params: within("helpId"),
	body: z.strictObject({ text: z.string().trim().min(1).max(600), adviceFitted: z.boolean().nullable().default(null), ...readersChoice }),
	response: created,
	status: 201,
	audit: { action: "create", object: "progress_note" },
});
