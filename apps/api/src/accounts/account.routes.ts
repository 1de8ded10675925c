import * as accounts from "@samenplan/contract/accounts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { openRoute, type Route, route } from "../http/route.ts";
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
	openRoute(accounts.endSession, async (_input, { services, request, response, requestId }) => {
		await services.frame.asJob({ name: "accounts", event: "session.end", action: "delete", object: "session", requestId }, (tx) =>
			endSession(tx, request, response),
		);
		return undefined;
	}),
	openRoute(accounts.readInvitation, ({ params }, context) => readInvitation(params.code, context)),
	openRoute(accounts.acceptInvitation, ({ params }, context) => acceptInvitation(params.code, context)),
	route(accounts.readMe, (tx) => readMe(tx), { list: "mine" }),
	route(accounts.chooseMine, chooseMine, { list: "mine" }),
	route(accounts.listAccounts, async (tx) => {
		const teams = new Map((await tx.db.team.findMany()).map((team) => [team.id, team.name]));
		const staff = await tx.db.account.findMany({
			where: { person: { staff: true } },
			include: { person: true },
			orderBy: { email: "asc" },
		});
		return staff.map(({ id, person, email, duties, teamId, state }) => ({
			id,
			name: `${person.givenName} ${person.familyName}`.trim(),
			email: email ?? "",
			duties,
			team: teamId ? (teams.get(teamId) ?? null) : null,
			state,
			own: id === tx.actor.accountId,
		}));
	}),
	route(accounts.setAccountState, async (tx, { params, body }) => {
		// Employees only: the accounts of families are not an administrator's business.
		found(await tx.db.account.findFirst({ where: { id: params.accountId, person: { staff: true } } }));
		// Nobody can lock themselves, and with them perhaps the last administrator, out.
		if (params.accountId === tx.actor.accountId) throw moveNotPossible([], ["own-account"]);
		await tx.db.account.update({ where: { id: params.accountId }, data: { state: body.state } });
		return undefined;
	}),
];
