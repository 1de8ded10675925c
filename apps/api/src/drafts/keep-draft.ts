import type { keepDraft as keeping } from "@samenplan/contract/drafts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";

/**
 * Keeps what somebody is still writing, one text for each place, so that it waits for them on every device. Nobody else reads it
 * (row-level security), and empty words remove it.
 */
export async function keepDraft(tx: ActorTx, { body: { place, text } }: EndpointParsed<typeof keeping>): Promise<undefined> {
	const mine = { familyId: tx.familyId, personId: tx.actor.personId, place };
	if (text.trim() === "") {
		await tx.db.draftText.deleteMany({ where: mine });
		return;
	}
	await tx.db.draftText.upsert({
		where: { familyId_personId_place: mine },
		create: { id: tx.newId, ...mine, text, updatedAt: tx.now },
		update: { text, updatedAt: tx.now },
	});
}
