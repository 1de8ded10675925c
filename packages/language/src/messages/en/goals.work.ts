import type { goalsWork as nl } from "../nl/goals.work.ts";

export const goalsWork = {
	"goals.professional": "Professional wording beside it",
	"goals.professional-hint": "For colleagues. The words of the family stay first.",
} satisfies Record<keyof typeof nl, string>;
