import type { FamilyRight } from "@samenplan/access/rights";
import type { Endpoint, EndpointInput, EndpointResponse } from "@samenplan/contract/endpoint";
import { readPlan, readPlanVersion, type WholePlan } from "@samenplan/contract/plans";
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { call } from "../lib/api.ts";
import { takeDrafts } from "../lib/draft-sync.ts";

export const planQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "plan"],
		queryFn: async ({ signal }) => {
			const plan = await call(readPlan, { params: { familyId }, signal });
			takeDrafts(familyId, plan.drafts, plan.viewer.abilities.includes("draft.write"));
			return plan;
		},
	});

export const planVersionQuery = (familyId: string, planVersionId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "plan-versions", planVersionId],
		queryFn: ({ signal }) => call(readPlanVersion, { params: { familyId, planVersionId }, signal }),
		// A version never changes after it was put before people.
		staleTime: Number.POSITIVE_INFINITY,
	});

/** The family of the address. Only on pages under `/families/:familyId`. */
export function useFamilyId(): string {
	const { familyId } = useParams();
	if (!familyId) throw new Error("this page belongs under /families/:familyId");
	return familyId;
}

/** The whole plan of the family on the screen, kept up to date; suspends until it is there. */
export function usePlan(): WholePlan {
	return useSuspenseQuery(planQuery(useFamilyId())).data;
}

/** Whether the reader may do something in this family, as the server says. */
export function useCan(): (right: FamilyRight) => boolean {
	const { viewer } = usePlan();
	return (right) => viewer.abilities.includes(right);
}

/** The name of a person who wrote or appears in the plan, in short: the given name. */
export function usePersonName(): (personId: string) => string {
	const { family, others } = usePlan();
	return (personId) => {
		const person = family.persons.find((each) => each.id === personId) ?? others.find((each) => each.id === personId);
		return person?.givenName ?? "";
	};
}

/**
 * A write in the family of the screen; afterwards everything of the family is read anew.
 * `const propose = useFamilyWrite(proposeGoal); await propose.mutateAsync({ params: { familyId }, body })`
 */
export function useFamilyWrite<E extends Endpoint>(endpoint: E) {
	const familyId = useFamilyId();
	const queries = useQueryClient();
	return useMutation<EndpointResponse<E>, Error, EndpointInput<E>>({
		mutationFn: (input) => (call as (endpoint: E, input: EndpointInput<E>) => Promise<EndpointResponse<E>>)(endpoint, input),
		onSettled: () => queries.invalidateQueries({ queryKey: ["families", familyId] }),
	});
}
