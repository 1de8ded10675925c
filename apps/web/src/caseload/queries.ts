import { readCaseload, readTeam } from "@samenplan/contract/caseload";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/** How often a list that is open looks again, in milliseconds: a question of a parent appears without reloading. */
const lookAgain = 15_000;

export const caseloadQuery = queryOptions({
	queryKey: ["caseload"],
	queryFn: ({ signal }) => call(readCaseload, { signal }),
	refetchInterval: lookAgain,
	refetchOnMount: "always",
});
export const teamQuery = queryOptions({
	queryKey: ["team"],
	queryFn: ({ signal }) => call(readTeam, { signal }),
	refetchInterval: lookAgain,
	refetchOnMount: "always",
});
