import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { listMySessions, readSession } from "@samenplan/contract/sessions";
import type { ActorTx } from "../http/as-actor.ts";
import { found, notFound } from "../http/problems.ts";

/** Where I am signed in now: not ended, not over, not idle too long. The newest first. */
export async function listMine(tx: ActorTx): Promise<EndpointResponse<typeof listMySessions>> {
	const sessions = await tx.db.session.findMany({
		where: { accountId: tx.actor.accountId, endedAt: null, expiresAt: { gt: new Date() } },
		orderBy: { lastSeenAt: "desc" },
	});
	return sessions
		.filter(({ lastSeenAt, idleMinutes }) => lastSeenAt.getTime() > Date.now() - idleMinutes * 60_000)
		.map(({ id, device, method, createdAt, lastSeenAt }) => ({
			id,
			device,
			method,
			createdAt: createdAt.toISOString(),
			lastSeenAt: lastSeenAt.toISOString(),
			own: id === tx.actor.sessionId,
		}));
}

/** Ends one of my sessions; its next request, whatever token it holds, is refused. */
export async function endOne(tx: ActorTx, { params }: { params: { sessionId: string } }): Promise<undefined> {
	const ended = await tx.db.session.updateMany({
		where: { id: params.sessionId, accountId: tx.actor.accountId, endedAt: null },
		data: { endedAt: new Date() },
	});
	if (ended.count === 0) throw notFound();
	return undefined;
}

export async function endOthers(tx: ActorTx): Promise<undefined> {
	await tx.db.session.updateMany({
		where: { accountId: tx.actor.accountId, endedAt: null, id: { not: tx.actor.sessionId } },
		data: { endedAt: new Date() },
	});
	return undefined;
}

export async function readMine(tx: ActorTx): Promise<EndpointResponse<typeof readSession>> {
	const { idleMinutes, expiresAt } = found(await tx.db.session.findFirst({ where: { id: tx.actor.sessionId } }));
	return { idleMinutes, until: expiresAt.toISOString() };
}
