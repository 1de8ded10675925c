/** The states of a goal (glossary: goal). */
export type GoalState = "proposed" | "agreed" | "active" | "achieved" | "adjusted" | "stopped";

type Noticeable = { forKind: string | null; levels: readonly string[] };

/**
 * R4: why a goal cannot be agreed yet, as reason codes; empty when it can. It needs somebody for whom it is, and at least the level
 * "as hoped" in words: that is how one notices it.
 */
export function goalGaps(goal: Noticeable): ("goal-not-noticeable" | "goal-for-nobody")[] {
	const gaps: ReturnType<typeof goalGaps> = [];
	if (goal.levels.length !== 5 || !goal.levels[2]?.trim()) gaps.push("goal-not-noticeable");
	if (goal.forKind === null) gaps.push("goal-for-nobody");
	return gaps;
}

/**
 * Which states a goal can be brought to by hand. Agreed is not among them: only the answers of those who must agree bring a
 * goal there, never one person alone.
 */
const moves: Record<GoalState, readonly GoalState[]> = {
	proposed: ["stopped"],
	agreed: ["active", "stopped"],
	active: ["achieved", "adjusted", "stopped"],
	achieved: ["active"],
	adjusted: ["stopped"],
	stopped: ["proposed"],
};

export function goalMoves(state: GoalState): readonly GoalState[] {
	return moves[state];
}

/**
 * The state of a goal after its text changed: what people had agreed to is asked again. A goal that lost its way to notice
 * progress is a proposal again.
 */
export function stateAfterEdit(state: GoalState, goal: Noticeable): GoalState {
	if (state === "proposed" || state === "stopped" || state === "achieved") return state;
	return goalGaps(goal).length > 0 ? "proposed" : "adjusted";
}
