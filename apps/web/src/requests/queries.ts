import { exportRequest } from "@samenplan/contract/my-data";
import { listRequests, readRequest } from "@samenplan/contract/requests";
import { readRetention } from "@samenplan/contract/retention";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

export const requestsQuery = infiniteQueryOptions({
	queryKey: ["requests"],
	queryFn: ({ pageParam, signal }) => call(listRequests, { query: pageParam ? { after: pageParam } : {}, signal }),
	initialPageParam: "",
	getNextPageParam: ({ next }) => next ?? undefined,
	refetchInterval: 60_000,
});
export const requestQuery = (familyId: string, requestId: string) =>
	queryOptions({
		queryKey: ["requests", familyId, requestId],
		queryFn: ({ signal }) => call(readRequest, { params: { familyId, requestId }, signal }),
		retry: false,
	});
/** Fetched once: each time is an entry in the log with who it is for. */
export const requestFileQuery = (familyId: string, requestId: string) =>
	queryOptions({
		queryKey: ["request-file", familyId, requestId],
		queryFn: ({ signal }) => call(exportRequest, { params: { familyId, requestId }, signal }),
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
		refetchOnWindowFocus: false,
		refetchOnReconnect: false,
		retry: false,
	});
export const retentionQuery = queryOptions({
	queryKey: ["retention"],
	queryFn: ({ signal }) => call(readRetention, { signal }),
});
