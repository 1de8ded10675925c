/**
 * The Dutch reporting code for domestic violence and child abuse, as far as it is a rule.
 * Sources: Besluit verplichte meldcode huiselijk geweld en kindermishandeling (five steps; since 1 January 2019 step 4 and 5 with a
 * framework for weighing), and its five weighing questions ("afwegingsvragen") as the professions agreed on them.
 */
export const safetySteps = [1, 2, 3, 4, 5] as const;
export type SafetyStep = (typeof safetySteps)[number];

/** Where the answers lead; the professionals decide, and write why when they decide otherwise. */
export type SafetyDirection = "no_suspicion" | "report" | "help" | "help_worked";

/**
 * The questions are answered in order, and each may end the row: 1 is there a suspicion, 2 is it unsafe now or time and again,
 * 3 can we give or arrange effective help, 4 do those concerned accept it and take part, 5 does it bring safety in time.
 *
 * @param answers the newest answer per question, the first question first; `undefined` while it is open
 * @returns where they lead, or the number of the question that comes next
 */
export function directionOf(answers: readonly (boolean | undefined)[]): { direction: SafetyDirection } | { next: number } {
	const [suspicion, unsafe, canHelp, accepted, works] = answers;
	if (suspicion === undefined) return { next: 1 };
	if (!suspicion) return { direction: "no_suspicion" };
	if (unsafe === undefined) return { next: 2 };
	if (unsafe) return { direction: "report" };
	if (canHelp === undefined) return { next: 3 };
	if (!canHelp) return { direction: "report" };
	if (accepted === undefined) return { next: 4 };
	if (!accepted) return { direction: "report" };
	// Whether help works shows later: until then the row ends in help.
	if (works === undefined) return { direction: "help" };
	return { direction: works ? "help_worked" : "report" };
}
