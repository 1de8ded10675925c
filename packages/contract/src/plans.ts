import { z } from "zod";
import { analysisPoint, inquiry, sharedWord } from "./analysis.ts";
import { closingKinds } from "./closing-kinds.ts";
import { comment } from "./comments.ts";
import { contactMoment } from "./contacts.ts";
import { crisisAct, crisisActWords } from "./crisis-acts.ts";
import { disagreementTalk } from "./disagreement-talks.ts";
import { draft } from "./drafts.ts";
import { endpoint } from "./endpoint.ts";
import { evaluation } from "./evaluations.ts";
import { familyPart, viewer } from "./families.ts";
import { action, goal } from "./goals.ts";
import { handover } from "./handovers.ts";
import { adviceCheck, decision, help, helpOption } from "./help.ts";
import { milestone } from "./milestones.ts";
import { ask, networkTie } from "./network.ts";
import { position } from "./positions.ts";
import { review, reviewAdvice } from "./reviews.ts";
import { created, day, familyParams, id, moment, optionalLine, someWords, takenFile, version, within, words } from "./shapes.ts";
import { statement } from "./statements.ts";
import { loadCapacity, step, view } from "./steps.ts";

export const planStates = ["open", "closed"] as const;
export const routes = ["light", "full", "explore", "crisis"] as const;
/** Where a child stays, when that changes how often we look back. */
export const placements = ["home", "foster_return", "foster_long", "residential"] as const;
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
	/** Expected of each other: what we do when it does not work, and what is written down about the family. */
	whenItFails: z.string(),
	writtenDown: z.string(),
	/** Who sent the family, why, and what they hear back. */
	referrer: z.string(),
	referralReason: z.string(),
	referrerHears: z.string(),
	/** A court measure sets the frame: its date, what stands, and what the family still chooses itself. */
	courtOrderOn: day.nullable(),
	courtOrder: z.string(),
	ownChoices: z.string(),
	placement: z.enum(placements),
	groupPlanOfferedOn: day.nullable(),
	groupPlanAnswer: z.enum(groupPlanAnswers).nullable(),
	groupPlanWords: z.string(),
	/** The day of that answer, and whether the coordinator wrote it down with the family at the table. */
	groupPlanAnsweredOn: day.nullable().default(null),
	groupPlanRecorded: z.boolean().default(false),
	networkSkippedBecause: z.string(),
	closingReason: z.string(),
	aftercare: z.string(),
	/** How it ended, who the family turns to afterwards, and the day on which we ask how it goes; versions put before have none. */
	closingKind: z.enum(closingKinds).nullable().default(null),
	turnTo: z.string().default(""),
	checkInOn: day.nullable().default(null),
	checkedInOn: day.nullable().default(null),
	checkInWords: z.string().default(""),
	/** The family wishes to hear again at milestones, also after closing. */
	wantsMilestones: z.boolean().default(false),
	/** Why and when the plan was opened again after closing. */
	reopenedBecause: z.string().default(""),
	reopenedOn: day.nullable().default(null),
	version: z.number().int(),
	openedOn: day,
	closedOn: day.nullable(),
});
/** The plan after a change that says how often we look back: with the day to which the talk moved forward, or null when it stayed. */
export const planHeadAndTalk = planHead.extend({ talkMovedTo: day.nullable() });
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

/** The plan itself as it stands in a version; versions put before some of these existed have none. */
const planHeadOfVersion = planHead.partial({
	whenItFails: true,
	writtenDown: true,
	referrer: true,
	referralReason: true,
	referrerHears: true,
	courtOrderOn: true,
	courtOrder: true,
	ownChoices: true,
	placement: true,
});

/** What is put before people and frozen: everything of the plan that they decide about. */
export const planContent = z.object({
	family: familyPart,
	plan: planHeadOfVersion,
	steps: z.array(step),
	views: z.array(view),
	loadCapacity: z.array(loadCapacity),
	/** Step 2 in full; versions put before it existed have none. */
	inquiries: z.array(inquiry).optional(),
	analysisPoints: z.array(analysisPoint).optional(),
	sharedWords: z.array(sharedWord).optional(),
	goals: z.array(goal),
	actions: z.array(action),
	networkTies: z.array(networkTie),
	asks: z.array(ask),
	helpOptions: z.array(helpOption),
	decisions: z.array(decision),
	help: z.array(help),
	/** Own statements beside these texts; versions put before the statements existed have none. */
	statements: z.array(statement).optional(),
	/** What was done at once in a crisis. */
	crisisActs: z.array(crisisAct).optional(),
	/** The day on which something was taken out of this version because somebody had it destroyed. */
	redactedOn: day.optional(),
});
export type PlanContent = z.infer<typeof planContent>;

/** The whole plan of a family as one reader may see it. */
export const wholePlan = planContent.extend({
	viewer,
	plan: planHead,
	/** People who wrote or read here without being involved (any more): their words keep their name. */
	others: z.array(z.object({ id, givenName: z.string(), familyName: z.string() })),
	positions: z.array(position),
	disagreementTalks: z.array(disagreementTalk),
	adviceChecks: z.array(adviceCheck),
	versions: z.array(planVersionHead),
	evaluations: z.array(evaluation),
	/** Of the family, whatever the plan. */
	milestones: z.array(milestone),
	reviews: z.array(review),
	reviewAdvices: z.array(reviewAdvice),
	handovers: z.array(handover),
	comments: z.array(comment),
	statements: z.array(statement),
	inquiries: z.array(inquiry),
	analysisPoints: z.array(analysisPoint),
	sharedWords: z.array(sharedWord),
	crisisActs: z.array(crisisAct),
	contactMoments: z.array(contactMoment),
	/** What the reader is still writing. */
	drafts: z.array(draft),
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
export const takePlanVersionPdf = endpoint({
	method: "get",
	path: "/api/families/{familyId}/plan-versions/{planVersionId}/pdf",
	summary: "A version of the plan with each one's answer to it, as a file to keep, print or send; the log names who took it",
	right: "plan.take",
	params: z.strictObject({ familyId: id, planVersionId: id }),
	response: takenFile,
	file: "application/pdf",
	audit: { action: "read", object: "print", recipient: "self" },
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
	summary: "Choose with the family how to go on: light, full, explore first, or crisis with what was done at once",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({
		route: z.enum(routes),
		reason: words,
		version,
		/** With a crisis: what was done at once (null when it was written down before), and when the family heard that a scientist thinks along. */
		crisis: z.strictObject({ act: z.strictObject(crisisActWords).nullable(), toldFamilyOn: day }).optional(),
	}),
	response: planHeadAndTalk,
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
	/** What is left out stays as it is. */
	body: z.strictObject({ sharingAgreements: words.optional(), referrerHears: words.optional(), version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const agreeWithEachOther = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/expectations",
	summary: "Write down what we do when it does not work, and what is written down about the family",
	right: "plan.steer",
	params: familyParams,
	/** What is left out stays as it is. */
	body: z.strictObject({ whenItFails: words.optional(), writtenDown: words.optional(), version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const describeReferral = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/referral",
	summary: "Say who sent the family, and why; empty when they came by themselves",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ referrer: optionalLine, referralReason: words, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const setFrame = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/frame",
	summary: "Say where the child stays, and what a judge decided: what stands, and what the family still chooses itself",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ placement: z.enum(placements), courtOrderOn: day.nullable(), courtOrder: words, ownChoices: words, version }),
	response: planHeadAndTalk,
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

export const reopenPlan = endpoint({
	method: "post",
	path: "/api/families/{familyId}/plan/reopening",
	summary: "Opens a closed plan again and says why; everything of before is there, with a next day to look back",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ because: someWords, evaluationOn: day, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const moveCheckIn = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/check-in/day",
	summary: "Moves the day on which we ask how it goes after closing",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ checkInOn: day, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const checkIn = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/check-in",
	summary: "Writes down how it goes some weeks after closing",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ checkedInOn: day, words: someWords, version }),
	response: planHead,
	audit: { action: "update", object: "plan" },
});
export const wishMilestones = endpoint({
	method: "put",
	path: "/api/families/{familyId}/plan/milestone-wish",
	summary: "Says whether the family wishes to hear from the coordinator at milestones, also after closing",
	right: "milestone.write",
	params: familyParams,
	body: z.strictObject({ wants: z.boolean(), version }),
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
	body: z.strictObject({ talkOn: day, because: someWords, tookPart: z.array(id).max(50).default([]) }),
	audit: { action: "update", object: "plan_version" },
});
