import { listAgeTasks } from "@samenplan/contract/age-tasks";
import { type Consent, listConsents } from "@samenplan/contract/consents";
import { readOwnPart } from "@samenplan/contract/families";
import { listInvolvements } from "@samenplan/contract/involvements";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

describe("many consents", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const asked = async (family: TestFamily, many: number, of: { about?: string; untilOn?: Date; sameMoment?: boolean } = {}) => {
		const began = Date.now();
		await app.world.db.consent.createMany({
			data: Array.from({ length: many }, (_, place) => ({
				familyId: family.familyId,
				kind: "share" as const,
				aboutPersonId: of.about ?? family.boy.personId,
				toWords: "de school",
				what: `Vraag ${place}`,
				why: "",
				askedBy: family.coordinator.personId,
				askedAt: new Date(began - (of.sameMoment ? 0 : place * 1000)),
				untilOn: of.untilOn ?? null,
			})),
		});
	};
	async function walk(family: TestFamily, reader: Person, limit?: number): Promise<Consent[][]> {
		const call = await app.as(reader);
		const pages: Consent[][] = [];
		let after: string | null = null;
		do {
			const page: { consents: Consent[]; next: string | null } = await call(listConsents, {
				params: { familyId: family.familyId },
				query: { ...(after && { after }), ...(limit && { limit }) },
			});
			pages.push(page.consents);
			after = page.next;
		} while (after !== null);
		return pages;
	}

	it("come in pages of fifty, each once, also when they were asked at the same moment", async () => {
		const family = await app.world.newFamily();
		await asked(family, 70);
		await asked(family, 60, { sameMoment: true });
		const pages = await walk(family, family.mother);
		expect(pages.map((page) => page.length)).toEqual([50, 50, 30]);
		expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(130);
		expect((await walk(family, family.coordinator, 200)).map((page) => page.length)).toEqual([130]);
		const call = await app.as(family.mother);
		const most = await call(listConsents, { params: { familyId: family.familyId }, query: { limit: 201 as number } }).catch(
			(error) => error,
		);
		expect(most).toMatchObject({ problem: { status: 400 } });
	});

	it("begin with what waits for the reader, and end with what is over", async () => {
		const family = await app.world.newFamily();
		await asked(family, 55);
		const all = await app.world.db.consent.findMany({ where: { familyId: family.familyId }, orderBy: { askedAt: "desc" } });
		const oldest = all.at(-1)?.id;
		await app.world.db.consentAnswer.createMany({
			data: all
				.filter(({ id }) => id !== oldest)
				.map(({ id }) => ({
					familyId: family.familyId,
					consentId: id,
					personId: family.mother.personId,
					writtenBy: family.mother.personId,
					answer: "given" as const,
				})),
		});
		await asked(family, 1, { untilOn: app.world.daysFromToday(-3) });
		const [first = []] = await walk(family, family.mother);
		expect(first[0]?.id).toBe(oldest);
		expect((await walk(family, family.mother)).flat().at(-1)?.standing).toBe("over");
		// Who answered nothing sees the newest first.
		expect((await walk(family, family.father)).flat()[0]?.id).toBe(all[0]?.id);
	});

	it("neither slow nor cut what only asks whether they stand", async () => {
		const family = await app.world.newFamily();
		const { familyId, girl } = family;
		const teacher = await app.world.involve(familyId, "professional", { givenName: "Juf", account: true });
		await asked(family, 250);
		await asked(family, 3, { about: girl.personId });
		await app.world.db.ageTask.create({
			data: { familyId, personId: girl.personId, kind: "turned_12", bornOn: new Date("2013-01-01"), fromOn: new Date("2025-01-01") },
		});
		const call = await app.as(family.coordinator);
		expect((await call(listAgeTasks, { params: { familyId } }))[0]?.consentsToAnswer).toBe(3);
		expect((await call(listInvolvements, { params: { familyId } })).find(({ personId }) => personId === teacher.personId)?.state).toBe(
			"active",
		);
		await asked(family, 210, { about: teacher.personId });
		const own = await (await app.as(teacher))(readOwnPart, { params: { familyId } });
		expect(own.consents).toHaveLength(200);
	});
});
