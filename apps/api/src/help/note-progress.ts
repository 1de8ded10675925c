import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as help from "@samenplan/contract/help";
import { chooseReaders } from "../audience/choose-readers.ts";
import { tellReaders } from "../audience/texts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/** How the help goes, in two sentences, by the family or a professional. */
export async function noteProgress(tx: ActorTx, { params, body }: EndpointParsed<typeof help.noteProgress>) {
	await inOpenPlan(tx, await tx.db.help.findFirst({ where: { id: params.helpId, familyId: tx.familyId } }));
	const { audience, readers, consentId, ...note } = body;
	const choice = await chooseReaders(tx, { audience, readers, consentId }, { subject: tx.actor.personId });
	tellReaders(tx, choice.audience);
	await tx.db.progressNote.create({
		data: {
			...note,
			...choice,
			id: tx.newId,
			familyId: tx.familyId,
			helpId: params.helpId,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}
