import { dayInAmsterdam } from "@samenplan/access/age";
import { factsOf, type PlanFacts } from "@samenplan/plan-rules/facts";
import { type Waiting, waitingFor } from "@samenplan/plan-rules/waiting";
import { now } from "../lib/clock.ts";
import { useMustAgree } from "../positions/queries.ts";
import { usePlan } from "./queries.ts";

/** The calendar day in the Netherlands. */
export const today = () => dayInAmsterdam(now());

/** What the rules know about the plan on the screen; the same function decides in the API. */
export function usePlanFacts(): PlanFacts {
	return factsOf(usePlan(), today());
}

/** What waits for the reader to read and answer. */
export function useWaiting(): Waiting[] {
	const plan = usePlan();
	return waitingFor(plan, plan.viewer.personId, useMustAgree(), today());
}
