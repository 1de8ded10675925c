import type { Evaluation } from "@samenplan/contract/evaluations";
import type { FamilyPerson } from "@samenplan/contract/families";
import type { WholePlan } from "@samenplan/contract/plans";
import { fullName } from "@samenplan/language/names";
import { today } from "../plans/facts.ts";
import { usePeople } from "../plans/people.ts";
import { usePersonName, usePlan } from "../plans/queries.ts";

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

/** The same people in the same order at every goal, so that one finds a person's column back; who left since comes last. */
export function useScorerOrder() {
	const place = new Map(useScorers().map(({ id }, index) => [id, index]));
	const of = (personId: string) => place.get(personId) ?? place.size;
	return <One extends { personId: string }>(answers: readonly One[]) => [...answers].sort((a, b) => of(a.personId) - of(b.personId));
}

/**
 * Whether the views of the others lie open for the reader before the talk: everyone says it apart first, also the coordinator, and on
 * the day of the talk all of it is on the table.
 */
export function useLiesOpen(evaluation: Evaluation | undefined): boolean {
	const { viewer } = usePlan();
	const goals = useGoalsToScore();
	if (!evaluation || evaluation.state === "held" || evaluation.dueOn <= today()) return true;
	return goals.every((goal) => scoreOf(evaluation, goal.id, viewer.personId));
}

/** The full name of somebody of the plan, for the initials on a face; the given name of who left since. */
export function useFaceName(): (personId: string) => string {
	const { family } = usePlan();
	const nameOf = usePersonName();
	return (personId) => {
		const person = family.persons.find(({ id }) => id === personId);
		return person ? fullName(person) : nameOf(personId);
	};
}
