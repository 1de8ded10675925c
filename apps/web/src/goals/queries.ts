import type { Evaluation } from "@samenplan/contract/evaluations";
import type { Action, Goal } from "@samenplan/contract/goals";
import { dayOf } from "@samenplan/language/dates";
import { isToDo } from "@samenplan/plan-rules/action-turns";
import { goalGaps } from "@samenplan/plan-rules/goal-moves";
import { term } from "../lib/terms.ts";
import { useText } from "../lib/text.tsx";
import { today } from "../plans/facts.ts";
import { usePersonName, usePlan } from "../plans/queries.ts";
import { type Level, levels } from "../ui/goal-ladder.tsx";

/** The five texts by level. */
export function wordsOf(goal: Pick<Goal, "levels">): Partial<Record<Level, string>> {
	return Object.fromEntries(levels.map((level, index) => [level, goal.levels[index] ?? ""]));
}

/** What each one scored at the last talk. */
export function useLastScores(): (goal: Goal) => Evaluation["scores"] {
	const { evaluations } = usePlan();
	return (goal) =>
		evaluations
			.filter(({ state }) => state === "held")
			.at(-1)
			?.scores.filter(({ goalId }) => goalId === goal.id) ?? [];
}

/**
 * Where the family stands on the ladder: where it began, or what everyone scored at the last talk. When they saw it differently
 * there is no one place: a difference is shown, never averaged away.
 */
export function useLevelNow(): (goal: Goal) => Level | null {
	const lastScores = useLastScores();
	return (goal) => {
		const scored = [...new Set(lastScores(goal).map(({ score }) => score))];
		if (scored.length > 1) return null;
		return (scored[0] ?? goal.startLevel) as Level | null;
	};
}

/** "Voor Mila" or "Voor het hele gezin"; nothing while that is open. */
export function useForWhom(): (goal: Goal) => string | undefined {
	const say = useText();
	const nameOf = usePersonName();
	return ({ forKind, forPersonId }) =>
		forPersonId ? say("goals.for-name", { name: nameOf(forPersonId) }) : forKind ? say(term("goalFor", forKind)) : undefined;
}

export const isOver = ({ state }: Goal) => state === "achieved" || state === "stopped";
export const isNotAgreeable = (goal: Goal) => goalGaps(goal).length > 0;

/** The small steps of the reader, without those of goals that stopped. */
export function useMySteps(): Action[] {
	const { actions, goals, viewer } = usePlan();
	const stopped = new Set(goals.filter(({ state }) => state === "stopped").map(({ id }) => id));
	return actions.filter(({ personId, goalId }) => personId === viewer.personId && !(goalId && stopped.has(goalId)));
}

/** Whether a small step is to be done now; one that repeats comes back. */
export function isOpen({ state, repeats, reportedAt }: Action): boolean {
	return isToDo({ state, repeats, reportedOn: reportedAt === null ? null : dayOf(reportedAt) }, today());
}
