import { type MilestoneLine, milestonesOf } from "@samenplan/plan-rules/milestones";
import { today } from "../plans/facts.ts";
import { usePeople } from "../plans/people.ts";
import { usePlan } from "../plans/queries.ts";

/** What lies ahead in the lives of the children, the nearest first. */
export function useMilestones(): MilestoneLine[] {
	const { milestones } = usePlan();
	return milestonesOf(usePeople().children, milestones, today());
}

/** Those that bring the coordinator back now: while the plan is open, and after closing when the family wished it. */
export function useMilestonesNow(): MilestoneLine[] {
	const { plan } = usePlan();
	const lines = useMilestones();
	return plan.state === "open" || plan.wantsMilestones ? lines.filter(({ state }) => state === "now") : [];
}

export const keyOf = ({ personId, kind, onDay, written }: MilestoneLine) => written?.id ?? `${personId} ${kind} ${onDay}`;
