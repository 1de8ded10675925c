import { type Severity, type Signal, type SignalKind, type SignalTurn, severities, signalKinds } from "@samenplan/contract/caseload";
import { answerDue, dueDefaults, firstContactDue, guardianTalkDue, type Placement } from "./due-dates.ts";
import { addDays, addWorkingDays } from "./working-days.ts";

/** The figures of one family; days are `YYYY-MM-DD` in Europe/Amsterdam, null when it is not so. No texts. */
export type CaseloadFacts = {
	/** The day the open plan was opened; null without one: then only what comes after closing signals. */
	openedOn: string | null;
	evaluationOn: string | null;
	openQuestions: number;
	oldestQuestionOn: string | null;
	explanationsAsked: number;
	explanationSince: string | null;
	disagreements: number;
	disagreementSince: string | null;
	versionPutOn: string | null;
	waitingAnswers: number;
	/** Answers to goals, decisions and the shared picture that are waited for, and since when the oldest. */
	answersWaiting: number;
	answersSince: string | null;
	reviewState: "asked" | "taken" | "advised" | null;
	reviewSince: string | null;
	reviewUrgent: boolean;
	helpWaitingSince: string | null;
	lastContactOn: string | null;
	lastActivityOn: string | null;
	/** Where the child lives; elsewhere than at home a guardian speaks with the parents every few weeks. */
	placement: Placement;
	lastTalkOn: string | null;
	/** The first milestone that nobody came back to yet; after closing only when the family wishes that. */
	milestoneOn: string | null;
	/** After closing: the day to ask how it goes. */
	checkInOn: string | null;
	handoverState: "asked" | "arranged" | null;
	handoverSince: string | null;
	handoverTalkOn: string | null;
	/** What a team lead said to signals of this family. */
	pickedUp: readonly { kind: SignalKind; since: string; by: string; on: string; words: string }[];
};

/** Whose turn it is: who can end the signal. */
export const turnOf: Record<SignalKind, SignalTurn> = {
	evaluation_overdue: "coordinator",
	evaluation_soon: "coordinator",
	question_unanswered: "coordinator",
	explanation_asked: "coordinator",
	version_awaits_answers: "family",
	answers_awaited: "family",
	disagreement: "coordinator",
	review_waiting: "scientist",
	review_advised: "coordinator",
	help_waiting: "coordinator",
	first_contact_due: "coordinator",
	guardian_talk_due: "coordinator",
	stalled: "coordinator",
	handover_waits: "team_lead",
	milestone_near: "coordinator",
	check_in_due: "coordinator",
};

/**
 * What needs a coordinator's eye in one family, the most pressing first. Each signal ends by itself:
 *
 * - `evaluation_overdue`, `evaluation_soon`: the talk is held, or gets another date
 * - `question_unanswered` (R8: three working days have passed): the coordinator answers
 * - `explanation_asked`: the coordinator explains
 * - `version_awaits_answers`: everyone who must agree has answered, or the version is withdrawn
 * - `answers_awaited` (a week): everyone who must agree has answered the goals, the decisions and the shared picture
 * - `disagreement`: the person answers anew, a talk decides to go on (R3), or what it is about is settled or stopped
 * - `review_waiting`: the scientist advises; `review_advised`: the coordinator answers the advice
 * - `help_waiting` (R9: four weeks on a list): the help starts, or another is chosen
 * - `first_contact_due` (R5: five working days): the coordinator records a contact, or writes something in the plan
 * - `guardian_talk_due` (R5: six weeks): a talk with a parent is recorded
 * - `stalled` (R9: thirty days without anything): anybody does anything in the plan
 * - `handover_waits`: the handover is arranged, then accepted; or withdrawn
 * - `milestone_near` (R10): the coordinator came back to it
 * - `check_in_due`: the coordinator asked how it goes, after closing
 *
 * What is not done so many days after its day stands before the team lead too (R7): `escalatedOn`.
 *
 * @param settings the days of the organisation
 */
export function signalsOf(facts: CaseloadFacts, today: string, settings = dueDefaults): Signal[] {
	const signals: Signal[] = [];
	/** `due`: the day on which it should have been done; without one it never goes to the team lead. */
	const add = (
		kind: SignalKind,
		severity: Severity,
		since: string,
		{ count = null, due }: { count?: number | null; due?: string } = {},
	) => {
		const before = due === undefined ? undefined : addDays(due, settings.teamLeadDays);
		const said = facts.pickedUp.find((each) => each.kind === kind && each.since === since);
		signals.push({
			kind,
			severity,
			since,
			count,
			turn: kind === "handover_waits" && facts.handoverState === "arranged" ? "coordinator" : turnOf[kind],
			escalatedOn: before !== undefined && before <= today ? before : null,
			pickedUp: said ? { by: said.by, on: said.on, words: said.words } : null,
		});
	};

	if (facts.milestoneOn !== null && addDays(facts.milestoneOn, -settings.milestoneBeforeDays) <= today)
		add("milestone_near", facts.milestoneOn <= today ? "now" : "soon", facts.milestoneOn, { due: facts.milestoneOn });
	if (facts.checkInOn !== null && addDays(facts.checkInOn, -3) <= today)
		add("check_in_due", facts.checkInOn <= today ? "now" : "soon", facts.checkInOn, { due: facts.checkInOn });
	if (facts.openedOn !== null) addOfOpenPlan({ ...facts, openedOn: facts.openedOn }, today, settings, add);
	return signals.sort(
		(one, other) =>
			severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
			one.since.localeCompare(other.since) ||
			signalKinds.indexOf(one.kind) - signalKinds.indexOf(other.kind),
	);
}

type Add = (kind: SignalKind, severity: Severity, since: string, more?: { count?: number | null; due?: string }) => void;

function addOfOpenPlan(facts: CaseloadFacts & { openedOn: string }, today: string, settings: typeof dueDefaults, add: Add): void {
	if (facts.evaluationOn !== null) {
		if (facts.evaluationOn < today) add("evaluation_overdue", "now", facts.evaluationOn, { due: facts.evaluationOn });
		else if (facts.evaluationOn <= addDays(today, settings.evaluationSoonDays)) add("evaluation_soon", "soon", facts.evaluationOn);
	}
	if (facts.oldestQuestionOn !== null && facts.openQuestions > 0) {
		const due = answerDue(facts.oldestQuestionOn, settings);
		if (due < today) add("question_unanswered", "now", facts.oldestQuestionOn, { count: facts.openQuestions, due });
	}
	if (facts.explanationSince !== null && facts.explanationsAsked > 0)
		add("explanation_asked", "now", facts.explanationSince, {
			count: facts.explanationsAsked,
			due: answerDue(facts.explanationSince, settings),
		});
	if (facts.versionPutOn !== null && facts.waitingAnswers > 0) {
		const due = addDays(facts.versionPutOn, settings.versionAnswerDays);
		add("version_awaits_answers", due < today ? "soon" : "watch", facts.versionPutOn, { count: facts.waitingAnswers, due });
	}
	if (facts.answersSince !== null && facts.answersWaiting > 0) {
		const due = addDays(facts.answersSince, settings.versionAnswerDays);
		if (due < today) add("answers_awaited", "soon", facts.answersSince, { count: facts.answersWaiting, due });
	}
	if (facts.disagreementSince !== null && facts.disagreements > 0)
		add("disagreement", "soon", facts.disagreementSince, { count: facts.disagreements });
	if (facts.reviewState !== null && facts.reviewSince !== null)
		addReview(facts.reviewState, facts.reviewSince, facts, today, settings, add);
	if (facts.helpWaitingSince !== null) {
		const due = addDays(facts.helpWaitingSince, settings.helpWaitsDays);
		if (due < today) add("help_waiting", "soon", facts.helpWaitingSince, { due });
	}
	if (facts.handoverState !== null && facts.handoverSince !== null) addHandover(facts, facts.handoverSince, today, settings, add);
	addContact(facts, today, settings, add);
}

function addReview(state: string, since: string, facts: CaseloadFacts, today: string, settings: typeof dueDefaults, add: Add): void {
	if (state === "advised") {
		add("review_advised", "now", since, { due: addWorkingDays(since, settings.adviceWorkingDays) });
		return;
	}
	const due = addWorkingDays(since, facts.reviewUrgent ? settings.urgentReviewWorkingDays : settings.reviewWorkingDays);
	add("review_waiting", due < today ? "soon" : "watch", since, { due });
}

function addHandover(facts: CaseloadFacts, since: string, today: string, settings: typeof dueDefaults, add: Add): void {
	const talk = facts.handoverState === "arranged" ? facts.handoverTalkOn : null;
	const due = talk ?? addWorkingDays(since, settings.handoverWorkingDays);
	add("handover_waits", due <= today ? "soon" : "watch", talk ?? since, { due });
}

/** The first contact, then the rhythm: with the parents while a child lives elsewhere, and with anybody at all. */
function addContact(facts: CaseloadFacts & { openedOn: string }, today: string, settings: typeof dueDefaults, add: Add): void {
	if (facts.lastContactOn === null) {
		const due = firstContactDue(facts.openedOn, settings);
		add("first_contact_due", due < today ? "now" : "soon", due, { due });
		return;
	}
	if (facts.placement !== "home") {
		const due = guardianTalkDue(facts.lastTalkOn ?? facts.openedOn, settings);
		if (addDays(due, -7) <= today) add("guardian_talk_due", due < today ? "now" : "soon", due, { due });
	}
	if (facts.lastActivityOn === null) return;
	const due = addDays(facts.lastActivityOn, settings.stalledDays);
	if (due <= today) add("stalled", "now", facts.lastActivityOn, { due });
}

type Listed = { name: string; evaluationOn: string | null; signals: readonly Signal[] };

/** What needs me first: most that is pressing now, then what comes soon, then the nearest evaluation, then the name. */
export function byNeed(one: Listed, other: Listed): number {
	for (const severity of severities) {
		const difference = count(other, severity) - count(one, severity);
		if (difference !== 0) return difference;
	}
	return (one.evaluationOn ?? "9999").localeCompare(other.evaluationOn ?? "9999") || one.name.localeCompare(other.name, "nl");
}

const count = ({ signals }: Listed, severity: Severity) => signals.filter((signal) => signal.severity === severity).length;
