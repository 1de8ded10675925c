import type { Factor } from "@samenplan/contract/second-factors";
import type { Tx } from "../http/transaction.ts";

/** The second factors an account can give now. Recovery codes stand in for a device; alone they are none. */
export async function factorsOf(tx: Tx, accountId: string): Promise<Factor[]> {
	const [passkeys, apps, codes] = [
		await tx.db.passkey.count({ where: { accountId } }),
		await tx.db.authenticatorApp.count({ where: { accountId, confirmedAt: { not: null } } }),
		await tx.db.recoveryCode.count({ where: { accountId, usedAt: null } }),
	];
	if (passkeys + apps === 0) return [];
	return [
		...(passkeys > 0 ? (["passkey"] as const) : []),
		...(apps > 0 ? (["authenticator"] as const) : []),
		...(codes > 0 ? (["recovery"] as const) : []),
	];
}
