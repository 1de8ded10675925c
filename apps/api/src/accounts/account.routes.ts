import * as accounts from "@samenplan/contract/accounts";
import { listEmployees } from "../employees/employees.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { accountRoute, openRoute, type Route, route } from "../http/route.ts";
import { acceptInvitation, readInvitation } from "./invitation.ts";
import { chooseMine, readMe } from "./me.ts";
import { endSession, hasSessionCookie, refreshSession } from "./session.ts";
import { askSignInCode, signInWithCode } from "./sign-in.ts";
import { atSteadyPace } from "./steady-pace.ts";

export const accountRoutes: Route[] = [
	openRoute(accounts.askSignInCode, ({ body }, context) => atSteadyPace(() => askSignInCode(body.email, context)).then(() => undefined)),
	openRoute(accounts.signInWithCode, ({ body }, context) => atSteadyPace(() => signInWithCode(body, context))),
	openRoute(accounts.refreshSession, async (_input, { services, request, response, requestId }) => {
		// A visitor who never signed in here is no failure; a cookie that is wrong, ended or expired is refused below.
		if (!hasSessionCookie(request)) return null;
		const session = await services.frame.asJob(
			{ name: "accounts", event: "session.refresh", action: "execute", object: "session", requestId },
			(tx) => refreshSession(tx, services, request, response),
		);
		if (!session) throw new HttpProblem("sign-in-needed");
		return session;
	}),
	openRoute(accounts.endSession, async ({ query }, { services, request, response, requestId }) => {
		await services.frame.asJob({ name: "accounts", event: "session.end", action: "delete", object: "session", requestId }, (tx) =>
			endSession(tx, request, response),
		);
		// What a browser keeps of somebody goes too; after a time-out the words that were typed stay for whoever comes back.
		if (query.keep === "nothing") response.setHeader("Clear-Site-Data", '"storage"');
		return undefined;
	}),
	openRoute(accounts.readInvitation, ({ params }, context) => readInvitation(params.code, context)),
	openRoute(accounts.acceptInvitation, ({ params, body }, context) => acceptInvitation(params.code, body.ownDevice, context)),
	route(accounts.readMe, (tx) => readMe(tx), { list: "mine" }),
	route(accounts.chooseMine, chooseMine, { list: "mine" }),
	accountRoute(accounts.listAccounts, (_input, context) => listEmployees(context)),
	route(accounts.setAccountState, async (tx, { params, body }) => {
		// Employees only: the accounts of families are not an administrator's business.
		found(await tx.db.account.findFirst({ where: { id: params.accountId, person: { staff: true } } }));
		// Nobody can lock themselves, and with them perhaps the last administrator, out.
		if (params.accountId === tx.actor.accountId) throw moveNotPossible([], ["own-account"]);
		await tx.db.account.update({ where: { id: params.accountId }, data: { state: body.state } });
		return undefined;
	}),
];
