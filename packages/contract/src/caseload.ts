import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { routes } from "./plans.ts";
import { day, familyParams, id, moment } from "./shapes.ts";
import { stepKinds } from "./steps.ts";

/** What needs a coordinator's eye; each ends by itself when it is done (rules: `@samenplan/plan-rules/signals`). */
export const signalKinds = [
	"evaluation_overdue",
	"evaluation_soon",
	"question_unanswered",
	"explanation_asked",
	"version_awaits_answers",
	"answers_awaited",
	"disagreement",
	"review_waiting",
	"review_advised",
	"help_waiting",
	"first_contact_due",
	"guardian_talk_due",
	"stalled",
	"handover_waits",
	"milestone_near",
	"check_in_due",
] as const;
export type SignalKind = (typeof signalKinds)[number];
/** `now`: somebody waits or a day has passed; `soon`: within days; `watch`: good to know. */
export const severities = ["now", "soon", "watch"] as const;
export type Severity = (typeof severities)[number];

/** Who can end a signal: whose turn it is now. */
const signalTurns = ["coordinator", "family", "scientist", "team_lead"] as const;
export type SignalTurn = (typeof signalTurns)[number];

export const signal = z.object({
	kind: z.enum(signalKinds),
	severity: z.enum(severities),
	/** Since which day this is so; for what is still to come, the day it is due. */
	since: day,
	/** How many, where it can be more than one. */
	count: z.number().int().nullable(),
	turn: z.enum(signalTurns),
	/** Since when it stands before the team lead too (R7); null when it does not. */
	escalatedOn: day.nullable(),
	/** What a team lead said to it. */
	pickedUp: z.object({ by: z.string(), on: day, words: z.string() }).nullable(),
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
export const answerEscalation = endpoint({
	method: "post",
	path: "/api/families/{familyId}/escalations",
	summary: "A team lead says that somebody looks after what waited too long; said again, the newest words count",
	right: "escalation.answer",
	params: familyParams,
	body: z.strictObject({
		kind: z.enum(signalKinds),
		/** The `since` of the signal: a later one of the same kind is a new matter. */
		since: day,
		words: z.string().trim().max(500),
	}),
	audit: { action: "create", object: "escalation" },
	quiet: true,
});
