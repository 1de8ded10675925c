import { type PartWords, partIsAbout } from "@samenplan/access/shared-part";
import { newGoal } from "@samenplan/testing/agreed-plan";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

/** A goal of every kind, asks that name none, one and two children, help and a version of the plan. */
async function everyPart(of: TestFamily): Promise<{ id: string; part: PartWords }[]> {
	const { db } = app.world;
	const { familyId, planId } = of;
	const parts: { id: string; part: PartWords }[] = [];
	for (const forKind of ["child", "parent", "parents_together", "sibling", "whole_family", null] as const)
		for (const forPersonId of [null, of.girl.personId, of.mother.personId]) {
			const { id } = await newGoal(app.world, of, "Samen eten", "proposed");
			await db.goal.update({ where: { id }, data: { forKind, forPersonId } });
			parts.push({ id, part: { object: "goal", forKind, forPersonId } });
		}
	for (const writer of [of.mother, of.girl, of.coordinator])
		for (const text of ["Wie doet boodschappen?", "Wie haalt ZOON op?", "Wie past op zoon en Dochter?"]) {
			const { id } = await db.ask.create({ data: { familyId, planId, text, writtenBy: writer.personId } });
			parts.push({ id, part: { object: "ask", text, writtenBy: writer.personId } });
		}
	const putBy = of.coordinator.personId;
	const { id } = await db.planVersion.create({
		data: { familyId, planId, number: 1, content: {}, mustAgree: [], putBy, putAt: new Date() },
	});
	parts.push({ id, part: { object: "plan_version" } });
	return parts;
}

it("the database and the policy say the same of whom a part of the plan is about, also when children and parents come and go", async () => {
	const { db } = app.world;
	const family = await app.world.newFamily();
	await app.world.newFamily();
	await app.world.involve(family.familyId, "network_member", { givenName: "Oma" });
	const parts = await everyPart(family);
	const leave = (...personIds: string[]) =>
		db.involvement.updateMany({ where: { familyId: family.familyId, personId: { in: personIds } }, data: { endedAt: new Date() } });
	let compared = 0;
	const compare = async () => {
		const involved = await db.involvement.findMany({ where: { familyId: family.familyId, endedAt: null } });
		const ids = (relation: string) => involved.filter((one) => one.relation === relation).map(({ personId }) => personId);
		const children = await db.person.findMany({ where: { id: { in: ids("child") } }, select: { id: true, givenName: true } });
		for (const { id, part } of parts) {
			const rows = await db.$queryRaw<{ people: string[] }[]>`
				select app.part_is_about(${part.object}::share_object, ${id}::uuid)::text[] as people`;
			expect([...(rows[0]?.people ?? [])].sort(), JSON.stringify(part)).toEqual(partIsAbout(part, { children, parentIds: ids("parent") }));
			compared += 1;
		}
	};
	await compare();
	const baby = await app.world.involve(family.familyId, "child", { givenName: "Baby", bornOn: app.world.yearsAgo(1) });
	await db.person.update({ where: { id: baby.personId }, data: { givenName: "" } });
	await compare();
	await leave(family.boy.personId, baby.personId, family.father.personId);
	await compare();
	await leave(family.girl.personId);
	await compare();
	await leave(family.mother.personId);
	await compare();
	expect(compared).toBe(5 * parts.length);
});
