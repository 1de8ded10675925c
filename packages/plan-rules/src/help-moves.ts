/** The states of help (glossary: help). */
export type HelpState = "planned" | "waiting" | "running" | "stopped" | "completed";

const moves: Record<HelpState, readonly HelpState[]> = {
	planned: ["waiting", "running", "stopped"],
	waiting: ["running", "stopped"],
	running: ["completed", "stopped", "waiting"],
	stopped: ["waiting", "running"],
	completed: ["running"],
};

/** Which states help can be brought to. */
export function helpMoves(state: HelpState): readonly HelpState[] {
	return moves[state];
}

/** R5: while help is planned, waiting or running there is an evaluation date. */
export function needsEvaluation(state: HelpState): boolean {
	return state === "planned" || state === "waiting" || state === "running";
}

type Period = { startsOn: string; endsOn: string; evaluationOn: string };

/** Which days of a period do not fit each other: it ends on or after its first day, and one looks back once it began. */
export function periodFaults({ startsOn, endsOn, evaluationOn }: Period): ("endsOn" | "evaluationOn")[] {
	const faults: ReturnType<typeof periodFaults> = [];
	if (endsOn < startsOn) faults.push("endsOn");
	if (evaluationOn < startsOn) faults.push("evaluationOn");
	return faults;
}
