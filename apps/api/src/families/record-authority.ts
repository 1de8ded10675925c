import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { Problem } from "@samenplan/contract/problem";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn, dayOfColumn } from "../http/days.ts";
import { assertVersion, HttpProblem } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";

/**
 * Records whether a parent has authority over a child. "Yes" opens the plan to that parent at the next request, so it needs a
 * source and a day; unknown counts as no and needs nothing.
 */
export async function recordAuthority(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof families.recordAuthority>,
): Promise<EndpointResponse<typeof families.recordAuthority>> {
	const { parentId, childId, version, ...fact } = body;
	await assertInvolved(tx, [
		{ personId: parentId, path: "parentId", as: ["parent"] },
		{ personId: childId, path: "childId", as: ["child"] },
	]);
	assertGround(fact, tx.today);
	const where = { familyId_parentId_childId: { familyId: tx.familyId, parentId, childId } };
	const now = await tx.db.authority.findUnique({ where });
	const data = { ...fact, recordedOn: dayColumn(fact.recordedOn), recordedBy: tx.actor.personId };
	if (!now) {
		// The edit started from a fact that is gone: nothing to compare with, so the screen has to look again.
		if (version !== null) throw new HttpProblem("conflict", { current: null });
		await tx.db.authority.create({ data: { id: tx.newId, familyId: tx.familyId, parentId, childId, ...data } });
		return { id: tx.newId };
	}
	const present = { ...now, recordedOn: dayOfColumn(now.recordedOn) };
	assertVersion(present, version ?? 0);
	const changed = await tx.db.authority.updateMany({
		where: { id: now.id, version: version ?? 0 },
		data: { ...data, version: { increment: 1 } },
	});
	if (changed.count === 0) throw new HttpProblem("conflict", { current: await tx.db.authority.findUnique({ where }) });
	return { id: now.id };
}

function assertGround({ holds, source, recordedOn }: { holds: string; source: string; recordedOn: string | null }, today: string): void {
	const errors: NonNullable<Problem["errors"]> = [];
	if (holds === "yes" && source === "") errors.push({ path: "source", code: "required" });
	if (holds === "yes" && recordedOn === null) errors.push({ path: "recordedOn", code: "required" });
	if (recordedOn !== null && recordedOn > today) errors.push({ path: "recordedOn", code: "too-late" });
	if (errors.length > 0) throw new HttpProblem("invalid-input", { errors });
}
