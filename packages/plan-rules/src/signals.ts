import { type Severity, type Signal, type SignalKind, severities, signalKinds } from "@samenplan/contract/caseload";
import { answerDue, firstContactDue } from "./due-dates.ts";
import { addDays } from "./working-days.ts";

/** The figures of one family; days are `YYYY-MM-DD` in Europe/Amsterdam, null when it is not so. No texts. */
export type CaseloadFacts = {
	/** The day the open plan was opened; null without one: then nothing signals. */
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
	reviewState: "asked" | "taken" | "advised" | null;
	reviewSince: string | null;
	helpWaitingSince: string | null;
	lastContactOn: string | null;
	lastActivityOn: string | null;
};

/** After how many days something is said; settings of an organisation may differ. */
export const signalDays = { evaluationSoon: 7, versionWaits: 7, helpWaits: 28, stalled: 30 };

/**
 * What needs a coordinator's eye in one family, the most pressing first. Each signal ends by itself:
 *
 * - `evaluation_overdue`, `evaluation_soon`: the talk is held, or gets another date
 * - `question_unanswered` (R8: three working days have passed): the coordinator answers
 * - `explanation_asked`: the coordinator explains
 * - `version_awaits_answers`: everyone who must agree has answered, or the version is withdrawn
 * - `disagreement`: the person answers anew, or what it is about is settled or stopped
 * - `review_waiting`: the scientist advises; `review_advised`: the coordinator answers the advice
 * - `help_waiting` (R9: four weeks on a list): the help starts, or another is chosen
 * - `first_contact_due` (R5: five working days): the coordinator writes something in the plan
 * - `stalled` (R9: thirty days without anything): anybody does anything in the plan
 */
export function signalsOf(facts: CaseloadFacts, today: string): Signal[] {
	if (facts.openedOn === null) return [];
	const signals: Signal[] = [];
	const add = (kind: SignalKind, severity: Severity, since: string, count: number | null = null) =>
		signals.push({ kind, severity, since, count });

	if (facts.evaluationOn !== null) {
		if (facts.evaluationOn < today) add("evaluation_overdue", "now", facts.evaluationOn);
		else if (facts.evaluationOn <= addDays(today, signalDays.evaluationSoon)) add("evaluation_soon", "soon", facts.evaluationOn);
	}
	if (facts.oldestQuestionOn !== null && facts.openQuestions > 0 && answerDue(facts.oldestQuestionOn) < today)
		add("question_unanswered", "now", facts.oldestQuestionOn, facts.openQuestions);
	if (facts.explanationSince !== null && facts.explanationsAsked > 0)
		add("explanation_asked", "now", facts.explanationSince, facts.explanationsAsked);
	if (facts.versionPutOn !== null && facts.waitingAnswers > 0)
		add(
			"version_awaits_answers",
			addDays(facts.versionPutOn, signalDays.versionWaits) < today ? "soon" : "watch",
			facts.versionPutOn,
			facts.waitingAnswers,
		);
	if (facts.disagreementSince !== null && facts.disagreements > 0)
		add("disagreement", "soon", facts.disagreementSince, facts.disagreements);
	if (facts.reviewState !== null && facts.reviewSince !== null) {
		if (facts.reviewState === "advised") add("review_advised", "now", facts.reviewSince);
		else add("review_waiting", "watch", facts.reviewSince);
	}
	if (facts.helpWaitingSince !== null && addDays(facts.helpWaitingSince, signalDays.helpWaits) < today)
		add("help_waiting", "soon", facts.helpWaitingSince);
	if (facts.lastContactOn === null) {
		const due = firstContactDue(facts.openedOn);
		add("first_contact_due", due < today ? "now" : "soon", due);
	} else if (facts.lastActivityOn !== null && addDays(facts.lastActivityOn, signalDays.stalled) <= today)
		add("stalled", "now", facts.lastActivityOn);
	return signals.sort(
		(one, other) =>
			severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
			one.since.localeCompare(other.since) ||
			signalKinds.indexOf(one.kind) - signalKinds.indexOf(other.kind),
	);
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
