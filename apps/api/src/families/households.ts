import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { Household } from "@samenplan/prisma/client";
import { assertMayTellMore } from "../audience/contact-audience.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";

type Members = EndpointParsed<typeof families.addHousehold>["body"]["members"];

/** Adds a home and who lives there; a child of separated parents may live in two. */
export async function addHousehold(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof families.addHousehold>,
): Promise<EndpointResponse<typeof families.addHousehold>> {
	await assertMembers(tx, body.members);
	assertMayTellMore(tx, body.addressAudience);
	await tx.db.household.createMany({
		data: [
			{ id: tx.newId, familyId: tx.familyId, name: body.name, address: body.address, addressAudience: body.addressAudience ?? "staff" },
		],
	});
	await keepMembers(tx, tx.newId, body.members);
	return { id: tx.newId };
}

/** Changes a home and who lives there, as one text: two edits of it never mix. */
export async function changeHousehold(tx: ActorTx, { params, body }: EndpointParsed<typeof families.changeHousehold>): Promise<undefined> {
	await assertMembers(tx, body.members);
	const seen = await assertSeen(tx, params.householdId, body.version);
	assertMayTellMore(tx, body.addressAudience, seen.addressAudience);
	const changed = await tx.db.household.updateMany({
		where: { id: params.householdId, familyId: tx.familyId, version: body.version },
		data: {
			name: body.name,
			// An address that is not told to whoever writes here is not emptied by them either.
			address: body.address === "" && seen.address === undefined ? undefined : body.address,
			addressAudience: body.addressAudience,
			version: { increment: 1 },
		},
	});
	if (changed.count === 0) await assertSeen(tx, params.householdId, body.version);
	await tx.db.householdMember.deleteMany({ where: { householdId: params.householdId, familyId: tx.familyId } });
	await keepMembers(tx, params.householdId, body.members);
}

/** Takes a home away; its former text is kept. */
export async function removeHousehold(tx: ActorTx, { params, body }: EndpointParsed<typeof families.removeHousehold>): Promise<undefined> {
	await assertSeen(tx, params.householdId, body.version);
	await tx.db.householdMember.deleteMany({ where: { householdId: params.householdId, familyId: tx.familyId } });
	const removed = await tx.db.household.deleteMany({ where: { id: params.householdId, familyId: tx.familyId, version: body.version } });
	// Somebody changed it this very moment: it stays, with who lives there.
	if (removed.count === 0) await assertSeen(tx, params.householdId, body.version);
}

/** @returns the address, when there is one that whoever acts may know, and who knows it */
async function assertSeen(
	tx: ActorTx,
	id: string,
	version: number,
): Promise<{ address: string | undefined } & Pick<Household, "addressAudience">> {
	const household = found(await tx.db.household.findFirst({ where: { id, familyId: tx.familyId } }));
	const members = await tx.db.householdMember.findMany({ where: { householdId: id }, select: { personId: true, part: true } });
	const [told] = await tx.sql<{ address: string }>({
		text: "select address from app.addresses_in($1) where household_id = $2",
		values: [tx.familyId, id],
	});
	assertVersion({ ...household, address: told?.address ?? "", members } as typeof household, version);
	return { address: told?.address, addressAudience: household.addressAudience };
}

async function assertMembers(tx: ActorTx, members: Members): Promise<void> {
	await assertInvolved(
		tx,
		members.map(({ personId }, index) => ({ personId, path: `members.${index}.personId` })),
	);
}

async function keepMembers(tx: ActorTx, householdId: string, members: Members): Promise<void> {
	// Somebody who is named twice lives there once, as was said last.
	const once = [...new Map(members.map((member) => [member.personId, member])).values()];
	await tx.db.householdMember.createMany({ data: once.map((member) => ({ ...member, householdId, familyId: tx.familyId })) });
}
