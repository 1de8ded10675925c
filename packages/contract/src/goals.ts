import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, line, moment, someWords, version, within, words } from "./shapes.ts";
import { themes } from "./steps.ts";

export const goalFor = ["child", "parent", "parents_together", "sibling", "whole_family"] as const;
export const goalTerms = ["short", "long"] as const;
export const goalStates = ["proposed", "agreed", "active", "achieved", "adjusted", "stopped"] as const;
export const repeats = ["once", "daily", "weekly", "monthly"] as const;
export const actionStates = ["to_do", "done", "did_not_work"] as const;

export const goal = z.object({
	id,
	theme: z.enum(themes).nullable(),
	forKind: z.enum(goalFor).nullable(),
	forPersonId: id.nullable(),
	text: z.string(),
	professionalText: z.string(),
	term: z.enum(goalTerms),
	state: z.enum(goalStates),
	/** Five texts from much less than hoped (-2) to much more (+2); empty while not yet described. */
	levels: z.array(z.string()),
	startLevel: z.number().int().nullable(),
	position: z.number().int(),
	fromViewId: id.nullable(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Goal = z.infer<typeof goal>;

export const action = z.object({
	id,
	goalId: id.nullable(),
	personId: id,
	text: z.string(),
	dueOn: day.nullable(),
	repeats: z.enum(repeats),
	state: z.enum(actionStates),
	note: z.string(),
	reportedAt: moment.nullable(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Action = z.infer<typeof action>;

/** What a goal says; everything but its words may come later. */
const goalText = {
	text: someWords,
	theme: z.enum(themes).nullable().default(null),
	forKind: z.enum(goalFor).nullable().default(null),
	forPersonId: id.nullable().default(null),
	term: z.enum(goalTerms).default("short"),
	/** Five texts from much less than hoped to much more, or none. */
	levels: z.union([z.array(words).length(5), z.array(words).length(0)]).default([]),
	startLevel: z.number().int().min(-2).max(2).nullable().default(null),
};
/** Professional wording beside the family's words; only for who may write all of a goal. */
const professionalText = words.optional();

export const proposeGoal = endpoint({
	method: "post",
	path: "/api/families/{familyId}/goals",
	summary: "Propose a goal in own words, from a strength, a concern or anew",
	right: "goal.propose",
	params: familyParams,
	body: z.strictObject({ ...goalText, professionalText, fromViewId: id.nullable().default(null) }),
	response: created,
	status: 201,
	audit: { action: "create", object: "goal" },
});
export const editGoal = endpoint({
	method: "put",
	path: "/api/families/{familyId}/goals/{goalId}",
	summary: "Change a goal; answers to the former text are asked again",
	right: "goal.write",
	params: within("goalId"),
	body: z.strictObject({ ...goalText, professionalText, version }),
	audit: { action: "update", object: "goal" },
});
export const moveGoal = endpoint({
	method: "post",
	path: "/api/families/{familyId}/goals/{goalId}/state",
	summary: "Start, celebrate, adjust, stop or take up a goal",
	right: "goal.write",
	params: within("goalId"),
	body: z.strictObject({ state: z.enum(goalStates), version }),
	audit: { action: "update", object: "goal" },
});
export const orderGoals = endpoint({
	method: "put",
	path: "/api/families/{familyId}/goals-order",
	summary: "Put the goals in the order the family wants",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ goalIds: z.array(id).max(200) }),
	audit: { action: "update", object: "goal" },
});

/** Who does what, by when. */
const actionText = {
	text: line,
	personId: id,
	dueOn: day.nullable().default(null),
	repeats: z.enum(repeats).default("once"),
};
export const addAction = endpoint({
	method: "post",
	path: "/api/families/{familyId}/actions",
	summary: "Agree on a small step: who, what, when",
	right: "action.write",
	params: familyParams,
	body: z.strictObject({ ...actionText, goalId: id.nullable().default(null) }),
	response: created,
	status: 201,
	audit: { action: "create", object: "action" },
});
export const editAction = endpoint({
	method: "put",
	path: "/api/families/{familyId}/actions/{actionId}",
	summary: "Change a small step",
	right: "action.write",
	params: within("actionId"),
	body: z.strictObject({ ...actionText, version }),
	audit: { action: "update", object: "action" },
});
export const removeAction = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/actions/{actionId}",
	summary: "Take a small step away that nobody reported on yet",
	right: "action.write",
	params: within("actionId"),
	audit: { action: "delete", object: "action" },
});
export const reportAction = endpoint({
	method: "post",
	path: "/api/families/{familyId}/actions/{actionId}/report",
	summary: "Say that a small step is done or did not work, or take that back",
	right: "action.report",
	params: within("actionId"),
	body: z.strictObject({ state: z.enum(actionStates), note: words.default("") }),
	audit: { action: "update", object: "action" },
});
