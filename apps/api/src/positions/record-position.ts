import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as positions from "@samenplan/contract/positions";
import type { ActorTx } from "../http/as-actor.ts";
import { assertRecordedFor } from "../people/involved.ts";
import { keepPosition, needsWords } from "./give-position.ts";
import { checkSubject } from "./subject.ts";

/**
 * Writes down, together with them, the answer of a family member who cannot sign in; it is marked as recorded. Whoever has an own
 * account answers there: nobody answers for somebody else.
 */
export async function recordPosition(tx: ActorTx, { body }: EndpointParsed<typeof positions.recordPosition>) {
	await assertRecordedFor(tx, body.personId);
	needsWords(body);
	await checkSubject(tx, body, body.answer);
	await keepPosition(tx, { ...body, recorded: true });
	return { id: tx.newId };
}
