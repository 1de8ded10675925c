import type { positionSubjects } from "@samenplan/contract/positions";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";

type Talk = {
	subject: (typeof positionSubjects)[number];
	subjectId: string;
	subjectVersion: number;
	heldOn: string;
	tookPart: readonly string[];
	text: string;
	proceeds: boolean;
};

/** Keeps a talk about a disagreement as it was told; nobody changes it afterwards. */
export async function keepTalk(tx: ActorTx, { heldOn, tookPart, ...talk }: Talk, id?: string): Promise<void> {
	await tx.db.disagreementTalk.create({
		data: {
			...talk,
			...(id && { id }),
			familyId: tx.familyId,
			heldOn: dayColumn(heldOn),
			tookPart: [...new Set(tookPart)],
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
}
