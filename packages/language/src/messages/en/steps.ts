import type { steps as nl } from "../nl/steps.ts";

export const steps = {
	"steps.rail": "The six steps of the plan",
	"steps.clarify": "Clarify the question",
	"steps.strengths": "Strengths and concerns",
	"steps.goals": "Goals",
	"steps.network": "Own network",
	"steps.help": "Help",
	"steps.evaluate": "Evaluate",
	"steps.state.not_started": "Not started yet",
	"steps.state.in_progress": "In progress",
	"steps.state.concluded": "Done",
	"steps.state.reopened": "Open again",
} satisfies Record<keyof typeof nl, string>;
