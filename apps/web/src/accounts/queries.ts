import { readInvitation } from "@samenplan/contract/accounts";
import { listDemoAccounts, listDemoMails, readDemoClock } from "@samenplan/contract/demo";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

export const invitationQuery = (code: string) =>
	queryOptions({
		queryKey: ["invitations", code],
		queryFn: ({ signal }) => call(readInvitation, { params: { code }, signal }),
		retry: false,
	});
export const demoAccountsQuery = queryOptions({
	queryKey: ["demo", "accounts"],
	queryFn: ({ signal }) => call(listDemoAccounts, { signal }),
	retry: false,
});
export const demoMailsQuery = queryOptions({ queryKey: ["demo", "mails"], queryFn: ({ signal }) => call(listDemoMails, { signal }) });
export const demoClockQuery = queryOptions({ queryKey: ["demo", "clock"], queryFn: ({ signal }) => call(readDemoClock, { signal }) });
