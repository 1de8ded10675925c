/** The states of an ask (glossary: ask, offer). */
export type AskState = "open" | "taken" | "done" | "withdrawn";

const moves: Record<AskState, readonly AskState[]> = {
	open: ["taken", "withdrawn"],
	taken: ["done", "open", "withdrawn"],
	done: ["taken"],
	withdrawn: ["open"],
};

/** Which states an ask can be brought to; it is taken only when somebody offered to do it. */
export function askMoves(state: AskState, offers: number): readonly AskState[] {
	return moves[state].filter((to) => to !== "taken" || offers > 0);
}
