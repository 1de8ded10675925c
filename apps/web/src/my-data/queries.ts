import { readMyData, readMyExport } from "@samenplan/contract/my-data";
import { listMyRequests } from "@samenplan/contract/requests";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

export const myRequestsQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "requests"],
		queryFn: ({ signal }) => call(listMyRequests, { params: { familyId }, signal }),
	});

/**
 * A file about me: fetched once when its page is opened, and gone from this device's memory when it is left. Not under the family's
 * key: each fetch is an entry in the log, so that it does not follow what changes meanwhile.
 */
export const myFileQuery = (familyId: string, requestId: string | undefined) =>
	queryOptions({
		queryKey: ["my-file", familyId, requestId ?? "now"],
		queryFn: ({ signal }) =>
			requestId === undefined
				? call(readMyData, { params: { familyId }, signal })
				: call(readMyExport, { params: { familyId, requestId }, signal }),
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
		refetchOnWindowFocus: false,
		refetchOnReconnect: false,
		retry: false,
	});
