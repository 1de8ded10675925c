import { whoLooked } from "@samenplan/contract/audit";
import { readMyExport } from "@samenplan/contract/my-data";
import * as requests from "@samenplan/contract/requests";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("requests about kept data", () => {
	let app: TestApp;
	let officer: Person;
	let family: TestFamily;
	beforeAll(async () => {
		app = await startTestApp();
		officer = await app.world.staff(["privacy_officer"]);
	});
	afterAll(() => app.stop());

	const at = (requestId: string) => ({ familyId: family.familyId, requestId });
	async function ask(person: Person, kind: "inspection" | "correction" | "destruction", aboutPersonId = person.personId, askerId?: string) {
		const call = await app.as(person);
		const body = { kind, aboutPersonId, words: "Ik wil dit graag weten.", ...(askerId && { askerId }) };
		return (await call(requests.makeRequest, { params: { familyId: family.familyId }, body })).id;
	}
	async function readAs(person: Person, requestId: string) {
		return (await app.as(person))(requests.readRequest, { params: at(requestId) });
	}

	it("are due within a month, and seen by nobody but the asker and the privacy officer", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.mother, "inspection");
		const params = { familyId: family.familyId };
		const mine = await (await app.as(family.mother))(requests.listMyRequests, { params });
		expect(mine.requests).toMatchObject([
			{ id, kind: "inspection", state: "received", recorded: false, about: { id: family.mother.personId } },
		]);
		const received = mine.requests[0]?.receivedAt.slice(0, 10) ?? "";
		expect(Date.parse(mine.requests[0]?.dueOn ?? "") - Date.parse(received)).toBeLessThanOrEqual(31 * 86_400_000);
		for (const other of [family.father, family.girl, family.coordinator])
			expect((await (await app.as(other))(requests.listMyRequests, { params })).requests).toEqual([]);
		const { looks } = await (await app.as(family.father))(whoLooked, { params, query: {} });
		expect(looks.filter(({ name }) => name === "Moeder")).toEqual([]);
		expect((await (await app.as(officer))(requests.listRequests, { query: {} })).requests).toMatchObject([
			{ id, askerName: "Moeder", state: "received", onHold: false },
		]);
		const mails = await app.world.db.mail.findMany({ where: { personId: officer.personId, kind: "request_came" } });
		expect(mails).toHaveLength(1);
		expect(mails[0]?.text).not.toContain("Moeder");
	});

	it("are made for a child by who may, and by nobody else", async () => {
		family = await app.world.newFamily();
		const refused = async (person: Person, kind: "inspection" | "destruction", about: Person) => {
			const call = await app.as(person);
			return problemOf(
				call(requests.makeRequest, { params: { familyId: family.familyId }, body: { kind, aboutPersonId: about.personId } }),
			);
		};
		await ask(family.mother, "inspection", family.boy.personId);
		await ask(family.father, "inspection", family.girl.personId);
		await ask(family.girl, "destruction");
		expect(await refused(family.mother, "destruction", family.girl)).toMatchObject({ status: 409, reasons: ["may-not-ask"] });
		expect(await refused(family.mother, "inspection", family.father)).toMatchObject({ reasons: ["may-not-ask"] });
		expect(await refused(family.girl, "inspection", family.boy)).toMatchObject({ reasons: ["may-not-ask"] });
		expect(await refused(family.mother, "inspection", officer)).toMatchObject({ status: 404 });
		expect(await refused(family.mother, "inspection", family.boy)).toMatchObject({ reasons: ["asked-already"] });
		const { may } = await (await app.as(family.mother))(requests.listMyRequests, { params: { familyId: family.familyId } });
		const about = (kind: string) => may.filter((each) => each.kind === kind).map((each) => each.about.name);
		expect(about("inspection")).toEqual(["Moeder", "Dochter", "Zoon"]);
		expect(about("destruction")).toEqual(["Moeder", "Zoon"]);
	});

	it("are written down by the coordinator for somebody, and marked as such; nobody else asks for another", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.coordinator, "inspection", family.mother.personId, family.mother.personId);
		const { requests: own } = await (await app.as(family.mother))(requests.listMyRequests, { params: { familyId: family.familyId } });
		expect(own).toMatchObject([{ id, recorded: true, asker: { name: "Moeder" } }]);
		const heard = await app.world.db.mail.findMany({ where: { familyId: family.familyId, kind: "written_down" } });
		expect(heard.map(({ personId }) => personId)).toEqual([family.mother.personId]);
		const call = await app.as(family.father);
		const body = { kind: "inspection" as const, aboutPersonId: family.mother.personId, askerId: family.mother.personId };
		expect((await problemOf(call(requests.makeRequest, { params: { familyId: family.familyId }, body }))).status).toBe(403);
	});

	it("are taken back by the asker only, while something is to be done", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.mother, "inspection");
		expect((await problemOf((await app.as(family.father))(requests.withdrawRequest, { params: at(id) }))).status).toBe(404);
		const mother = await app.as(family.mother);
		await mother(requests.withdrawRequest, { params: at(id) });
		expect(await problemOf(mother(requests.withdrawRequest, { params: at(id) }))).toMatchObject({ reasons: ["request-is-closed"] });
		expect((await problemOf(readAs(officer, id))).status).toBe(404);
	});

	it("open the family to a privacy officer only while one is open, and to no officer of another organisation", async () => {
		family = await app.world.newFamily();
		const elsewhere = await app.world.staff(["privacy_officer"], { place: await app.world.organisation("Elders") });
		const id = await ask(family.mother, "inspection");
		expect((await problemOf(readAs(elsewhere, id))).status).toBe(404);
		expect((await (await app.as(elsewhere))(requests.listRequests, { query: {} })).requests.map((each) => each.id)).not.toContain(id);
		const call = await app.as(officer);
		expect(await readAs(officer, id)).toMatchObject({ mayAsk: true, together: [], hold: null, identityCheckedAt: null, version: 1 });
		await call(requests.refuseRequest, {
			params: at(id),
			body: { ground: "identity_unclear", answer: "Wij weten niet wie je bent.", version: 1 },
		});
		expect((await problemOf(readAs(officer, id))).status).toBe(404);
		const { requests: own } = await (await app.as(family.mother))(requests.listMyRequests, { params: { familyId: family.familyId } });
		expect(own).toMatchObject([{ state: "refused", ground: "identity_unclear", answer: "Wij weten niet wie je bent." }]);
	});

	it("are granted after it is sure who asks; the asker hears so in neutral words, and only the asker", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.mother, "inspection");
		const call = await app.as(officer);
		expect(await problemOf(call(requests.grantRequest, { params: at(id), body: { version: 1 } }))).toMatchObject({
			reasons: ["identity-first"],
		});
		await call(requests.checkIdentity, { params: at(id), body: { how: "Paspoort gezien op kantoor", version: 1 } });
		const mother = await app.as(family.mother);
		expect(await problemOf(mother(readMyExport, { params: at(id) }))).toMatchObject({ reasons: ["grant-first"] });
		expect((await problemOf(call(requests.grantRequest, { params: at(id), body: { version: 1 } }))).code).toBe("conflict");
		expect(await problemOf(call(requests.grantRequest, { params: at(id), body: { partly: true, version: 2 } }))).toMatchObject({
			errors: [
				{ path: "ground", code: "required" },
				{ path: "answer", code: "required" },
			],
		});
		await call(requests.grantRequest, { params: at(id), body: { version: 2 } });
		const mails = await app.world.db.mail.findMany({ where: { familyId: family.familyId } });
		expect(mails.map(({ personId, kind }) => ({ personId, kind }))).toEqual([{ personId: family.mother.personId, kind: "request_news" }]);
		expect(mails[0]?.text).not.toMatch(new RegExp(`${family.name}|inzage|wissen`, "i"));
		await call(requests.finishRequest, { params: at(id), body: { version: 3 } });
		expect((await mother(readMyExport, { params: at(id) })).data.kind).toBe("inspection");
	});

	it("get two months more, once, with a reason that the asker reads", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.mother, "inspection");
		const before = await readAs(officer, id);
		const call = await app.as(officer);
		await call(requests.extendRequest, { params: at(id), body: { because: "Het dossier is groot.", version: 1 } });
		const after = await readAs(officer, id);
		expect(after).toMatchObject({ extendedBecause: "Het dossier is groot.", state: "in_progress" });
		expect((Date.parse(after.dueOn) - Date.parse(before.dueOn)) / 86_400_000).toBeGreaterThan(57);
		expect(await problemOf(call(requests.extendRequest, { params: at(id), body: { because: "Nog meer", version: 2 } }))).toMatchObject({
			reasons: ["extended-already"],
		});
	});

	it("of a young person of 13 to destroy need both parents who have authority", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.girl, "destruction");
		const call = await app.as(officer);
		await call(requests.checkIdentity, { params: at(id), body: { how: "Gesproken", version: 1 } });
		const grant = (agreedBy: string[]) => call(requests.grantRequest, { params: at(id), body: { agreedBy, version: 2 } });
		expect((await readAs(officer, id)).together.map(({ name }) => name)).toEqual(["Moeder", "Vader"]);
		expect(await problemOf(grant([family.mother.personId]))).toMatchObject({ reasons: ["parents-agree-first"] });
		await grant([family.mother.personId, family.father.personId]);
		expect(await readAs(officer, id)).toMatchObject({ state: "granted" });
	});

	it("are decided by today's age: a parent who asked before the child turned 16 is not granted after", async () => {
		family = await app.world.newFamily();
		const id = await ask(family.mother, "inspection", family.girl.personId);
		await app.world.db.person.update({ where: { id: family.girl.personId }, data: { bornOn: new Date(app.world.yearsAgo(16)) } });
		const call = await app.as(officer);
		await call(requests.checkIdentity, { params: at(id), body: { how: "Gesproken", version: 1 } });
		expect(await readAs(officer, id)).toMatchObject({ mayAsk: false });
		expect(await problemOf(call(requests.grantRequest, { params: at(id), body: { version: 2 } }))).toMatchObject({
			reasons: ["may-not-ask"],
		});
	});
});
