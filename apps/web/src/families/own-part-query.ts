import { readOwnPart } from "@samenplan/contract/families";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/** What was shared by name with the reader, who does not read the plan. */
export const ownPartQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "own-part"],
		queryFn: ({ signal }) => call(readOwnPart, { params: { familyId }, signal }),
	});
