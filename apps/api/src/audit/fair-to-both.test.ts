import { tellPrint, whoLooked } from "@samenplan/contract/audit";
import { makeRequest } from "@samenplan/contract/requests";
import { writeView } from "@samenplan/contract/steps";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { v7 as uuid7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { sendMail } from "../mail/send-mails.ts";

describe("who looked, for two parents who live apart", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function linesOf(person: Person, family: TestFamily): Promise<string[]> {
		const call = await app.as(person);
		const { looks } = await call(whoLooked, { params: { familyId: family.familyId }, query: {} });
		return looks.map(({ name, deed, what, recipient }) => `${name} ${deed} ${what}${recipient && ` for ${recipient}`}`);
	}
	async function mailTo(person: Person, family: TestFamily, kind = "evaluation_before"): Promise<void> {
		const mail = await app.world.db.mail.create({
			data: {
				id: uuid7(),
				personId: person.personId,
				accountId: person.accountId,
				familyId: family.familyId,
				toEmail: "secret-address@demo.invalid",
				kind,
				language: "nl",
				subject: "Herinnering",
				text: "Dag",
			},
		});
		expect(await sendMail(app.services, { mailId: mail.id, familyId: family.familyId })).toBe(true);
	}

	it("tells both who got a letter, by name and never by address", async () => {
		const family = await app.world.newFamily();
		await mailTo(family.mother, family);
		const [entry] = await app.world.db.auditEntry.findMany({ where: { familyId: family.familyId, object: "mail" } });
		expect(entry).toMatchObject({ outcome: "success", recipient: family.mother.personId, source: "mail", ground: "job" });
		expect(JSON.stringify(entry, (_key, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain("secret-address");
		for (const parent of [family.mother, family.father]) expect(await linesOf(parent, family)).toContain(" execute letter for Moeder");
	});

	it("tells both what was printed, and by whom", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const coordinator = await app.as(family.coordinator);
		await coordinator(tellPrint, { params, body: { what: "plan" } });
		const unknown = { what: "plan_version", planVersionId: uuid7() } as const;
		expect(await problemOf(coordinator(tellPrint, { params, body: unknown }))).toMatchObject({ status: 404 });
		const name = family.coordinator.givenName;
		for (const parent of [family.mother, family.father])
			expect((await linesOf(parent, family)).filter((line) => line.includes("print"))).toEqual([`${name} execute print for ${name}`]);
	});

	it("tells neither that words exist which were written for others by name", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const words = { subject: "worry", theme: null, aboutPersonId: null, text: "Alleen voor de coach" } as const;
		await (await app.as(family.mother))(writeView, {
			params,
			body: { ...words, audience: "named", readers: [family.coordinator.personId] },
		});
		expect(await linesOf(family.mother, family)).toContain("Moeder create view");
		expect(await linesOf(family.coordinator, family)).toContain("Moeder create view");
		expect((await linesOf(family.father, family)).join()).not.toContain("view");
	});

	it("keeps what one asked about kept data from the other", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		await (await app.as(family.mother))(makeRequest, {
			params,
			body: { kind: "inspection", aboutPersonId: family.mother.personId, words: "Ik wil alles zien" },
		});
		expect(await linesOf(family.mother, family)).toContain("Moeder create request");
		expect((await linesOf(family.father, family)).join()).not.toContain("request");
		// Nor that she was written to about it.
		await mailTo(family.mother, family, "request_news");
		expect(await linesOf(family.mother, family)).toContain(" execute letter for Moeder");
		expect((await linesOf(family.father, family)).join()).not.toContain("letter");
	});

	it("keeps an emergency, and letters to employees about it, until the family may know", async () => {
		const family = await app.world.newFamily();
		const { db } = app.world;
		const reader = await app.world.staff(["scientist"], { givenName: "Nood" });
		const now = new Date();
		const use = await db.emergencyAccess.create({
			data: {
				id: uuid7(),
				familyId: family.familyId,
				personId: reader.personId,
				reason: "acute_danger",
				words: "Er was direct gevaar thuis",
				createdAt: new Date(now.getTime() - 60_000),
				untilAt: new Date(now.getTime() + 3_000_000),
				familySeesAt: new Date(now.getTime() + 86_400_000),
			},
		});
		await db.auditEntry.create({
			data: {
				at: now,
				event: "get",
				action: "read",
				outcome: "success",
				accountId: reader.accountId,
				personId: reader.personId,
				relation: "emergency",
				object: "plan",
				familyId: family.familyId,
				ground: "emergency",
				source: "api",
			},
		});
		await mailTo(family.coordinator, family);
		expect((await linesOf(family.mother, family)).join()).not.toMatch(/Nood|letter/);
		expect((await linesOf(family.coordinator, family)).join()).toMatch(/Nood read plan/);
		await db.emergencyAccess.update({ where: { id: use.id }, data: { familySeesAt: now } });
		const after = await linesOf(family.mother, family);
		expect(after).toContain("Nood read plan");
		expect(after).toContain(` execute letter for ${family.coordinator.givenName}`);
	});

	it("says on which earlier day there is more, passing over days without anything", async () => {
		const family = await app.world.newFamily();
		for (const at of ["2026-02-03T12:00:00Z", "2025-11-20T12:00:00Z"])
			await app.world.db.auditEntry.create({
				data: {
					at: new Date(at),
					event: "get",
					action: "read",
					outcome: "success",
					personId: family.coordinator.personId,
					relation: "coordinator",
					object: "plan",
					familyId: family.familyId,
					ground: "relation",
					source: "api",
				},
			});
		const call = await app.as(family.mother);
		const earlierThan = async (from: string) =>
			(await call(whoLooked, { params: { familyId: family.familyId }, query: { from, to: "2026-11-30" } })).earlier;
		expect(await earlierThan("2026-11-01")).toBe("2026-02-03");
		expect(await earlierThan("2026-02-01")).toBe("2025-11-20");
		expect(await earlierThan("2025-11-01")).toBeNull();
	});
});
