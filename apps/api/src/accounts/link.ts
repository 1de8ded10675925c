import { randomBytes } from "node:crypto";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { type UsableRecovery, usableRecovery } from "../recoveries/use-recovery.ts";
import type { KnownAccount } from "./known-account.ts";
import { keyedHash, sameText } from "./sealed.ts";

export type LinkKind = "staff_invitation" | "password_reset";
export const linkMinutes: Record<LinkKind, number> = { staff_invitation: 48 * 60, password_reset: 30 };

/**
 * A link to choose a password, for the mail: works once, for hours or minutes. A former one of the same account stops working. The
 * secret stands behind the `#`, so that browsers keep it out of requests and other people's logs.
 */
export async function newLink(tx: Tx, services: Services, account: KnownAccount, kind: LinkKind, recoveryId?: string): Promise<string> {
	await withdrawLinks(tx, account.id);
	const secret = randomBytes(32).toString("base64url");
	const { id } = await tx.db.signInAttempt.create({
		data: {
			kind,
			accountId: account.id,
			content: { secretHash: linkSecretHash(services, secret), ...(recoveryId !== undefined && { recoveryId }) },
			expiresAt: new Date(Date.now() + linkMinutes[kind] * 60_000),
		},
	});
	return linkAddress(services, id, secret);
}

export const linkSecretHash = (services: Services, secret: string) => keyedHash(services, "link", secret);
export const linkAddress = (services: Services, id: string, secret: string) => `${services.config.publicUrl}/password#${id}.${secret}`;

/** Every link of the account stops working. */
async function withdrawLinks(tx: Tx, accountId: string): Promise<void> {
	await tx.db.signInAttempt.updateMany({
		where: { accountId, kind: { in: ["staff_invitation", "password_reset"] }, usedAt: null },
		data: { usedAt: new Date() },
	});
}

/** What a link is for, as long as it works. */
export async function linkOf(
	tx: Tx,
	services: Services,
	token: string,
): Promise<{ id: string; kind: LinkKind; accountId: string; recovery?: UsableRecovery } | undefined> {
	const [id = "", secret = ""] = token.split(".");
	if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined;
	const link = await tx.db.signInAttempt.findFirst({
		where: { id, kind: { in: ["staff_invitation", "password_reset"] }, usedAt: null, expiresAt: { gt: new Date() } },
	});
	if (!link?.accountId) return undefined;
	const { secretHash, recoveryId } = link.content as { secretHash: string; recoveryId?: string };
	if (!sameText(secretHash, linkSecretHash(services, secret))) return undefined;
	const of = { id, kind: link.kind as LinkKind, accountId: link.accountId };
	if (recoveryId === undefined) return of;
	// Too early, stopped by its owner or used: it works as little as one that was invented.
	const recovery = await usableRecovery(tx, { accountId: link.accountId, recoveryId });
	return recovery && { ...of, recovery };
}
