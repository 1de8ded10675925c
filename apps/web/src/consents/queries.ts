import { listAgeTasks } from "@samenplan/contract/age-tasks";
import { type Consent, listConsents } from "@samenplan/contract/consents";
import { listInvolvements } from "@samenplan/contract/involvements";
import { listShares, readShareNeeds, type ShareObject } from "@samenplan/contract/shares";
import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../lib/api.ts";
import { useFamilyId, usePlan } from "../plans/queries.ts";

/** Page by page; what waits for the reader is on the first. */
const consentsQuery = (familyId: string) =>
	infiniteQueryOptions({
		queryKey: ["families", familyId, "consents"],
		queryFn: ({ pageParam, signal }) => call(listConsents, { params: { familyId }, query: pageParam ? { after: pageParam } : {}, signal }),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next ?? undefined,
	});

/** The consents of the family as far as they were fetched, and the way to more of them. */
export function useConsents() {
	const { data, ...query } = useInfiniteQuery(consentsQuery(useFamilyId()));
	return { ...query, consents: data?.pages.flatMap((page) => page.consents) };
}

export const sharesQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "shares"],
		queryFn: ({ signal }) => call(listShares, { params: { familyId }, signal }),
	});
/** For whom a yes is needed before a part can be shared with somebody. Also changes when any consent does. */
export const shareNeedsQuery = (familyId: string, of: { personId: string; object: ShareObject; objectId: string }) =>
	queryOptions({
		queryKey: ["families", familyId, "shares", "needs", of.personId, of.objectId],
		queryFn: ({ signal }) => call(readShareNeeds, { params: { familyId, ...of }, signal }),
	});
export const involvementsQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "involvements"],
		queryFn: ({ signal }) => call(listInvolvements, { params: { familyId }, signal }),
	});
export const ageTasksQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "age-tasks"],
		queryFn: ({ signal }) => call(listAgeTasks, { params: { familyId }, signal }),
	});

/** Whether the reader is asked and has not answered: still open, and theirs. */
export const waitsForMe = (consent: Consent, me: string) =>
	consent.mine && consent.standing !== "over" && consent.must.some(({ personId, answer }) => personId === me && answer === null);

/** The questions of consent that wait for the reader's own answer. */
export function useConsentsForMe(): Consent[] {
	const { viewer } = usePlan();
	const { consents = [] } = useConsents();
	return consents.filter((consent) => waitsForMe(consent, viewer.personId));
}

/** Whether it is not known yet what waits: "nothing waits" is said only when that is so. */
export function useConsentsPending(): boolean {
	return useConsents().isPending;
}
