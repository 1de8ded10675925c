import { listHandoverCandidates } from "@samenplan/contract/handovers";
import { listMyHandovers, listTeamHandovers } from "@samenplan/contract/taking-over";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/** Lists have no live stream of their own; half a minute is soon enough for what is agreed for a day. */
const lookAgain = 30_000;

export const myHandoversQuery = queryOptions({
	queryKey: ["handovers"],
	queryFn: ({ signal }) => call(listMyHandovers, { signal }),
	refetchInterval: lookAgain,
});

export const teamHandoversQuery = queryOptions({
	queryKey: ["team", "handovers"],
	queryFn: ({ signal }) => call(listTeamHandovers, { signal }),
	refetchInterval: lookAgain,
	refetchOnMount: "always",
});

/** Under the family, so that it is read anew when somebody there becomes involved. */
export const candidatesQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "handover-candidates"],
		queryFn: ({ signal }) => call(listHandoverCandidates, { params: { familyId }, signal }),
	});
