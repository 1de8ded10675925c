import type { Person, World } from "@samenplan/testing/world";
import type { Cast } from "./cast.ts";

/** What somebody is to a family, said by hand: cases that no table of the matrix needs. */
export type Edge = { name: string; person: Person; familyId: string; relations: string };

/** Everyone whose relation to a family depends on one word in the database. */
export async function plantEdges(world: World, cast: Cast): Promise<Edge[]> {
	const { db } = world;
	const { family, other } = cast;
	const { familyId } = family;
	const edges: Edge[] = [];
	const recorded = { holds: "yes" as const, recordedBy: family.coordinator.personId };
	const around = (relation: Parameters<World["involve"]>[1], givenName: string, bornOn?: string) =>
		world.involve(familyId, relation, { givenName, account: true, ...(bornOn && { bornOn }) });
	const leave = (person: Person) =>
		db.involvement.updateMany({ where: { familyId, personId: person.personId }, data: { endedAt: new Date() } });
	const authority = (parent: Person, child: Person) =>
		db.authority.create({ data: { familyId, parentId: parent.personId, childId: child.personId, ...recorded } });

	// A cousin of nine who helps: a child, but not of this family.
	const cousin = await around("network_member", "Neefje", world.yearsAgo(9));
	const aunt = await around("parent", "Tante");
	await authority(aunt, cousin);
	edges.push({ name: "parent of a child who is around the family", person: aunt, familyId, relations: "parent_without_authority" });
	// Authority that goes on outside the family: a parent who left, and one who is around in another way.
	const [left, friend] = [await around("parent", "Vertrokken"), await around("network_member", "Nu vriend")];
	for (const parent of [left, friend]) await authority(parent, family.boy);
	await leave(left);
	edges.push({ name: "parent who left", person: left, familyId, relations: "" });
	edges.push({ name: "parent who is around as a friend", person: friend, familyId, relations: "network_member" });
	const wentAway = await around("child", "Vertrok ook", world.yearsAgo(8));
	await authority(family.mother, wentAway);
	await leave(wentAway);

	const closed = await db.plan.create({ data: { familyId: other.familyId, state: "closed", openedOn: world.daysFromToday(-90) } });
	const scientist = await world.staff(["scientist"]);
	await db.review.create({
		data: {
			familyId: other.familyId,
			planId: closed.id,
			question: "?",
			toldFamilyOn: world.daysFromToday(-80),
			askedBy: other.coordinator.personId,
			state: "taken",
			scientistId: scientist.personId,
		},
	});
	edges.push({ name: "scientist of a plan that is closed", person: scientist, familyId: other.familyId, relations: "" });
	const minutes = (count: number) => new Date(Date.now() + count * 60_000);
	const early = await world.staff(["coordinator"]);
	await db.emergencyAccess.create({
		data: {
			familyId,
			personId: early.personId,
			reason: "acute_danger",
			words: "gebeld door de politie",
			createdAt: minutes(40),
			untilAt: minutes(100),
			familySeesAt: minutes(40),
		},
	});
	edges.push({ name: "emergency access that has not begun", person: early, familyId, relations: "" });
	await db.privacyRequest.create({
		data: {
			familyId: other.familyId,
			kind: "inspection",
			state: "done",
			personId: other.mother.personId,
			aboutPersonId: other.mother.personId,
			words: "ik wilde het dossier zien",
			dueOn: world.daysFromToday(28),
			recordedBy: other.mother.personId,
		},
	});
	// A child about whom nobody may say yes: what waits for nobody does not stand by itself.
	const { familyId: elsewhere, coordinator } = await world.newFamily();
	const child = await world.involve(elsewhere, "child", { givenName: "Niemands", bornOn: world.yearsAgo(7) });
	const helper = await world.involve(elsewhere, "professional", { givenName: "Hulp zonder ja", account: true });
	const nobodys = await db.consent.create({
		data: {
			familyId: elsewhere,
			kind: "involve",
			aboutPersonId: child.personId,
			what: "meedenken",
			toPersonId: helper.personId,
			why: "omdat het helpt",
			askedBy: coordinator.personId,
		},
	});
	await db.involvement.updateMany({ where: { familyId: elsewhere, personId: helper.personId }, data: { consentId: nobodys.id } });
	edges.push({ name: "professional for whom nobody can say yes", person: helper, familyId: elsewhere, relations: "" });
	const officer = cast.named("privacy officer with an open request").person as Person;
	edges.push({ name: "privacy officer whose request is done", person: officer, familyId: other.familyId, relations: "" });
	return edges;
}
