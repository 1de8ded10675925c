import { whoLooked } from "@samenplan/contract/audit";
import { askHandover } from "@samenplan/contract/handovers";
import { askRecovery, listRecoveries } from "@samenplan/contract/recoveries";
import { listMyHandovers, listTeamHandovers } from "@samenplan/contract/taking-over";
import { arrangedHandover, colleague } from "@samenplan/testing/family-handed-over";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

describe("who looked, when it stood in a list of several families", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	/** What a mother reads of the looks by one person. */
	async function looksBy(person: Person, family: TestFamily) {
		const { looks } = await (await app.as(family.mother))(whoLooked, { params: { familyId: family.familyId }, query: {} });
		return looks
			.filter(({ name }) => name.startsWith(person.givenName))
			.map(({ relation, deed, what, times, why }) => ({ relation, deed, what, times, why }));
	}
	const threeFamilies = async () => {
		const [one, other, third] = [await app.world.newFamily(), await app.world.newFamily(), await app.world.newFamily()];
		return { asked: [one, other], third };
	};

	it("tells each family whose request a team lead read, and no other", async () => {
		const { asked, third } = await threeFamilies();
		for (const family of asked)
			await (await app.as(family.mother))(askHandover, { params: { familyId: family.familyId }, body: { because: "Het klikt niet" } });
		const lead = await app.world.staff(["team_lead"], { givenName: "Leidster" });
		const call = await app.as(lead);
		await call(listTeamHandovers);
		await call(listTeamHandovers);
		for (const family of asked)
			expect(await looksBy(lead, family)).toEqual([{ relation: "team_lead", deed: "read", what: "handover", times: 2, why: "relation" }]);
		expect(await looksBy(lead, third)).toEqual([]);
	});

	it("tells each family who read that they are asked to take it over", async () => {
		const { asked, third } = await threeFamilies();
		const to = await colleague(app.world, "Nieuweling");
		for (const family of asked) await arrangedHandover(app.world, family, { to });
		await (await app.as(to))(listMyHandovers);
		for (const family of asked) expect(await looksBy(to, family)).toMatchObject([{ deed: "read", what: "handover", times: 1 }]);
		expect(await looksBy(to, third)).toEqual([]);
	});

	it("tells each family who read that somebody of theirs cannot get in", async () => {
		const { asked, third } = await threeFamilies();
		for (const { familyId, mother, coordinator } of asked)
			await (await app.as(coordinator))(askRecovery, {
				params: { familyId, personId: mother.personId },
				body: { reason: "Ik ging langs en zag haar rijbewijs.", email: null },
			});
		const officer = await app.world.staff(["privacy_officer"], { givenName: "Toeziener" });
		await (await app.as(officer))(listRecoveries);
		for (const family of asked)
			expect(await looksBy(officer, family)).toMatchObject([{ relation: "privacy_officer", deed: "read", what: "recovery", times: 1 }]);
		expect(await looksBy(officer, third)).toEqual([]);
	});

	it("fails with its entry: a list that leaves no trace is not given", async () => {
		const { asked } = await threeFamilies();
		for (const family of asked)
			await (await app.as(family.mother))(askHandover, { params: { familyId: family.familyId }, body: { because: "Het klikt niet" } });
		const lead = await app.as(await app.world.staff(["team_lead"]));
		await app.world.db.$executeRaw`alter table audit_entry add constraint no_room
			check (family_id is null or at < now() - interval '1 year') not valid`;
		await expect(lead(listTeamHandovers)).rejects.toThrow();
		await app.world.db.$executeRaw`alter table audit_entry drop constraint no_room`;
		expect((await lead(listTeamHandovers)).length).toBeGreaterThan(1);
	});
});
