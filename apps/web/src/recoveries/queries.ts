import { listFamilyRecoveries, listMyRecoveries, listRecoveries } from "@samenplan/contract/recoveries";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

export const recoveriesQuery = queryOptions({
	queryKey: ["recoveries"],
	queryFn: ({ signal }) => call(listRecoveries, { signal }),
	staleTime: 60_000,
	refetchOnMount: "always",
});

/** Under the family, so that it is read anew as soon as somebody decides. */
export const familyRecoveriesQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "recoveries"],
		queryFn: ({ signal }) => call(listFamilyRecoveries, { params: { familyId }, signal }),
	});

export const myRecoveriesQuery = queryOptions({
	queryKey: ["me", "recoveries"],
	queryFn: ({ signal }) => call(listMyRecoveries, { signal }),
	staleTime: 5 * 60_000,
});
