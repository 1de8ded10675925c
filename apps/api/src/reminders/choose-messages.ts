import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as reminders from "@samenplan/contract/reminders";
import type { Messages } from "@samenplan/contract/reminders";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";

/** How I hear of what waits for me. */
export async function readMessages(tx: ActorTx): Promise<Messages> {
	const account = found(
		await tx.db.account.findUnique({
			where: { id: tx.actor.accountId },
			select: { digest: true, quietFrom: true, quietUntil: true, email: true },
		}),
	);
	const { digest, quietFrom, quietUntil, email } = account;
	return { digest, quietFrom, quietUntil, reachable: email !== null };
}

/** Keeps my choice; it counts from the next message on, also for what waits already. */
export async function chooseMessages(tx: ActorTx, { body }: EndpointParsed<typeof reminders.chooseMessages>): Promise<Messages> {
	await tx.sql({ text: "select app.choose_messages($1, $2, $3)", values: [body.digest, body.quietFrom, body.quietUntil] });
	return readMessages(tx);
}
