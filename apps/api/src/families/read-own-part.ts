import { abilitiesOf } from "@samenplan/access/policy";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { OwnPart } from "@samenplan/contract/own-part";
import { fullName } from "@samenplan/language/names";
import { readOwnConsents } from "../consents/read-consents.ts";
import { stands } from "../consents/stand-on-consent.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";
import { found } from "../http/problems.ts";
import { readSharedWithMe } from "./read-shared-with-me.ts";

/**
 * For whoever may not read the plan: the name of the family and of its coordinator, their own small steps and offers, and what was
 * shared with them by name while its consent stands. The database shows nothing else to them.
 */
export async function readOwnPart(tx: ActorTx): Promise<EndpointResponse<typeof families.readOwnPart>> {
	const family = found(await tx.db.family.findUnique({ where: { id: tx.familyId }, select: { name: true } }));
	const involved = await tx.db.involvement.findFirst({ where: { familyId: tx.familyId, relation: "coordinator", endedAt: null } });
	const coordinator = involved && (await tx.db.person.findUnique({ where: { id: involved.personId } }));
	return {
		name: family.name,
		coordinator: coordinator ? { id: coordinator.id, name: fullName(coordinator) } : null,
		viewer: {
			personId: tx.actor.personId,
			side: tx.actor.side,
			relations: tx.actor.relations,
			abilities: abilitiesOf(tx.actor.relations),
		},
		...(await partOf(tx)),
	};
}

async function partOf(tx: ActorTx): Promise<OwnPart> {
	const may = tx.grant("shared.comment") !== undefined && tx.grant("plan.read") === undefined;
	const professional = tx.actor.relations.includes("professional");
	const rights = { comment: may, noteProgress: may && professional, offer: may };
	// Whoever reads the plan reads all of this there.
	if (!may)
		return { goals: [], help: [], asks: [], versions: [], steps: [], texts: [], circle: [], consents: [], may: rights, endsOn: null };
	const mine = await tx.db.involvement.findFirst({
		where: { familyId: tx.familyId, personId: tx.actor.personId, endedAt: null },
		orderBy: { id: "desc" },
	});
	const actions = await tx.db.action.findMany({
		where: { familyId: tx.familyId, personId: tx.actor.personId },
		orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
	});
	return {
		...(await readSharedWithMe(tx)),
		steps: actions.map(({ id, goalId, text, dueOn, repeats, state, note }) => ({
			id,
			goalId,
			text,
			dueOn: dayOfColumn(dueOn),
			repeats,
			state,
			note,
		})),
		circle: professional ? await circleOf(tx) : [],
		consents: await readOwnConsents(tx),
		may: rights,
		endsOn: dayOfColumn(mine?.endsOn ?? null),
	};
}

/** The professionals around the family, without whoever reads; not who did not accept yet, or whose consent does not stand. */
async function circleOf(tx: ActorTx): Promise<OwnPart["circle"]> {
	const others = await tx.db.involvement.findMany({
		where: {
			familyId: tx.familyId,
			endedAt: null,
			relation: { in: ["professional", "coordinator"] },
			personId: { not: tx.actor.personId },
			OR: [{ relation: "coordinator" }, { acceptedAt: { not: null } }],
		},
		orderBy: [{ relation: "asc" }, { id: "asc" }],
	});
	const persons = await tx.db.person.findMany({ where: { id: { in: others.map(({ personId }) => personId) } } });
	const circle: OwnPart["circle"] = [];
	for (const { personId, consentId } of others) {
		const person = persons.find(({ id }) => id === personId);
		if (person && (consentId === null || (await stands(tx, consentId)))) circle.push({ id: personId, name: fullName(person) });
	}
	return circle;
}
