import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { Problem } from "@samenplan/contract/problem";
import { mailText } from "@samenplan/language/mails";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn, dayOfColumn } from "../http/days.ts";
import { assertVersion, HttpProblem } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { mailAddressesOf } from "../mail/mail-addresses.ts";
import { queueMail } from "../mail/mails.ts";
import { assertInvolved } from "../people/involved.ts";

/**
 * Records whether a parent has authority over a child. "Yes" opens the plan to that parent at the next request, so it needs a
 * source and a day; unknown counts as no and needs nothing.
 */
export async function recordAuthority(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof families.recordAuthority>,
	services: Services,
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
		if (fact.holds !== "unknown") await tellParent(tx, parentId, services.config.publicUrl);
		return { id: tx.newId };
	}
	const present = { ...now, recordedOn: dayOfColumn(now.recordedOn) };
	assertVersion(present, version ?? 0);
	const changed = await tx.db.authority.updateMany({
		where: { id: now.id, version: version ?? 0 },
		data: { ...data, version: { increment: 1 } },
	});
	if (changed.count === 0) throw new HttpProblem("conflict", { current: await tx.db.authority.findUnique({ where }) });
	if (now.holds !== fact.holds) await tellParent(tx, parentId, services.config.publicUrl);
	return { id: now.id };
}

/** A plain mail to the parent whose authority changed, without a word about whom or what: it may change what they can see. */
async function tellParent(tx: ActorTx, parentId: string, publicUrl: string): Promise<void> {
	for (const person of await mailAddressesOf(tx, [parentId])) {
		const { subject, text } = mailText("accessChanged", person.language, {
			givenName: person.givenName,
			link: `${publicUrl}/families/${tx.familyId}`,
		});
		await queueMail(tx, { ...person, familyId: tx.familyId, kind: "access_changed", subject, text });
	}
}

function assertGround({ holds, source, recordedOn }: { holds: string; source: string; recordedOn: string | null }, today: string): void {
	const errors: NonNullable<Problem["errors"]> = [];
	if (holds === "yes" && source === "") errors.push({ path: "source", code: "required" });
	if (holds === "yes" && recordedOn === null) errors.push({ path: "recordedOn", code: "required" });
	if (recordedOn !== null && recordedOn > today) errors.push({ path: "recordedOn", code: "too-late" });
	if (errors.length > 0) throw new HttpProblem("invalid-input", { errors });
}
