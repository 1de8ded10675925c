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
