import * as analysis from "@samenplan/contract/analysis";
import * as crisisActs from "@samenplan/contract/crisis-acts";
import * as talks from "@samenplan/contract/disagreement-talks";
import type { Endpoint, EndpointInput } from "@samenplan/contract/endpoint";
import * as evaluations from "@samenplan/contract/evaluations";
import * as goals from "@samenplan/contract/goals";
import * as help from "@samenplan/contract/help";
import * as network from "@samenplan/contract/network";
import type { WholePlan } from "@samenplan/contract/plans";
import * as plans from "@samenplan/contract/plans";
import * as positions from "@samenplan/contract/positions";
import * as reviews from "@samenplan/contract/reviews";
import * as steps from "@samenplan/contract/steps";
import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import type { Move } from "@samenplan/plan-rules/moves";

/** A call with valid input, ready to be made. */
export type Try = { endpoint: Endpoint; input: { params?: Record<string, string>; body?: unknown } };
/** The plan as it is, and what chance decides. */
export type Ground = {
	plan: WholePlan;
	familyId: string;
	/** The day that lies so many days ahead, `YYYY-MM-DD`. */
	day: (ahead: number) => string;
	pick: <T>(from: readonly T[]) => T;
	/** Somebody of the family, by name. */
	people: Readonly<Record<string, string>>;
	/** Who makes the call. */
	personId: string;
};

/** In every text that somebody of the walk writes, so that it can be found where it must not be. */
export const marker = "wandelwoord";
const said = (what: string) => `${marker} ${what}`;

function to<E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Try {
	return { endpoint, input: input as Try["input"] };
}

/** How each move of the method is made, with valid input; nothing when there is no object to make it with. */
export function tryOf(move: Move, { plan: now, familyId, day, pick, people }: Ground): Try | undefined {
	const params = { familyId };
	const { version } = now.plan;
	const [deed, kind] = move.split("_") as [string, StepKind];
	if (stepKinds.includes(kind) && (deed === "write" || deed === "conclude" || deed === "reopen")) {
		const of = { familyId, kind };
		const step = now.steps.find((each) => each.kind === kind);
		if (!step) return undefined;
		if (deed === "reopen") return to(steps.reopenStep, { params: of, body: { because: said("toch nog eens") } });
		if (deed === "conclude") return to(steps.concludeStep, { params: of, body: { version: step.version } });
		const body = { conclusion: said("zo zien wij het"), agreements: said("zo doen we het"), version: step.version };
		return to(steps.writeStep, { params: of, body });
	}
	const planned = now.evaluations.find(({ state }) => state === "planned") ?? now.evaluations.at(-1);
	const talk = { heldOn: day(0), whatWorked: said("samen eten"), why: said("het gaat beter"), goals: [] };
	switch (move) {
		case "choose_route":
			return to(plans.chooseRoute, { params, body: { route: pick(["light", "full", "explore"] as const), reason: said("past"), version } });
		case "choose_crisis": {
			const act = { what: said("kind naar oma"), doneBy: null, doneByWho: "De wijkagent", doneOn: day(0) };
			const body = { route: "crisis" as const, reason: said("het was niet veilig"), version, crisis: { act, toldFamilyOn: day(0) } };
			return to(plans.chooseRoute, { params, body });
		}
		case "mark_complex": {
			const complex = pick([true, false, false]);
			return to(plans.markComplex, { params, body: { complex, toldFamilyOn: complex ? day(0) : null, version } });
		}
		case "ask_review": {
			const kind = pick(["route", "shared_picture", "shared_picture", "running"] as const);
			return to(reviews.askReview, { params, body: { kind, question: said("wat zie jij?"), urgent: false, toldFamilyOn: day(0) } });
		}
		case "skip_network":
			return to(plans.skipNetwork, { params, body: { because: said("net verhuisd"), version } });
		case "offer_group_plan":
			return to(plans.offerGroupPlan, { params, body: { offeredOn: day(0), version } });
		case "answer_group_plan":
			return to(plans.answerGroupPlan, {
				params,
				body: { answer: pick(["yes", "no", "later"] as const), words: said("liever samen"), version },
			});
		case "decide_help": {
			const compared = now.helpOptions.map(({ id }) => id).slice(0, 3);
			const text = { what: said("thuisbegeleiding"), why: said("past bij ons"), tookPart: [people.mother ?? ""], decidedOn: day(0) };
			return to(help.decideHelp, { params, body: { ...text, compared, optionId: pick([null, ...compared]) } });
		}
		case "put_version":
			return to(plans.putVersion, { params });
		case "plan_evaluation":
			return to(evaluations.planEvaluation, { params, body: { dueOn: day(40) } });
		case "decide_evaluation":
		case "close_plan": {
			if (!planned) return undefined;
			const of = { ...params, evaluationId: planned.id };
			const common = { ...talk, version: planned.version };
			if (move === "decide_evaluation") {
				const decision = pick(["go_on", "adjust", "step_up", "step_down"] as const);
				return to(evaluations.holdEvaluation, { params: of, body: { ...common, decision, nextOn: day(30) } });
			}
			const after = { aftercare: said("bellen mag"), turnTo: said("de huisarts"), checkInOn: day(20), wantsMilestones: false };
			return to(evaluations.holdEvaluation, { params: of, body: { ...common, decision: "close", closingKind: "goes_on_alone", ...after } });
		}
		case "reopen_plan":
			return to(plans.reopenPlan, { params, body: { because: said("er is weer een vraag"), evaluationOn: day(30), version } });
		default:
			throw new Error(`The walk does not know how ${move} is made.`);
	}
}

/**
 * What people do besides the moves of the method, and who usually does it. What follows on something that waits comes first more often
 * than not: else hardly any talk is held and no advice is answered.
 */
export const deeds: Record<string, { by: readonly string[]; follows?: true; of: (ground: Ground) => Try | undefined }> = {
	saysHowItIs: {
		by: ["mother", "father", "girl", "coordinator"],
		of: ({ familyId, pick }) => {
			const subject = pick(["expectation", "strength", "safety", "wish", "worry"] as const);
			return to(steps.writeView, { params: { familyId }, body: { subject, text: said("zo zie ik het") } });
		},
	},
	writesDownForTheBoy: {
		by: ["coordinator"],
		of: ({ familyId, people }) =>
			to(steps.recordView, {
				params: { familyId },
				body: { personId: people.boy ?? "", subject: "strength", text: said("ik kan goed tekenen") },
			}),
	},
	takesWordsBack: {
		by: ["mother", "girl", "coordinator"],
		of: ({ plan, familyId, personId }) => {
			const mine = plan.views.find(({ writtenBy }) => writtenBy === personId);
			return mine && to(steps.withdrawView, { params: { familyId, viewId: mine.id } });
		},
	},
	plansInquiry: {
		by: ["coordinator"],
		of: ({ familyId }) => {
			const how = { how: said("samen bijhouden"), instrument: "", suits: null, suitsWords: "", personId: null, dueOn: null };
			return to(analysis.planInquiry, { params: { familyId }, body: { question: said("hoe slaapt zij?"), ...how } });
		},
	},
	writesWhatWasDone: {
		by: ["coordinator"],
		of: ({ familyId, day }) =>
			to(crisisActs.recordCrisisAct, {
				params: { familyId },
				body: { what: said("opvang geregeld"), doneBy: null, doneByWho: "Oma", doneOn: day(0) },
			}),
	},
	proposesGoal: {
		by: ["mother", "father", "girl", "coordinator"],
		of: ({ familyId, pick }) => {
			const levels = ["nooit", "soms", "vaak", "bijna altijd", "altijd"];
			const whole = { forKind: "whole_family" as const, levels, startLevel: -1 };
			return to(goals.proposeGoal, { params: { familyId }, body: { text: said("samen eten"), ...pick([{}, whole, whole]) } });
		},
	},
	movesGoal: {
		by: ["coordinator"],
		of: ({ plan, familyId, pick }) => {
			const goal = plan.goals.length > 0 ? pick(plan.goals) : undefined;
			const state = pick(["agreed", "active", "active", "achieved", "adjusted", "stopped"] as const);
			return goal && to(goals.moveGoal, { params: { familyId, goalId: goal.id }, body: { state, version: goal.version } });
		},
	},
	answersGoal: { by: ["mother", "father", "girl"], of: (ground) => answer(ground, "goal", ground.plan.goals) },
	answersVersion: {
		follows: true,
		by: ["mother", "father", "girl"],
		of: (ground) =>
			answer(
				ground,
				"plan_version",
				ground.plan.versions.filter(({ state }) => state === "put").map(({ id, number }) => ({ id, version: number })),
			),
	},
	answersDecision: { by: ["mother", "father", "girl"], of: (ground) => answer(ground, "decision", ground.plan.decisions) },
	talksAboutGoal: {
		follows: true,
		by: ["coordinator"],
		of: ({ plan, familyId, day, pick, people }) => {
			const doubted = plan.goals.filter(({ id, version }) =>
				plan.positions.some((given) => given.subjectId === id && given.subjectVersion === version && given.answer === "disagree"),
			);
			if (doubted.length === 0) return undefined;
			const goal = pick(doubted);
			const about = { subject: "goal" as const, subjectId: goal.id, subjectVersion: goal.version };
			const body = { ...about, heldOn: day(0), tookPart: [people.mother ?? ""], text: said("we gaan verder"), proceeds: true };
			return to(talks.recordDisagreementTalk, { params: { familyId }, body });
		},
	},
	goesOnWithVersion: {
		follows: true,
		by: ["coordinator"],
		of: ({ plan, familyId, day }) => {
			const put = plan.versions.find(({ id }) => plan.positions.some((given) => given.subjectId === id && given.answer === "disagree"));
			const body = { talkOn: day(0), because: said("we gaan verder"), tookPart: [] };
			return put && to(plans.proceedWithVersion, { params: { familyId, planVersionId: put.id }, body });
		},
	},
	withdrawsVersion: {
		by: ["coordinator"],
		of: ({ plan, familyId }) => {
			const put = plan.versions.at(-1);
			return put && to(plans.withdrawVersion, { params: { familyId, planVersionId: put.id } });
		},
	},
	looksAround: {
		by: ["mother", "girl", "coordinator"],
		of: ({ familyId }) => {
			const tie = { name: "Oma", kind: "family" as const, closeness: 1, givesSupport: true, costsEnergy: false, text: said("past op") };
			return to(network.addTie, { params: { familyId }, body: tie });
		},
	},
	addsOption: {
		by: ["coordinator"],
		of: ({ familyId }) => {
			const none = { knownToWork: "", familyFor: "", familyAgainst: "", professionalFor: "", professionalAgainst: "" };
			const body = { name: said("cursus"), what: said("acht avonden"), ...none, waiting: "", distance: "", cost: "", recommended: false };
			return to(help.addHelpOption, { params: { familyId }, body });
		},
	},
	arrangesHelp: {
		by: ["coordinator"],
		of: ({ plan, familyId, day, pick }) => {
			const decision = plan.decisions.at(-1);
			const when = { startsOn: day(0), endsOn: day(60), evaluationOn: day(30) };
			const text = {
				what: said("begeleiding"),
				provider: "De Brug",
				...when,
				aftercare: "",
				state: pick(["planned", "waiting", "running"] as const),
			};
			return decision && to(help.arrangeHelp, { params: { familyId }, body: { ...text, decisionId: decision.id } });
		},
	},
	movesHelp: {
		by: ["coordinator"],
		of: ({ plan, familyId, pick }) => {
			if (plan.help.length === 0) return undefined;
			const { id, version } = pick(plan.help);
			const body = { state: pick(["running", "waiting", "stopped", "completed"] as const), because: said("klaar"), version };
			return to(help.moveHelp, { params: { familyId, helpId: id }, body });
		},
	},
	scoresGoal: {
		by: ["mother", "father", "girl", "coordinator"],
		of: ({ plan, familyId, pick, personId }) => {
			const evaluation = plan.evaluations.find(({ state }) => state === "planned");
			if (!evaluation || plan.goals.length === 0) return undefined;
			const goalId = pick(plan.goals).id;
			const kept = evaluation.scores.find((score) => score.goalId === goalId && score.personId === personId);
			const body = { score: pick([-1, 0, 1]), text: said("gaat best"), ...(kept && { version: kept.version }) };
			return to(evaluations.scoreGoal, { params: { familyId, evaluationId: evaluation.id, goalId }, body });
		},
	},
	movesEvaluation: {
		by: ["coordinator"],
		of: ({ plan, familyId, day }) => {
			const planned = plan.evaluations.find(({ state }) => state === "planned");
			const body = planned && { dueOn: day(35), version: planned.version };
			return body && to(evaluations.moveEvaluation, { params: { familyId, evaluationId: planned.id }, body });
		},
	},
	takesReview: {
		follows: true,
		by: ["scientist"],
		of: ({ plan }) => {
			const asked = plan.reviews.find(({ state }) => state === "asked");
			return asked && to(reviews.takeReview, { params: { reviewId: asked.id } });
		},
	},
	advises: {
		follows: true,
		by: ["scientist"],
		of: ({ plan, familyId }) => {
			const taken = plan.reviews.find(({ state }) => state === "taken");
			const body = taken && { advice: said("let op de slaap"), version: taken.version };
			return body && to(reviews.adviseReview, { params: { familyId, reviewId: taken.id }, body });
		},
	},
	answersAdvice: {
		follows: true,
		by: ["coordinator"],
		of: ({ plan, familyId, day }) => {
			const advised = plan.reviews.find(({ state }) => state === "advised");
			const body = advised && { answer: "followed" as const, because: said("goed idee"), heardFamilyOn: day(0), version: advised.version };
			return body && to(reviews.answerReview, { params: { familyId, reviewId: advised.id }, body });
		},
	},
	withdrawsReview: {
		by: ["coordinator"],
		of: ({ plan, familyId }) => {
			const review = plan.reviews.find(({ state }) => state === "asked" || state === "taken");
			return review && to(reviews.withdrawReview, { params: { familyId, reviewId: review.id } });
		},
	},
};

function answer(
	{ plan, familyId, pick, personId }: Ground,
	subject: "goal" | "plan_version" | "decision",
	on: readonly { id: string; version: number }[],
): Try | undefined {
	const answered = (id: string, version: number) =>
		plan.positions.some((given) => given.subjectId === id && given.subjectVersion === version && given.personId === personId);
	const open = on.filter(({ id, version }) => !answered(id, version));
	if (open.length === 0) return undefined;
	const { id, version } = pick(open);
	const given = pick(["agree", "agree", "agree_but", "disagree", "explain"] as const);
	const body = { subject, subjectId: id, subjectVersion: version, answer: given, text: said("zo vind ik het") };
	return to(positions.givePosition, { params: { familyId }, body });
}
