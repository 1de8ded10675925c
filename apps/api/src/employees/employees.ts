import type { Duty } from "@samenplan/access/relations";
import type { listAccounts } from "@samenplan/contract/accounts";
import type { addEmployee, changeEmployee, listTeams } from "@samenplan/contract/employees";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { momentInWords } from "@samenplan/language/dates";
import { accountOfAddress } from "../accounts/account-of-address.ts";
import { asAccounts, note, type Refusal } from "../accounts/as-accounts.ts";
import { knownAccount } from "../accounts/known-account.ts";
import { linkMinutes, newLink } from "../accounts/link.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { AccountContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { type UsableRecovery, usableRecovery } from "../recoveries/use-recovery.ts";

/** The employees of the administrator's own organisation, and how far each is with a way to sign in. */
export function listEmployees(context: AccountContext): Promise<EndpointResponse<typeof listAccounts>> {
	const { organisationId, accountId } = context.actor;
	return asAccounts(context, { event: "employees.list", action: "read", object: "account" }, async (tx) => {
		const teams = new Map((await tx.db.team.findMany({ where: { organisationId } })).map((team) => [team.id, team.name]));
		const staff = await tx.db.account.findMany({
			where: { organisationId, person: { staff: true } },
			include: { person: true },
			orderBy: { email: "asc" },
		});
		const ids = staff.map(({ id }) => id);
		const having = async (rows: Promise<{ accountId: string | null }[]>) => new Set((await rows).map((row) => row.accountId));
		const select = { accountId: true } as const;
		const withWay = await having(tx.db.passkey.findMany({ where: { accountId: { in: ids } }, select }));
		const withIdentity = await having(tx.db.foreignIdentity.findMany({ where: { accountId: { in: ids } }, select }));
		const invited = await having(
			tx.db.signInAttempt.findMany({
				where: { accountId: { in: ids }, kind: "staff_invitation", usedAt: null, expiresAt: { gt: new Date() } },
				select,
			}),
		);
		return staff.map(({ id, person, email, duties, teamId, state, passwordAt }) => ({
			id,
			name: `${person.givenName} ${person.familyName}`.trim(),
			givenName: person.givenName,
			familyName: person.familyName,
			email: email ?? "",
			duties,
			teamId,
			team: teamId ? (teams.get(teamId) ?? null) : null,
			signIn: passwordAt !== null || withWay.has(id) || withIdentity.has(id) ? "ready" : invited.has(id) ? "invited" : "none",
			state,
			own: id === accountId,
		}));
	});
}

export function listTeamsHere(context: AccountContext): Promise<EndpointResponse<typeof listTeams>> {
	return asAccounts(context, { event: "teams.list", action: "read", object: "team" }, (tx) =>
		tx.db.team.findMany({
			where: { organisationId: context.actor.organisationId },
			select: { id: true, name: true },
			orderBy: { name: "asc" },
		}),
	);
}

/** Makes an account for an employee, without any way in yet, and mails a link to make one. */
export function add(body: EndpointParsed<typeof addEmployee>["body"], context: AccountContext): Promise<{ id: string }> {
	const { organisationId } = context.actor;
	return asAccounts(context, { event: "employees.add", action: "create", object: "account" }, async (tx) => {
		assertApart(body.duties);
		await assertTeamHere(tx, body.teamId, organisationId);
		if (await accountOfAddress(tx, body.email)) throw new HttpProblem("invalid-input", { errors: [{ path: "email", code: "taken" }] });
		const { givenName, familyName, email, duties, teamId } = body;
		const person = await tx.db.person.create({ data: { organisationId, givenName, familyName, email, staff: true } });
		const { id } = await tx.db.account.create({
			data: { organisationId, personId: person.id, email, duties: [...new Set(duties)], teamId, createdAt: tx.now },
		});
		await invite(tx, context, id);
		return { id };
	});
}

/** Changes duties and team. Nobody takes their own administration away: perhaps nobody else could give it back. */
export function change(
	accountId: string,
	body: EndpointParsed<typeof changeEmployee>["body"],
	context: AccountContext,
): Promise<undefined> {
	return withEmployee(context, accountId, "employees.change", async (tx) => {
		await assertTeamHere(tx, body.teamId, context.actor.organisationId);
		const duties: Duty[] = [...new Set(body.duties)];
		assertApart(duties);
		if (accountId === context.actor.accountId && !duties.includes("administrator")) throw moveNotPossible([], ["own-duty"]);
		await tx.db.account.update({ where: { id: accountId }, data: { duties, teamId: body.teamId } });
		return undefined;
	});
}

/**
 * Mails the invitation again to whoever never came in. Whoever did gets a link once a recovery was granted, and while it stands;
 * nothing of the account changes before that link is used.
 */
export function inviteAgain(accountId: string, context: AccountContext): Promise<undefined> {
	return withEmployee(context, accountId, "employees.invite", async (tx) => {
		const [account] = await tx.sql<{ used: boolean }>({ text: "select app.account_was_used($1) as used", values: [accountId] });
		if (account?.used === false) {
			await invite(tx, context, accountId);
			return undefined;
		}
		const recovery = await usableRecovery(tx, { accountId });
		if (!recovery) throw moveNotPossible([], ["recovery-needed"]);
		await mailRecoveryLink(tx, context, accountId, recovery);
		return undefined;
	});
}

async function mailRecoveryLink(tx: Tx, context: AccountContext, accountId: string, recovery: UsableRecovery): Promise<void> {
	const account = found(await knownAccount(tx, accountId));
	const link = await newLink(tx, context.services, account, "staff_invitation", recovery.id);
	await note(tx, { event: "employees.invite", account, object: "account", objectId: accountId });
	const moment = momentInWords(tx.now, catalogueLanguageOf(account.language));
	const values = { link, moment, hours: linkMinutes.staff_invitation / 60 };
	await tellOwner(tx, account, "accessLink", values, recovery.newEmail ?? account.email);
}

async function invite(tx: Tx, context: AccountContext, accountId: string): Promise<void> {
	const account = found(await knownAccount(tx, accountId));
	const link = await newLink(tx, context.services, account, "staff_invitation");
	await note(tx, { event: "employees.invite", account, object: "account", objectId: accountId });
	await tellOwner(tx, account, "staffInvitation", { link, hours: linkMinutes.staff_invitation / 60 });
}

/** Employees of the own organisation only: the accounts of families are not an administrator's business. */
function withEmployee<T>(context: AccountContext, accountId: string, event: string, work: (tx: Tx) => Promise<T | Refusal>): Promise<T> {
	return asAccounts(context, { event, action: "update", object: "account", objectId: accountId }, async (tx) => {
		const { organisationId } = context.actor;
		found(await tx.db.account.findFirst({ where: { id: accountId, organisationId, person: { staff: true } } }));
		return work(tx);
	});
}

/** Who gives out duties holds none that opens what families wrote, or that watches over it: nobody gives those to themselves. */
function assertApart(duties: readonly Duty[]): void {
	if (duties.includes("administrator") && duties.some((duty) => duty !== "administrator"))
		throw new HttpProblem("invalid-input", { errors: [{ path: "duties", code: "invalid" }] });
}

async function assertTeamHere(tx: Tx, teamId: string | null, organisationId: string): Promise<void> {
	if (teamId === null) return;
	if ((await tx.db.team.count({ where: { id: teamId, organisationId } })) === 0)
		throw new HttpProblem("invalid-input", { errors: [{ path: "teamId", code: "invalid" }] });
}
