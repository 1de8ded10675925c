import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { readLastLook as contract } from "@samenplan/contract/reviewed";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";

/** The plan as this scientist last read it: in this review, or in the newest one of the family that they did before. */
export async function readLastLook(tx: ActorTx, { params }: EndpointParsed<typeof contract>): Promise<EndpointResponse<typeof contract>> {
	const mine = { familyId: tx.familyId, scientistId: tx.actor.personId };
	found(await tx.db.review.findFirst({ where: { ...mine, id: params.reviewId }, select: { id: true } }));
	const last = await tx.db.review.findFirst({
		where: { ...mine, lookedAt: { not: null } },
		orderBy: { lookedAt: "desc" },
		select: { lookedAt: true, content: true },
	});
	return {
		lookedAt: last?.lookedAt?.toISOString() ?? null,
		content: (last?.content ?? null) as EndpointResponse<typeof contract>["content"],
	};
}
