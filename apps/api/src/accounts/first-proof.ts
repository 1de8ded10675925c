import type { SignInStep } from "@samenplan/contract/second-factors";
import type { OpenContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { beginHalfWay, type HalfWay } from "../second-factors/attempts.ts";
import { factorsOf } from "../second-factors/factors.ts";
import type { KnownAccount } from "./known-account.ts";
import { startSession } from "./session.ts";

/**
 * After a password or the organisation's sign-in service was right: a session for a family member, the second half for an employee.
 * What is half-way is no session: it opens nothing, and only this browser can finish it.
 */
export async function afterFirstProof(
	tx: Tx,
	context: OpenContext,
	account: KnownAccount,
	proved: Omit<HalfWay, "stage"> & { twoFactors?: boolean },
): Promise<SignInStep> {
	const { services, request, response } = context;
	const { twoFactors = false, ...half } = proved;
	if (!account.staff || twoFactors) {
		const session = await startSession(tx, services, request, response, account.id, half.method, half);
		return { session, needs: "nothing", factors: [] };
	}
	const factors = await factorsOf(tx, account.id);
	const stage = factors.length > 0 ? "second_factor" : "set_up";
	await beginHalfWay(tx, context, account.id, { ...half, stage });
	return { session: null, needs: stage, factors };
}
