import type * as contacts from "@samenplan/contract/contacts";
import type { ContactMoment } from "@samenplan/contract/contacts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";
import { inOpenPlan } from "../plans/open-plan.ts";
import { presentContact } from "./contact.present.ts";
import { contactData } from "./record-contact.ts";

/** Mends what was recorded of a contact. Who started from an older text gets both texts (409). */
export async function changeContact(tx: ActorTx, { params, body }: EndpointParsed<typeof contacts.changeContact>): Promise<ContactMoment> {
	const where = { id: params.contactMomentId, familyId: tx.familyId };
	const before = await inOpenPlan(tx, await tx.db.contactMoment.findFirst({ where }));
	assertVersion(presentContact(before), body.version);
	const [changed] = await tx.db.contactMoment.updateManyAndReturn({
		where: { ...where, version: body.version },
		data: { ...(await contactData(tx, body, before.withWhom)), version: { increment: 1 } },
	});
	if (!changed) assertVersion(presentContact(found(await tx.db.contactMoment.findFirst({ where }))), body.version);
	return presentContact(found(changed));
}

/** Takes out a contact that was recorded by mistake; the database keeps the former text. */
export async function removeContact(tx: ActorTx, { params }: EndpointParsed<typeof contacts.removeContact>): Promise<undefined> {
	const where = { id: params.contactMomentId, familyId: tx.familyId };
	await inOpenPlan(tx, await tx.db.contactMoment.findFirst({ where }));
	await tx.db.contactMoment.deleteMany({ where });
	return undefined;
}
