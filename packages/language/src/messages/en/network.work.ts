import type { networkWork as nl } from "../nl/network.work.ts";

export const networkWork = {
	"network.skip": "Skip this step",
	"network.skip-hint": "The family reads this reason.",
	"network.skip-because": "Why do we skip this step?",
	"network.skip-save": "Skip with this reason",
	"group-plan.record-hint": "Write down only what the family itself says. It will say that you wrote it down.",
} satisfies Record<keyof typeof nl, string>;
