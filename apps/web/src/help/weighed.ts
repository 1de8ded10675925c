import type { Decision, HelpOption } from "@samenplan/contract/help";
import type { WholePlan } from "@samenplan/contract/plans";

/** What a decision weighs together, in the order in which one talks about it: the family's wish goes first. */
export const weighedTexts = ["weighedWishes", "weighedKnowledge", "weighedExperience", "weighedReferral", "weighedRunning"] as const;
export type WeighedText = (typeof weighedTexts)[number];

export const weighedTitles = {
	weighedWishes: "help.weighed.wishes",
	weighedKnowledge: "help.weighed.knowledge",
	weighedExperience: "help.weighed.experience",
	weighedReferral: "help.weighed.referral",
	weighedRunning: "help.weighed.running",
} as const satisfies Record<WeighedText, string>;

/** What a decision says of it; empty words for a new one. */
export function weighedOf(decision: Decision | undefined): Record<WeighedText, string> {
	return {
		weighedWishes: decision?.weighedWishes ?? "",
		weighedKnowledge: decision?.weighedKnowledge ?? "",
		weighedExperience: decision?.weighedExperience ?? "",
		weighedReferral: decision?.weighedReferral ?? "",
		weighedRunning: decision?.weighedRunning ?? "",
	};
}

/** What the plan says already: about the option that is chosen, why the family came, and the help that runs. */
export function weighedBefore(
	{ plan, help }: Pick<WholePlan, "plan" | "help">,
	chosen: HelpOption | undefined,
): Partial<Record<WeighedText, string>> {
	return {
		weighedWishes: chosen?.preference || chosen?.familyFor,
		weighedKnowledge: chosen?.knownToWork,
		weighedExperience: chosen?.professionalFor,
		weighedReferral: plan.referralReason,
		weighedRunning: help
			.filter(({ state }) => state === "running")
			.map(({ what, provider }) => `${what} (${provider})`)
			.join(", "),
	};
}
