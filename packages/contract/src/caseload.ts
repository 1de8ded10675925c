import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { routes } from "./plans.ts";
import { day, id, moment } from "./shapes.ts";
import { stepKinds } from "./steps.ts";

/** What needs a coordinator's eye; each ends by itself when it is done (rules: `@samenplan/plan-rules/signals`). */
export const signalKinds = [
	"evaluation_overdue",
	"evaluation_soon",
	"question_unanswered",
	"explanation_asked",
	"version_awaits_answers",
	"disagreement",
	"review_waiting",
	"review_advised",
	"help_waiting",
	"first_contact_due",
	"stalled",
] as const;
export type SignalKind = (typeof signalKinds)[number];
/** `now`: somebody waits or a day has passed; `soon`: within days; `watch`: good to know. */
export const severities = ["now", "soon", "watch"] as const;
export type Severity = (typeof severities)[number];

export const signal = z.object({
	kind: z.enum(signalKinds),
	severity: z.enum(severities),
	/** Since which day this is so; for what is still to come, the day it is due. */
	since: day,
	/** How many, where it can be more than one. */
	count: z.number().int().nullable(),
});
export type Signal = z.infer<typeof signal>;

/** One family as a list shows it: dates, counts and signals, no texts. */
export const caseloadFamily = z.object({
	id,
	name: z.string(),
	/** The first step that is not concluded; null without an open plan or when all six are concluded. */
	currentStep: z.enum(stepKinds).nullable(),
	route: z.enum(routes).nullable(),
	complex: z.boolean(),
	openedOn: day.nullable(),
	evaluationOn: day.nullable(),
	openQuestions: z.number().int(),
	lastContactAt: moment.nullable(),
	lastActivityAt: moment.nullable(),
	signals: z.array(signal),
});
export type CaseloadFamily = z.infer<typeof caseloadFamily>;

export const readCaseload = endpoint({
	method: "get",
	path: "/api/caseload",
	summary: "My families, those that need me first, with signals",
	right: "caseload.read",
	response: z.object({ today: day, families: z.array(caseloadFamily) }),
	audit: { action: "read", object: "caseload" },
});
export const readTeam = endpoint({
	method: "get",
	path: "/api/team",
	summary: "The families of my team per coordinator, without texts",
	right: "team.read",
	response: z.object({
		today: day,
		team: z.string(),
		coordinators: z.array(z.object({ id, name: z.string(), families: z.array(caseloadFamily) })),
	}),
	audit: { action: "read", object: "caseload" },
});
