import { randomInt } from "node:crypto";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { proveAgain, readProofWays } from "@samenplan/contract/sessions";
import { note, type Refusal, refuse } from "../accounts/as-accounts.ts";
import { countOneLess, networkOf, refuseAfter } from "../accounts/guess-limit.ts";
import { type KnownAccount, passwordOf } from "../accounts/known-account.ts";
import { isPassword } from "../accounts/passwords.ts";
import { keyedHash, sameText } from "../accounts/sealed.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import type { AccountContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { keepChallenge, takeOnce, waitingFor } from "../second-factors/attempts.ts";
import { factorsOf } from "../second-factors/factors.ts";
import { checkFactor } from "../second-factors/give-second-factor.ts";
import { withMyAccount } from "../second-factors/my-sign-in.ts";
import { challengeForUse } from "../second-factors/passkeys.ts";

const codeMinutes = 10;
const codesPerHour = 6;
const wrongHere = 10;
type Proof = EndpointParsed<typeof proveAgain>["body"];
type Way = EndpointResponse<typeof readProofWays>["ways"][number];

/**
 * In which ways this account proves again who it is: an employee with a second factor; a family member with a passkey, a mailed code or a
 * password. Invented people of a demonstration just say so.
 */
async function waysOf(tx: Tx, { services }: AccountContext, account: KnownAccount): Promise<Way[]> {
	const factors = await factorsOf(tx, account.id);
	const ways: Way[] = [...factors];
	if (!account.staff && account.email !== null) ways.push("mailed_code");
	if (!account.staff && account.passwordAt !== null) ways.push("password");
	if (services.config.DEMO && (await tx.db.account.count({ where: { id: account.id, demoNote: { not: null } } })) > 0) ways.push("demo");
	return ways;
}

export const readWays = (context: AccountContext) =>
	withMyAccount(context, "proof.ways", async (tx, account) => ({ ways: await waysOf(tx, context, account) }));

export const askPasskeyProof = (context: AccountContext) =>
	withMyAccount(context, "proof.challenge", (tx, account) =>
		challengeForUse(tx, context.services, { kind: "prove_again", accountId: account.id, owner: context.caller.sessionId }),
	);

/** Mails a code; not to employees, whose mailbox is no second factor. */
export const askCodeProof = (context: AccountContext): Promise<undefined> =>
	withMyAccount(context, "proof.code", async (tx, account) => {
		if (!(await waysOf(tx, context, account)).includes("mailed_code")) return refuse("not-allowed");
		const tooMany = await refuseAfter(tx, context.services, `proof-code:${account.id}`, { most: codesPerHour, minutes: 60 });
		if (tooMany) return tooMany;
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		const owner = `code:${context.caller.sessionId}`;
		const content = { codeHash: keyedHash(context.services, "proof", `${account.id}:${code}`) };
		await keepChallenge(tx, { kind: "prove_again", accountId: account.id, owner, content }, codeMinutes);
		await tellOwner(tx, account, "signInCode", { code, minutes: codeMinutes });
		return undefined;
	});

/** Proves again, for this session only. @throws HttpProblem `code-wrong`, `password-wrong`, `passkey-wrong`, `too-many-tries` */
export async function prove(given: Proof, context: AccountContext): Promise<undefined> {
	// Worked out before the transaction: it takes a while by design.
	const password = given.kind === "password" ? await passwordIsRight(given.password, context) : false;
	return withMyAccount(context, "proof.give", async (tx, account) => {
		const possible = (await waysOf(tx, context, account)).includes(given.kind);
		const refusal = possible ? await check(tx, context, { account, given, password }) : refuse("not-allowed");
		await note(tx, { event: `proof.${given.kind}`, outcome: refusal ? "denied" : "success", account });
		if (refusal) return refusal;
		await tx.db.session.update({ where: { id: context.caller.sessionId }, data: { provedAgainAt: new Date() } });
		return undefined;
	});
}

async function passwordIsRight(password: string, context: AccountContext): Promise<boolean> {
	const key = `proof-password:${context.actor.accountId}:${networkOf(context.client)}`;
	const hash = await withMyAccount(context, "proof.password", async (tx, account) => {
		return (await refuseAfter(tx, context.services, key, { most: wrongHere, minutes: 30 })) ?? passwordOf(tx, account.id);
	});
	const right = await isPassword(password, hash);
	if (right) await withMyAccount(context, "proof.password", (tx) => countOneLess(tx, context.services, key));
	return right;
}

async function check(
	tx: Tx,
	context: AccountContext,
	{ account, given, password }: { account: KnownAccount; given: Proof; password: boolean },
): Promise<Refusal | undefined> {
	const { services, caller } = context;
	switch (given.kind) {
		case "demo":
			return undefined;
		case "password":
			return password ? undefined : refuse("password-wrong");
		case "mailed_code": {
			const waiting = await waitingFor(tx, "prove_again", `code:${caller.sessionId}`);
			const tooMany = await refuseAfter(tx, services, `proof-try:${waiting?.id ?? account.id}`, { most: 5, minutes: 30 });
			if (tooMany) return tooMany;
			const { codeHash } = (waiting?.content ?? { codeHash: "" }) as { codeHash: string };
			const right = waiting !== null && sameText(codeHash, keyedHash(services, "proof", `${account.id}:${given.code}`));
			return right && (await takeOnce(tx, { id: waiting.id, kind: "prove_again" })) ? undefined : refuse("code-wrong");
		}
		default:
			return checkFactor(tx, context, { account, given, owner: caller.sessionId, kind: "prove_again" });
	}
}
