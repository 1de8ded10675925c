import type { StepKind } from "@samenplan/contract/steps";

/** What people decide at an evaluation (glossary: evaluation decision). */
export type EvaluationDecision = "go_on" | "adjust" | "step_up" | "step_down" | "close";

/**
 * Which concluded steps open again after an evaluation: the cycle repeats, and nothing is lost. Other goals ask for step 3, heavier
 * help for step 5; lighter help begins with what the own network can carry. Closing leaves every step as it was.
 */
export function stepsOpenedBy(decision: EvaluationDecision): StepKind[] {
	const opened: Record<EvaluationDecision, StepKind[]> = {
		go_on: ["evaluate"],
		adjust: ["goals", "evaluate"],
		step_up: ["help", "evaluate"],
		step_down: ["network", "help", "evaluate"],
		close: [],
	};
	return opened[decision];
}

/** What changes after a decision, in the order in which people read it; each has its words (`evaluate.change.<code>`). */
export const cycleChanges = [
	"goals-open",
	"network-open",
	"help-open",
	"goals-asked-anew",
	"next-version",
	"help-runs",
	"next-day",
	"help-ends",
	"plan-is-read",
	"aftercare",
] as const;
export type CycleChange = (typeof cycleChanges)[number];

/** What a decision changes in the plan, said before it is taken. */
export function changesOf(decision: EvaluationDecision): CycleChange[] {
	const changes: Record<EvaluationDecision, CycleChange[]> = {
		go_on: ["help-runs", "next-day"],
		adjust: ["goals-open", "goals-asked-anew", "next-version", "help-runs", "next-day"],
		step_up: ["help-open", "next-version", "help-runs", "next-day"],
		step_down: ["network-open", "help-open", "next-version", "help-runs", "next-day"],
		close: ["help-ends", "plan-is-read", "aftercare"],
	};
	return changes[decision];
}
