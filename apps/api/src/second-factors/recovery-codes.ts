import { randomInt } from "node:crypto";
import { keyedHash } from "../accounts/sealed.ts";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";

/** Signs that nobody mixes up; ten of them are more than sixty million million possibilities. */
const alphabet = "2345679cdfghjkmnpqrtvwxy";
const length = 10;
const codesInSet = 10;

const plain = (typed: string) => typed.toLowerCase().replace(/[^a-z0-9]/g, "");
const hashOf = (services: Services, accountId: string, code: string) => keyedHash(services, "recovery", `${accountId}:${plain(code)}`);

/** A new set of ten codes; former ones no longer work. Only their hashes are kept, so they are shown this once. */
export async function newRecoveryCodes(tx: Tx, services: Services, accountId: string): Promise<string[]> {
	const codes = Array.from({ length: codesInSet }, () => {
		const signs = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
		return `${signs.slice(0, 5)}-${signs.slice(5)}`;
	});
	await tx.db.recoveryCode.deleteMany({ where: { accountId } });
	await tx.db.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, codeHash: hashOf(services, accountId, code) })) });
	return codes;
}

/** Whether this is a code of the newest set that was not used; from now on it is. */
export async function useRecoveryCode(
	tx: Tx,
	services: Services,
	{ accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
	const used = await tx.db.recoveryCode.updateMany({
		where: { accountId, codeHash: hashOf(services, accountId, code), usedAt: null },
		data: { usedAt: new Date() },
	});
	return used.count === 1;
}
