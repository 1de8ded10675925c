import { audiencesOf, readersOf } from "@samenplan/access/readers";
import type { Audiences } from "@samenplan/contract/audience";
import type { ActorTx } from "../http/as-actor.ts";
import { readersAround } from "./around.ts";

/** Among whom somebody chooses who writes here, and who reads it then: by the same relations as the reading itself. */
export async function readAudiences(tx: ActorTx): Promise<Audiences> {
	const around = await readersAround(tx);
	const everyone = around.map(({ id }) => id);
	return {
		people: around.map(({ id, name, reads }) => ({ id, name, reads })),
		choices: audiencesOf(tx.actor.relations).map((audience) => ({
			audience,
			readers: readersOf({ audience, readers: everyone }, around, tx.actor.personId),
		})),
	};
}
