import type { Evaluation } from "@samenplan/contract/evaluations";
import type { FamilyPerson } from "@samenplan/contract/families";
import type { WholePlan } from "@samenplan/contract/plans";
import { usePeople } from "../plans/people.ts";
import { usePlan } from "../plans/queries.ts";

export type Score = Evaluation["scores"][number];

/** The evaluation that is coming, and those that were. */
export function useEvaluations(): { coming: Evaluation | undefined; held: Evaluation[] } {
	const { evaluations } = usePlan();
	return {
		coming: evaluations.find(({ state }) => state === "planned"),
		held: evaluations.filter(({ state }) => state === "held").sort((a, b) => (b.heldOn ?? "").localeCompare(a.heldOn ?? "")),
	};
}

/** The goals one looks back on: those that are worked on. */
export function useGoalsToScore(): WholePlan["goals"] {
	return usePlan().goals.filter(({ state }) => state === "active" || state === "agreed" || state === "adjusted");
}

/** Whose view of the goals is asked: the family, and the coordinator. */
export function useScorers(): FamilyPerson[] {
	const { family, coordinator } = usePeople();
	return coordinator ? [...family, coordinator] : family;
}

export function scoreOf(evaluation: Evaluation, goalId: string, personId: string): Score | undefined {
	return evaluation.scores.find((score) => score.goalId === goalId && score.personId === personId);
}
