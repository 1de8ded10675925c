import type { Goal } from "@samenplan/contract/goals";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";

const looks: Record<Goal["state"], { tone: StateTone; shape: StateShape }> = {
	proposed: { tone: "neutral", shape: "dashed" },
	agreed: { tone: "positive", shape: "check" },
	active: { tone: "action", shape: "dot" },
	achieved: { tone: "achieved", shape: "star" },
	adjusted: { tone: "warning", shape: "again" },
	stopped: { tone: "neutral", shape: "cross" },
};

/** The state of a goal as a word, a shape and a colour. */
export function GoalState({ goal }: { goal: Pick<Goal, "state"> }) {
	const say = useText();
	return <StateBadge {...looks[goal.state]}>{say(term("goalStates", goal.state))}</StateBadge>;
}
