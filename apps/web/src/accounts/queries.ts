import { readInvitation } from "@samenplan/contract/accounts";
import { listDemoAccounts, listDemoMails, readDemoClock } from "@samenplan/contract/demo";
import { readMySignIn } from "@samenplan/contract/second-factors";
import { listMySessions } from "@samenplan/contract/sessions";
import { listSignInServices } from "@samenplan/contract/single-sign-on";
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
export const signInServicesQuery = queryOptions({
	queryKey: ["sign-in-services"],
	queryFn: ({ signal }) => call(listSignInServices, { signal }),
	staleTime: Number.POSITIVE_INFINITY,
	retry: false,
});
export const mySignInQuery = queryOptions({ queryKey: ["me", "sign-in"], queryFn: ({ signal }) => call(readMySignIn, { signal }) });
export const mySessionsQuery = queryOptions({ queryKey: ["me", "sessions"], queryFn: ({ signal }) => call(listMySessions, { signal }) });
