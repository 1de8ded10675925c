import type { PlanContent, WholePlan } from "@samenplan/contract/plans";
import { compareVersions, type PlanChange } from "@samenplan/plan-rules/compare-versions";
import { whyNot } from "@samenplan/plan-rules/moves";
import { sharedContent } from "@samenplan/plan-rules/shared-content";
import { usePlanFacts } from "./facts.ts";
import { useCan, usePersonName, usePlan } from "./queries.ts";

type Head = WholePlan["versions"][number];

/** The version that came before this one (or before the plan as it is now), passing over what was taken back. */
export function formerVersion(versions: readonly Head[], number = Number.POSITIVE_INFINITY): Head | undefined {
	return versions.filter((each) => each.state !== "withdrawn" && each.number < number).at(-1);
}

/** Whether this reader can put the plan before people now, and nobody did before: a next version is only needed when something changed. */
export function useMayPutFirstVersion(): boolean {
	const can = useCan();
	const facts = usePlanFacts();
	const { versions } = usePlan();
	return can("plan.put_version") && formerVersion(versions) === undefined && whyNot(facts, "put_version").length === 0;
}

/** The plan as it is now, as far as everyone of the plan reads it: what a version put today would hold. */
export function useDraft(): PlanContent {
	return sharedContent(usePlan());
}

/** What changed from one content to another, and the names of everyone in either. */
export function useChanges(before: PlanContent, after: PlanContent): { changes: PlanChange[]; nameOf: (personId: string) => string } {
	const nameNow = usePersonName();
	const people = [...after.family.persons, ...before.family.persons];
	return {
		changes: compareVersions(before, after),
		nameOf: (personId) => people.find(({ id }) => id === personId)?.givenName ?? nameNow(personId),
	};
}
