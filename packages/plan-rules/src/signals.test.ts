import { describe, expect, it } from "vitest";
import { dueDefaults } from "./due-dates.ts";
import { byNeed, type CaseloadFacts, signalsOf } from "./signals.ts";

/** A Wednesday. */
const today = "2026-06-10";
const quiet: CaseloadFacts = {
	openedOn: "2026-03-02",
	evaluationOn: "2026-09-01",
	openQuestions: 0,
	oldestQuestionOn: null,
	explanationsAsked: 0,
	explanationSince: null,
	disagreements: 0,
	disagreementSince: null,
	versionPutOn: null,
	waitingAnswers: 0,
	answersWaiting: 0,
	answersSince: null,
	reviewState: null,
	reviewSince: null,
	helpWaitingSince: null,
	lastContactOn: "2026-06-01",
	lastActivityOn: "2026-06-08",
	reviewUrgent: false,
	placement: "home",
	lastTalkOn: null,
	milestoneOn: null,
	checkInOn: null,
	handoverState: null,
	handoverSince: null,
	handoverTalkOn: null,
	pickedUp: [],
};

describe("signals of a family", () => {
	it("says nothing of a family where everything is in order", () => {
		expect(signalsOf(quiet, today)).toEqual([]);
	});

	it.each<[string, Partial<CaseloadFacts>, string[]]>([
		["is overdue the day after the evaluation", { evaluationOn: "2026-06-09" }, ["evaluation_overdue now 2026-06-09"]],
		["is not overdue on the day itself", { evaluationOn: "2026-06-10" }, ["evaluation_soon soon 2026-06-10"]],
		["comes a week ahead", { evaluationOn: "2026-06-17" }, ["evaluation_soon soon 2026-06-17"]],
		["stays silent more than a week ahead", { evaluationOn: "2026-06-18" }, []],
		["gives a question three working days", { openQuestions: 1, oldestQuestionOn: "2026-06-05" }, []],
		[
			"counts no weekend: asked on Thursday, three working days are over on Wednesday",
			{ openQuestions: 2, oldestQuestionOn: "2026-06-04" },
			["question_unanswered now 2026-06-04 x2"],
		],
		["ends when the question is answered", { openQuestions: 0, oldestQuestionOn: null }, []],
		[
			"shows an asked explanation at once",
			{ explanationsAsked: 1, explanationSince: "2026-06-10" },
			["explanation_asked now 2026-06-10 x1"],
		],
		["shows a version that waits", { versionPutOn: "2026-06-05", waitingAnswers: 1 }, ["version_awaits_answers watch 2026-06-05 x1"]],
		["presses more after a week", { versionPutOn: "2026-06-02", waitingAnswers: 2 }, ["version_awaits_answers soon 2026-06-02 x2"]],
		["ends when all have answered", { versionPutOn: "2026-06-02", waitingAnswers: 0 }, []],
		["gives people a week to answer about a goal, a decision or the picture", { answersWaiting: 3, answersSince: "2026-06-03" }, []],
		["and says so when it is over", { answersWaiting: 3, answersSince: "2026-06-02" }, ["answers_awaited soon 2026-06-02 x3"]],
		["keeps disagreement in sight", { disagreements: 1, disagreementSince: "2026-06-01" }, ["disagreement soon 2026-06-01 x1"]],
		["shows a review that is asked", { reviewState: "asked", reviewSince: "2026-06-03" }, ["review_waiting watch 2026-06-03"]],
		["shows one that is taken", { reviewState: "taken", reviewSince: "2026-06-03" }, ["review_waiting watch 2026-06-03"]],
		["presses more after five working days", { reviewState: "asked", reviewSince: "2026-06-02" }, ["review_waiting soon 2026-06-02"]],
		[
			"presses sooner when it is urgent",
			{ reviewState: "asked", reviewSince: "2026-06-08", reviewUrgent: true },
			["review_waiting soon 2026-06-08"],
		],
		["asks the coordinator to answer an advice", { reviewState: "advised", reviewSince: "2026-06-09" }, ["review_advised now 2026-06-09"]],
		["lets help wait four weeks", { helpWaitingSince: "2026-05-13" }, []],
		["and not longer", { helpWaitingSince: "2026-05-12" }, ["help_waiting soon 2026-05-12"]],
		["lets a plan rest for 29 days", { lastActivityOn: "2026-05-12" }, []],
		["calls it stalled after 30", { lastActivityOn: "2026-05-11" }, ["stalled now 2026-05-11"]],
		["asks first contact within five working days", { openedOn: "2026-06-08", lastContactOn: null }, ["first_contact_due soon 2026-06-15"]],
		["presses when those are over", { openedOn: "2026-06-01", lastContactOn: null }, ["first_contact_due now 2026-06-08"]],
		["asks no talk with the parents while the child is at home", { lastTalkOn: "2026-01-05" }, []],
		[
			"asks one a week before six weeks are over while it lives elsewhere",
			{ placement: "foster_return", lastTalkOn: "2026-05-06" },
			["guardian_talk_due soon 2026-06-17"],
		],
		["leaves it until then", { placement: "residential", lastTalkOn: "2026-05-07" }, []],
		[
			"counts from the opening when there was none, and presses when it is late",
			{ placement: "foster_long", lastTalkOn: null },
			["guardian_talk_due now 2026-04-13"],
		],
		["comes back two weeks before a milestone", { milestoneOn: "2026-06-24" }, ["milestone_near soon 2026-06-24"]],
		["and not sooner", { milestoneOn: "2026-06-25" }, []],
		["presses from the day itself", { milestoneOn: "2026-06-10" }, ["milestone_near now 2026-06-10"]],
		["also after closing", { openedOn: null, milestoneOn: "2026-06-10" }, ["milestone_near now 2026-06-10"]],
		["asks how it goes after closing", { openedOn: null, checkInOn: "2026-06-12" }, ["check_in_due soon 2026-06-12"]],
		["presses from that day", { openedOn: null, checkInOn: "2026-06-10" }, ["check_in_due now 2026-06-10"]],
		["shows a handover that is asked", { handoverState: "asked", handoverSince: "2026-06-09" }, ["handover_waits watch 2026-06-09"]],
		[
			"and the talk that was arranged, on its day",
			{ handoverState: "arranged", handoverSince: "2026-05-09", handoverTalkOn: "2026-06-10" },
			["handover_waits soon 2026-06-10"],
		],
		["says nothing of a closed plan", { openedOn: null, evaluationOn: "2026-01-01", openQuestions: 3, oldestQuestionOn: "2026-01-01" }, []],
	])("%s", (_title, facts, expected) => {
		const found = signalsOf({ ...quiet, ...facts }, today);
		expect(found.map(({ kind, severity, since, count }) => `${kind} ${severity} ${since}${count === null ? "" : ` x${count}`}`)).toEqual(
			expected,
		);
	});

	it("does not count Dutch public holidays as working days", () => {
		// Friday 22 May; Whit Monday 25 May is free, so the third working day is Thursday 28 May.
		const asked = { ...quiet, openQuestions: 1, oldestQuestionOn: "2026-05-22" };
		expect(signalsOf(asked, "2026-05-28")).toEqual([]);
		expect(signalsOf(asked, "2026-05-29").map(({ kind }) => kind)).toEqual(["question_unanswered"]);
	});

	it("puts the most pressing first, then the longest waiting", () => {
		const all = {
			evaluationOn: "2026-06-12",
			explanationsAsked: 1,
			explanationSince: "2026-06-09",
			openQuestions: 1,
			oldestQuestionOn: "2026-06-01",
		};
		expect(signalsOf({ ...quiet, ...all }, today).map(({ kind }) => kind)).toEqual([
			"question_unanswered",
			"explanation_asked",
			"evaluation_soon",
		]);
	});
});

describe("the order of the list", () => {
	it("is by what presses now, then soon, then the evaluation, then the name", () => {
		const family = (name: string, facts: Partial<CaseloadFacts>) => {
			const all = { ...quiet, ...facts };
			return { name, evaluationOn: all.evaluationOn, signals: signalsOf(all, today) };
		};
		const list = [
			family("Zonder datum", { evaluationOn: null }),
			family("Berg", {}),
			family("Aarts", {}),
			family("Dichtbij", { evaluationOn: "2026-07-01" }),
			family("Straks", { evaluationOn: "2026-06-12" }),
			family("Nu", { explanationsAsked: 1, explanationSince: "2026-06-09" }),
			family("Twee", { explanationsAsked: 1, explanationSince: "2026-06-09", evaluationOn: "2026-06-01" }),
		];
		expect(list.sort(byNeed).map(({ name }) => name)).toEqual(["Twee", "Nu", "Straks", "Dichtbij", "Aarts", "Berg", "Zonder datum"]);
	});
});

describe("a signal", () => {
	const overdue = { ...quiet, evaluationOn: "2026-06-03" };
	const one = (facts: CaseloadFacts, day = today, settings = dueDefaults) => signalsOf(facts, day, settings)[0];

	it("stands before the team lead a week after its day, and not sooner", () => {
		expect(one(overdue, "2026-06-09")).toMatchObject({ kind: "evaluation_overdue", escalatedOn: null });
		expect(one(overdue, "2026-06-10")).toMatchObject({ kind: "evaluation_overdue", escalatedOn: "2026-06-10" });
	});

	it("follows the days of the organisation", () => {
		const settings = { ...dueDefaults, teamLeadDays: 2, answerWorkingDays: 1, stalledDays: 5, helpWaitsDays: 7 };
		expect(one(overdue, "2026-06-05", settings)).toMatchObject({ escalatedOn: "2026-06-05" });
		expect(one({ ...quiet, openQuestions: 1, oldestQuestionOn: "2026-06-08" }, today, settings)?.kind).toBe("question_unanswered");
		expect(one({ ...quiet, lastActivityOn: "2026-06-05" }, today, settings)?.kind).toBe("stalled");
		expect(one({ ...quiet, helpWaitingSince: "2026-06-01" }, today, settings)?.kind).toBe("help_waiting");
	});

	it("says what a team lead said to it, and only to this one", () => {
		const said = { kind: "evaluation_overdue" as const, by: "Irene", on: "2026-06-10", words: "Ik bel" };
		expect(one({ ...overdue, pickedUp: [{ ...said, since: "2026-06-03" }] })?.pickedUp).toEqual({
			by: "Irene",
			on: "2026-06-10",
			words: "Ik bel",
		});
		expect(one({ ...overdue, pickedUp: [{ ...said, since: "2026-03-03" }] })?.pickedUp).toBeNull();
	});

	it("says whose turn it is", () => {
		expect(one({ ...quiet, versionPutOn: "2026-06-09", waitingAnswers: 1 })?.turn).toBe("family");
		expect(one({ ...quiet, reviewState: "asked", reviewSince: "2026-06-09" })?.turn).toBe("scientist");
		const handover = { ...quiet, handoverState: "asked" as const, handoverSince: "2026-06-09" };
		expect(one(handover)?.turn).toBe("team_lead");
		expect(one({ ...handover, handoverState: "arranged", handoverTalkOn: "2026-06-20" })?.turn).toBe("coordinator");
		expect(one(overdue)?.turn).toBe("coordinator");
	});
});
