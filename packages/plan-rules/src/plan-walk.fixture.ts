import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import type { PlanFacts, Route, StepFacts } from "./facts.ts";
import { opened } from "./moves.fixture.ts";
import type { Move } from "./moves.ts";
import { stepsOpenedBy } from "./next-cycle.ts";

type Version = {
	/** What the plan said when it was put; counts the changes until then. */
	content: number;
	state: "put" | "agreed" | "withdrawn";
	mustAgree: readonly string[];
	answers: Readonly<Record<string, "agree" | "disagree">>;
	/** A talk about the disagreement was written down. */
	talked: boolean;
};
/** A plan on its way: the facts the rules look at, and what must stay true beside them. */
export type Walked = {
	facts: PlanFacts;
	/** How often anything of the plan was written. */
	content: number;
	versions: readonly Version[];
	helpRuns: boolean;
	/** Once a crisis: what happened then may have gone out of order. */
	everInCrisis: boolean;
	/** Closed at a talk before all steps were done: the family may stop at any time. */
	closed: number;
	talksHeld: number;
};

export const started = (): Walked => ({
	facts: opened(),
	content: 0,
	versions: [],
	helpRuns: false,
	everInCrisis: false,
	closed: 0,
	talksHeld: 0,
});

/** What chance decides in one act. */
export type Chance = {
	route: Exclude<Route, "crisis">;
	person: "mother" | "father";
	yes: boolean;
	about: "route" | "shared_picture" | "running";
};

const on = (walked: Walked, facts: Partial<PlanFacts>): Walked => ({
	...walked,
	facts: { ...walked.facts, ...facts },
	content: walked.content + 1,
});
const withStep = (facts: PlanFacts, kind: StepKind, of: Partial<StepFacts>): PlanFacts => ({
	...facts,
	steps: { ...facts.steps, [kind]: { ...facts.steps[kind], ...of } },
});
const begun = (facts: PlanFacts, kind: StepKind) =>
	facts.steps[kind].state === "not_started" ? withStep(facts, kind, { state: "in_progress" }) : facts;

/** What people do between moves: say, answer, agree, arrange. The rules of the method hold none of it back while the plan is open. */
export const deeds: Record<string, (walked: Walked, chance: Chance) => Walked> = {
	familyExpects: (w) => on(w, { expectations: { ...w.facts.expectations, family: true } }),
	coordinatorExpects: (w) => on(w, { expectations: { ...w.facts.expectations, professional: true } }),
	takesExpectationBack: (w) => on(w, { expectations: { ...w.facts.expectations, family: false } }),
	saysStrength: (w) => on(w, { said: { ...w.facts.said, strength: true } }),
	saysSafety: (w) => on(w, { said: { ...w.facts.said, safety: true } }),
	plansInquiry: (w) => on(w, withStep(w.facts, "strengths", { agreed: true })),
	dropsInquiry: (w) => on(w, withStep(w.facts, "strengths", { agreed: false })),
	writesWhatWasDone: (w) => on(w, { crisisActed: true }),
	proposesGoal: (w) =>
		on(w, { goals: [...w.facts.goals, { noticeable: false, forSomebody: false, waitingFor: w.facts.mustAgree }].slice(-4) }),
	describesLevels: (w) => on(w, { goals: w.facts.goals.map((goal) => ({ ...goal, noticeable: true })) }),
	saysForWhom: (w) => on(w, { goals: w.facts.goals.map((goal) => ({ ...goal, forSomebody: true })) }),
	answersGoals: (w, { person }) =>
		on(w, { goals: w.facts.goals.map((goal) => ({ ...goal, waitingFor: goal.waitingFor.filter((each) => each !== person) })) }),
	stopsGoals: (w) => on(w, { goals: [] }),
	advises: (w) => {
		if (!w.facts.reviewAsked) return w;
		return on(w, {
			reviewAsked: false,
			...(w.facts.review === "waiting" && { review: "advised" }),
			...(w.facts.routeConsult === "waiting" && { routeConsult: "advised" }),
		});
	},
	bringsAdviceBack: (w) =>
		on(w, {
			...(w.facts.review === "advised" && { review: "answered" }),
			...(w.facts.routeConsult === "advised" && { routeConsult: "answered" }),
		}),
	looksAround: (w) => on(w, { network: { ...w.facts.network, looked: true } }),
	comparesOptions: (w) => on(w, { helpCompared: w.facts.helpDecided }),
	// R5: with the help comes a day on which we look back.
	arrangesHelp: (w) =>
		w.facts.helpDecided ? { ...on(w, { helpArranged: true, evaluation: { ...w.facts.evaluation, planned: true } }), helpRuns: true } : w,
	stopsHelp: (w) => ({ ...on(w, {}), helpRuns: false }),
	scores: (w) => {
		const { evaluation, goals, steps } = w.facts;
		if (!evaluation.planned || !goals.some(({ waitingFor }) => waitingFor.length === 0)) return w;
		const facts = steps.evaluate.state === "concluded" ? withStep(w.facts, "evaluate", { state: "reopened" }) : begun(w.facts, "evaluate");
		return on(w, { ...facts, evaluation: { ...evaluation, scored: true } });
	},
	answersVersion: (w, { person, yes }) =>
		settled(w, (version) => ({ ...version, answers: { ...version.answers, [person]: yes ? "agree" : "disagree" } })),
	talksAboutVersion: (w) =>
		settled(w, (version) => ({ ...version, talked: version.mustAgree.every((person) => version.answers[person] !== undefined) })),
	withdrawsVersion: (w) => settled(w, (version) => ({ ...version, state: "withdrawn" })),
	recordsAuthority: (w, { yes }) => on(w, { mustAgree: yes ? ["mother", "father"] : ["mother"] }),
};

/** R3: a version takes effect by everyone's yes, or by a talk once everyone has answered. */
function settled(walked: Walked, change: (version: Version) => Version): Walked {
	const versions = walked.versions.map((version) => {
		if (version.state !== "put") return version;
		const now = change(version);
		const allYes = now.mustAgree.every((person) => now.answers[person] === "agree");
		return now.state === "put" && (allYes || now.talked) ? { ...now, state: "agreed" as const } : now;
	});
	return { ...walked, versions, facts: { ...walked.facts, versionWaiting: versions.some(({ state }) => state === "put") } };
}

/** What a move does, as the API does it. */
export function moved(walked: Walked, move: Move, { route, yes, about }: Chance): Walked {
	const { facts } = walked;
	const [deed, kind] = move.split("_") as [string, StepKind];
	if (stepKinds.includes(kind)) {
		if (deed === "reopen") return on(walked, withStep(facts, kind, { state: "reopened" }));
		if (deed === "conclude") return on(walked, withStep(facts, kind, { state: "concluded", once: true }));
		if (deed === "write") return on(walked, withStep(begun(facts, kind), kind, { worded: yes }));
	}
	switch (move) {
		case "choose_route":
			return on(walked, { route });
		case "choose_crisis":
			// What was done at once is part of calling it a crisis, and a scientist hears of it in the same moment.
			return {
				...on(walked, { route: "crisis", crisisActed: true, ...(!facts.reviewAsked && { reviewAsked: true, routeConsult: "waiting" }) }),
				everInCrisis: true,
			};
		case "mark_complex":
			return on(walked, { complex: yes });
		case "ask_review":
			return on(walked, {
				reviewAsked: true,
				...(about === "shared_picture" && facts.review === "none" && { review: "waiting" }),
				...(about === "route" && facts.routeConsult === "none" && { routeConsult: "waiting" }),
			});
		case "skip_network":
			return on(walked, { network: { ...facts.network, skipped: true } });
		case "offer_group_plan":
			return on(walked, { groupPlan: { ...facts.groupPlan, offered: true } });
		case "answer_group_plan":
			return on(walked, { groupPlan: { ...facts.groupPlan, answered: true } });
		case "decide_help":
			return on(walked, { helpDecided: true, helpCompared: yes, helpArranged: false });
		case "put_version": {
			const version = { content: walked.content, state: "put", mustAgree: facts.mustAgree, answers: {}, talked: false } as const;
			return { ...walked, versions: [...walked.versions, version], facts: { ...facts, versionWaiting: true } };
		}
		case "plan_evaluation":
			return on(walked, { evaluation: { ...facts.evaluation, planned: true, scored: false } });
		case "decide_evaluation": {
			const opens: readonly StepKind[] = stepsOpenedBy(yes ? "adjust" : "go_on");
			const steps = Object.fromEntries(
				stepKinds.map((each) => {
					const { state } = facts.steps[each];
					const opensAgain = opens.includes(each) && (state === "concluded" || state === "in_progress");
					return [each, { ...facts.steps[each], ...(opensAgain && { state: "reopened" }) }];
				}),
			) as PlanFacts["steps"];
			return { ...on(walked, { steps, evaluation: { planned: true, scored: false, held: true } }), talksHeld: walked.talksHeld + 1 };
		}
		case "close_plan": {
			const { facts: withdrawn, versions } = settled(walked, (version) => ({ ...version, state: "withdrawn" }));
			const unasked = (review: PlanFacts["review"]) => (review === "waiting" ? "none" : review);
			return {
				...on(walked, {
					...withStep(withdrawn, "evaluate", { state: "concluded", once: true }),
					open: false,
					reviewAsked: false,
					review: unasked(facts.review),
					routeConsult: unasked(facts.routeConsult),
					evaluation: { planned: false, scored: false, held: true },
				}),
				versions,
				helpRuns: false,
				closed: walked.closed + 1,
				talksHeld: walked.talksHeld + 1,
			};
		}
		case "reopen_plan":
			// A round of its own: the talk at which it closed is history, and there is a next day.
			return on(walked, {
				...withStep(facts, "evaluate", { state: "reopened" }),
				open: true,
				evaluation: { planned: true, scored: false, held: false },
			});
		default:
			throw new Error(`The walk does not know what ${move} does.`);
	}
}
