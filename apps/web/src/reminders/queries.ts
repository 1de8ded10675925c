import { readMessages, readOrganisationDays } from "@samenplan/contract/reminders";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

export const messagesQuery = queryOptions({
	queryKey: ["me", "messages"],
	queryFn: ({ signal }) => call(readMessages, { signal }),
});
export const organisationDaysQuery = queryOptions({
	queryKey: ["organisation", "days"],
	queryFn: ({ signal }) => call(readOrganisationDays, { signal }),
});
