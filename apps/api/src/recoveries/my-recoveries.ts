import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as recoveries from "@samenplan/contract/recoveries";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible, notFound } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { tellEars } from "./tell-ears.ts";

/** What runs for whoever asks: while they are signed in, somebody says that they cannot get in. */
export async function listMyRecoveries(tx: ActorTx): Promise<EndpointResponse<typeof recoveries.listMyRecoveries>> {
	const rows = await tx.sql<{ id: string; state: "asked" | "granted"; asked_by_name: string; asked_at: Date; usable_from: Date | null }>({
		name: "my_recoveries",
		text: "select * from app.my_recoveries()",
	});
	return rows.map((row) => ({
		id: row.id,
		state: row.state,
		askedBy: row.asked_by_name,
		askedAt: row.asked_at.toISOString(),
		usableFrom: row.usable_from?.toISOString() ?? null,
	}));
}

/**
 * "This is not me": the owner stops it, and cards that were made for them stop working. The privacy officers hear of it at once and
 * find it among what stands out.
 */
export async function stopMyRecovery(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof recoveries.stopMyRecovery>,
	services: Services,
): Promise<undefined> {
	const [row] = await tx.sql<{ answer: "stopped" | "unknown" | "over" }>({
		text: "select app.stop_my_recovery($1) as answer",
		values: [params.recoveryId],
	});
	if (row?.answer === "over") throw moveNotPossible([], ["recovery-was-decided"]);
	if (row?.answer !== "stopped") throw notFound();
	await tellEars(tx, services, params.recoveryId, { who: "officers", mail: "accessStopped", path: "/recoveries" });
}
