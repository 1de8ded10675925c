import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as positions from "@samenplan/contract/positions";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import { settleSubject } from "./settle-subject.ts";
import { checkSubject } from "./subject.ts";

/** My own answer. It stands beside the subject with my words; a former answer stays in the history. */
export async function givePosition(tx: ActorTx, { body }: EndpointParsed<typeof positions.givePosition>) {
	needsWords(body);
	await checkSubject(tx, body, body.answer);
	await keepPosition(tx, { ...body, personId: tx.actor.personId, recorded: false });
	return { id: tx.newId };
}

type Words = { answer: string; text: string };

/** "Do not agree" and "agree, but" come with words; without them nobody learns what should change. */
export function needsWords({ answer, text }: Words): void {
	if (text === "" && (answer === "disagree" || answer === "agree_but"))
		throw new HttpProblem("invalid-input", { errors: [{ path: "text", code: "required" }] });
}

type Kept = EndpointParsed<typeof positions.givePosition>["body"] & { personId: string; recorded: boolean };

/** Writes the answer and lets what was decided take effect, in the same transaction. */
export async function keepPosition(
	tx: ActorTx,
	{ subject, subjectId, subjectVersion, personId, answer, text, recorded }: Kept,
): Promise<void> {
	await tx.db.position.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			subject,
			subjectId,
			subjectVersion,
			personId,
			answer,
			text,
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			recorded,
			createdAt: tx.now,
		},
	});
	await settleSubject(tx, subject, subjectId);
}
