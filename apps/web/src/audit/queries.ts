import { findLogSubjects, type LogEntry, listOddPatterns, searchLog } from "@samenplan/contract/audit-log";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/** What the log is searched for; lives in the address, so that a link leads to a search. Identifiers and words of lists only. */
export const criteria = ["personId", "familyId", "from", "to", "group", "outcome", "ground"] as const;
export type Criteria = Partial<Record<(typeof criteria)[number], string>>;

/** Every search is an entry itself: nothing searches again by itself. */
const once = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const logQuery = (wanted: Criteria) =>
	infiniteQueryOptions({
		queryKey: ["audit", "entries", wanted],
		queryFn: ({ pageParam, signal }) =>
			call(searchLog, { query: { ...(wanted as { group?: LogEntry["group"] }), ...(pageParam && { after: pageParam }) }, signal }),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next ?? undefined,
		placeholderData: keepPreviousData,
		...once,
	});

export const logSubjectsQuery = (words: string) =>
	queryOptions({
		queryKey: ["audit", "subjects", words],
		queryFn: ({ signal }) => call(findLogSubjects, { query: { words }, signal }),
		enabled: words.length >= 2,
		placeholderData: keepPreviousData,
		...once,
	});

export const oddPatternsQuery = queryOptions({
	queryKey: ["audit", "odd-patterns"],
	queryFn: ({ signal }) => call(listOddPatterns, { signal }),
});
