import type { Session } from "@samenplan/contract/accounts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { signInWithPasskey } from "@samenplan/contract/second-factors";
import { asAccounts, note, refuse } from "../accounts/as-accounts.ts";
import { countOneLess, networkOf, refuseAfter } from "../accounts/guess-limit.ts";
import { knownAccount } from "../accounts/known-account.ts";
import { startSession } from "../accounts/session.ts";
import { wrongCodesPerHour } from "../accounts/sign-in.ts";
import type { OpenContext } from "../http/route.ts";
import { challengeForUse, usedPasskey } from "./passkeys.ts";

/** Belongs to nobody yet: any passkey of this host may answer. */
const anyone = "anyone";

export async function askAnyPasskey(context: OpenContext) {
	return asAccounts(context, { event: "sign-in.challenge", action: "execute", object: "passkey" }, (tx) =>
		challengeForUse(tx, context.services, { kind: "passkey_sign_in", accountId: null, owner: anyone }),
	);
}

/**
 * Signs in with a passkey alone. It is something one has, and its device checked a finger, a face or a code: two factors, for employees
 * too (ISO 29115; NIST SP 800-63B, multi-factor authenticators).
 */
export async function enterWithPasskey(given: EndpointParsed<typeof signInWithPasskey>["body"], context: OpenContext): Promise<Session> {
	const { services, request, response, client } = context;
	const network = `sign-in:${networkOf(client)}`;
	return asAccounts(context, { event: "sign-in.passkey", action: "execute", object: "session" }, async (tx) => {
		const tooMany = await refuseAfter(tx, services, network, { most: wrongCodesPerHour, minutes: 60 });
		if (tooMany) return tooMany;
		const passkey = await usedPasskey(tx, services, { ...given, kind: "passkey_sign_in", owner: anyone });
		const account = passkey && (await knownAccount(tx, passkey.accountId));
		await note(tx, { event: "sign-in.passkey", outcome: account ? "success" : "denied", account: account ?? null });
		if (!account) return refuse("passkey-wrong");
		await countOneLess(tx, services, network);
		return startSession(tx, services, request, response, account.id, "passkey", given);
	});
}
