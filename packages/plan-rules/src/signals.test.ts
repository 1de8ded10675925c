import { describe, expect, it } from "vitest";
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
	reviewState: null,
	reviewSince: null,
	helpWaitingSince: null,
	lastContactOn: "2026-06-01",
	lastActivityOn: "2026-06-08",
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
		["keeps disagreement in sight", { disagreements: 1, disagreementSince: "2026-06-01" }, ["disagreement soon 2026-06-01 x1"]],
		["shows a review that is asked", { reviewState: "asked", reviewSince: "2026-06-01" }, ["review_waiting watch 2026-06-01"]],
		["shows one that is taken", { reviewState: "taken", reviewSince: "2026-06-01" }, ["review_waiting watch 2026-06-01"]],
		["asks the coordinator to answer an advice", { reviewState: "advised", reviewSince: "2026-06-09" }, ["review_advised now 2026-06-09"]],
		["lets help wait four weeks", { helpWaitingSince: "2026-05-13" }, []],
		["and not longer", { helpWaitingSince: "2026-05-12" }, ["help_waiting soon 2026-05-12"]],
		["lets a plan rest for 29 days", { lastActivityOn: "2026-05-12" }, []],
		["calls it stalled after 30", { lastActivityOn: "2026-05-11" }, ["stalled now 2026-05-11"]],
		["asks first contact within five working days", { openedOn: "2026-06-08", lastContactOn: null }, ["first_contact_due soon 2026-06-15"]],
		["presses when those are over", { openedOn: "2026-06-01", lastContactOn: null }, ["first_contact_due now 2026-06-08"]],
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
