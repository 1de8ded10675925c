import { z } from "zod";
import { comment } from "./comments.ts";
import { endpoint } from "./endpoint.ts";
import { evaluation } from "./evaluations.ts";
import { familyPart, viewer } from "./families.ts";
import { action, goal } from "./goals.ts";
import { decision, help, helpOption } from "./help.ts";
import { ask, networkTie } from "./network.ts";
import { position } from "./positions.ts";
import { review } from "./reviews.ts";
import { created, day, familyParams, id, moment, someWords, version, within, words } from "./shapes.ts";
import { statement } from "./statements.ts";
import { loadCapacity, step, view } from "./steps.ts";

export const planStates = ["open", "closed"] as const;
export const routes = ["light", "full", "explore", "crisis"] as const;
/** Where a child stays, when that changes how often we look back. */
export const placements = ["home", "foster_return", "foster_long", "residential"] as const;
export const closingKinds = ["goals_reached", "goes_on_alone", "family_stops", "moved", "other_help", "age", "other"] as const;
export const contactKinds = ["visit", "office", "video", "call", "message"] as const;
export const milestoneKinds = [
	"day_care",
	"age_4",
	"age_12",
	"age_16",
	"age_18",
	"school_change",
	"move",
	"birth",
	"separation",
	"other",
] as const;
export const handoverStates = ["asked", "arranged", "accepted", "declined", "withdrawn"] as const;
export const groupPlanAnswers = ["yes", "no", "later"] as const;
export const planVersionStates = ["put", "agreed", "withdrawn"] as const;

/** What the plan itself keeps, apart from its steps. */
export const planHead = z.object({
	id,
	state: z.enum(planStates),
	route: z.enum(routes).nullable(),
	routeReason: z.string(),
	complex: z.boolean(),
	toldFamilyOn: day.nullable(),
	sharingAgreements: z.string(),
	groupPlanOfferedOn: day.nullable(),
	groupPlanAnswer: z.enum(groupPlanAnswers).nullable(),
	groupPlanWords: z.string(),
	networkSkippedBecause: z.string(),
	closingReason: z.string(),
	aftercare: z.string(),
	version: z.number().int(),
	openedOn: day,
	closedOn: day.nullable(),
});
export const planVersionHead = z.object({
	id,
	number: z.number().int(),
	state: z.enum(planVersionStates),
	mustAgree: z.array(id),
	putBy: id,
	putAt: moment,
	talkOn: day.nullable(),
	proceededBecause: z.string(),
	frozenAt: moment.nullable(),
});

/** What is put before people and frozen: everything of the plan that they decide about. */
export const planContent = z.object({
	family: familyPart,
	plan: planHead,
	steps: z.array(step),
	views: z.array(view),
	loadCapacity: z.array(loadCapacity),
	goals: z.array(goal),
	actions: z.array(action),
	networkTies: z.array(networkTie),
	asks: z.array(ask),
	helpOptions: z.array(helpOption),
	decisions: z.array(decision),
	help: z.array(help),
	/** Own statements beside these texts; versions put before the statements existed have none. */
	statements: z.array(statement).optional(),
	/** The day on which something was taken out of this version because somebody had it destroyed. */
	redactedOn: day.optional(),
});
export type PlanContent = z.infer<typeof planContent>;

/** The whole plan of a family as one reader may see it. */
export const wholePlan = planContent.extend({
	viewer,
	/** People who wrote or read here without being involved (any more): their words keep their name. */
	others: z.array(z.object({ id, givenName: z.string(), familyName: z.string() })),
	positions: z.array(position),
	versions: z.array(planVersionHead),
	evaluations: z.array(evaluation),
	reviews: z.array(review),
	comments: z.array(comment),
	statements: z.array(statement),
});
export type WholePlan = z.infer<typeof wholePlan>;
export type PlanHead = z.infer<typeof planHead>;

export const readPlan = endpoint({
	method: "get",
	path: "/api/families/{familyId}/plan",
	summary: "The whole plan of a family, as I may see it",
	right: "plan.read",
	params: familyParams,
	response: wholePlan,
	audit: { action: "read", object: "plan" },
});
export const readPlanVersion = endpoint({
	method: "get",
	path: "/api/families/{familyId}/plan-versions/{planVersionId}",
	summary: "A version of the plan exactly as it was put before people",
	right: "plan.read",
	params: z.strictObject({ familyId: id, planVersionId: id }),
	response: planVersionHead.extend({ content: planContent }),
	audit: { action: "read", object: "plan_version" },
});
export const openLive = endpoint({
	method: "get",
	path: "/api/families/{familyId}/live",
	summary: "A stream that says when something of this family changed",
	right: "live.read",
	params: familyParams,
	audit: { action: "read", object: "live" },
});

export const chooseRoute = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/route",
	summary: "Choose with the family how to go on: light, full, explore first, or crisis",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ route: z.enum(routes), reason: words, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const markComplex = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/complex",
	summary: "Say that problems are many or complex; the family was told first that a behavioural scientist thinks along",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ complex: z.boolean(), toldFamilyOn: day.nullable(), version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const agreeOnSharing = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/sharing",
	summary: "Write down what may be shared with whom, in particular with the referrer",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ sharingAgreements: words, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const offerGroupPlan = endpoint({
	method: "post",
	path: "/api/families/{familyId}/plan/group-plan/offer",
	summary: "Record the day on which the family was offered to make a plan of its own first",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ offeredOn: day, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const answerGroupPlan = endpoint({
	method: "post",
	path: "/api/families/{familyId}/plan/group-plan/answer",
	summary: "Answer that offer: yes, no or later, in the family's words",
	right: "group_plan.answer",
	params: familyParams,
	body: z.strictObject({ answer: z.enum(groupPlanAnswers), words, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const skipNetwork = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/network-skip",
	summary: "Go on without the network step, with a reason that the family reads",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ because: someWords, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});

export const putVersion = endpoint({
	method: "post",
	path: "/api/families/{familyId}/plan-versions",
	summary: "Puts the plan as it is now before everyone who must agree",
	right: "plan.put_version",
	params: familyParams,
	response: created,
	status: 201,
	audit: { action: "create", object: "plan_version" },
});
export const withdrawVersion = endpoint({
	method: "post",
	path: "/api/families/{familyId}/plan-versions/{planVersionId}/withdrawal",
	summary: "Takes back a version that lies before people, to change the plan",
	right: "plan.put_version",
	params: within("planVersionId"),
	audit: { action: "update", object: "plan_version" },
});
export const proceedWithVersion = endpoint({
	method: "post",
	path: "/api/families/{familyId}/plan-versions/{planVersionId}/proceeding",
	summary: "Goes on with a version after a talk about the disagreement, which stays visible in it",
	right: "plan.put_version",
	params: within("planVersionId"),
	body: z.strictObject({ talkOn: day, because: someWords }),
	audit: { action: "update", object: "plan_version" },
});
