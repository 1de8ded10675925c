import { writeComment } from "@samenplan/contract/comments";
import { exportRequest, type GivenOut, readMyData, readMyExport } from "@samenplan/contract/my-data";
import { readPlan } from "@samenplan/contract/plans";
import * as requests from "@samenplan/contract/requests";
import { writeStatement } from "@samenplan/contract/statements";
import { recordView, writeView } from "@samenplan/contract/steps";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("what is given out", () => {
	let app: TestApp;
	let officer: Person;
	let family: TestFamily;
	let params: { familyId: string };
	beforeAll(async () => {
		app = await startTestApp();
		officer = await app.world.staff(["privacy_officer"]);
		family = await app.world.newFamily();
		params = { familyId: family.familyId };
		const { db } = app.world;
		const by = { familyId: family.familyId, planId: family.planId };
		await db.person.update({
			where: { id: family.father.personId },
			data: { phone: "06-GEHEIM-VADER", reachNote: "belt-liever-niet", reachAudience: "core" },
		});
		await db.person.update({ where: { id: family.mother.personId }, data: { phone: "06-MOEDER" } });
		const say = async (person: Person, text: string, extra: object = {}) =>
			(await app.as(person))(writeView, { params, body: { subject: "wish", text, ...extra } });
		await say(family.mother, "moeder-kern");
		await say(family.mother, "moeder-gezin", { audience: "family" });
		await say(family.father, "vader-kern");
		await say(family.girl, "dochter-kern");
		const sixteen = await app.world.involve(family.familyId, "child", {
			givenName: "Zestien",
			bornOn: app.world.yearsAgo(16),
			account: true,
		});
		await say(sixteen, "zestien-kern");
		await (await app.as(family.coordinator))(recordView, {
			params,
			body: { subject: "wish", text: "zoon-kern", personId: family.boy.personId },
		});
		await db.view.create({
			data: {
				...by,
				personId: family.father.personId,
				writtenBy: family.father.personId,
				subject: "worry",
				text: "vader-alleen-coach",
				audience: "named",
				readers: [family.coordinator.personId],
			},
		});
		await db.view.create({
			data: {
				...by,
				personId: family.coordinator.personId,
				writtenBy: family.coordinator.personId,
				aboutPersonId: family.mother.personId,
				subject: "worry",
				text: "werk-over-moeder",
				audience: "staff",
			},
		});
		await db.view.create({
			data: {
				...by,
				personId: family.coordinator.personId,
				writtenBy: family.coordinator.personId,
				aboutPersonId: family.father.personId,
				subject: "worry",
				text: "werk-over-vader",
				audience: "staff",
			},
		});
		await (await app.as(family.mother))(writeComment, { params, body: { kind: "question", about: "plan", text: "moeder-vraag" } });
		const note = { familyId: family.familyId, authorId: family.coordinator.personId, removeOn: app.world.daysFromToday(30) };
		await db.workNote.create({ data: { ...note, text: "notitie-open" } });
		await db.workNote.create({ data: { ...note, text: "notitie-na-gesprek", release: "after_talk" } });
		await db.workNote.create({
			data: { ...note, text: "notitie-dicht", release: "withheld", withheldBecause: "Het gaat over een ander." },
		});
		for (const [whose, about] of [
			["moeder", family.mother],
			["vader", family.father],
			["zoon", family.boy],
		] as const) {
			await db.workNote.create({ data: { ...note, aboutPersonId: about.personId, text: `notitie-over-${whose}` } });
			await db.workNote.create({
				data: { ...note, aboutPersonId: about.personId, text: "dicht", release: "withheld", withheldBecause: `reden-over-${whose}` },
			});
		}
		const track = await db.safetyTrack.create({ data: { familyId: family.familyId, openedBy: family.coordinator.personId } });
		await db.safetyEntry.create({
			data: {
				familyId: family.familyId,
				trackId: track.id,
				step: 1,
				kind: "signal",
				text: "spoor-geheim",
				happenedOn: app.world.daysFromToday(-1),
				writtenBy: family.coordinator.personId,
			},
		});
		const household = await db.household.create({ data: { familyId: family.familyId, name: "Bij papa", address: "Geheime straat 1" } });
		await db.householdMember.create({ data: { familyId: family.familyId, householdId: household.id, personId: family.father.personId } });
		await (await app.as(family.mother))(writeStatement, {
			params,
			body: { object: "plan", objectId: family.planId, text: "moeder-verklaart" },
		});
	});
	afterAll(() => app.stop());

	async function granted(asker: Person, about: Person): Promise<{ asker: GivenOut; officer: GivenOut }> {
		const mine = await app.as(asker);
		const { id } = await mine(requests.makeRequest, { params, body: { kind: "inspection", aboutPersonId: about.personId } });
		const at = { ...params, requestId: id };
		const call = await app.as(officer);
		await call(requests.checkIdentity, { params: at, body: { how: "Paspoort", version: 1 } });
		await call(requests.grantRequest, { params: at, body: { version: 2 } });
		const handed = await call(exportRequest, { params: at });
		return { asker: await mine(readMyExport, { params: at }), officer: handed };
	}
	const withoutTimes = (file: Pick<GivenOut, "data">) => {
		// The log grows by being read.
		const { beside, ...rest } = file.data as { beside: Record<string, unknown> } & Record<string, unknown>;
		return JSON.stringify({ ...rest, madeAt: "", beside: { ...beside, looks: [] } });
	};

	it("is everything a mother may read, with what belongs to others masked", async () => {
		const { asker } = await granted(family.mother, family.mother);
		for (const file of [JSON.stringify(asker.data), JSON.stringify(asker.document)]) {
			for (const hers of [
				"moeder-kern",
				"moeder-gezin",
				"moeder-vraag",
				"moeder-verklaart",
				"06-MOEDER",
				"vader-kern",
				"dochter-kern",
				"zoon-kern",
				"notitie-over-moeder",
				"werk-over-moeder",
			])
				expect(file, hers).toContain(hers);
			for (const kept of [
				"06-GEHEIM-VADER",
				"belt-liever-niet",
				"Geheime straat",
				"vader-alleen-coach",
				"werk-over-vader",
				"zestien-kern",
				"notitie-dicht",
				"notitie-na-gesprek",
				"notitie-open",
				"notitie-over-vader",
				"notitie-over-zoon",
				"Het gaat over een ander.",
				"reden-over",
				"spoor-geheim",
			])
				expect(file, kept).not.toContain(kept);
		}
		expect(asker.document).toMatchObject({ language: "nl", title: "Inzage in het dossier" });
		expect(JSON.stringify(asker.document)).toContain("Je krijgt 1 aantekening niet.");
		expect(JSON.stringify(asker.document)).toContain("Daarover is niets bewaard");
		// No identifiers of anyone travel along.
		expect(JSON.stringify(asker.data)).not.toMatch(
			new RegExp([family.father, family.girl, family.coordinator].map(({ personId }) => personId).join("|")),
		);
	});

	it("is the same whoever fetches it, less what the asker wrote for the family or for named people alone", async () => {
		await app.world.db.privacyRequest.updateMany({ where: { familyId: family.familyId }, data: { state: "done" } });
		const { asker, officer: handed } = await granted(family.father, family.father);
		expect(JSON.stringify(asker)).toContain("vader-alleen-coach");
		expect(JSON.stringify(handed)).not.toContain("vader-alleen-coach");
		expect(JSON.stringify(asker)).toContain("moeder-gezin");
		expect(JSON.stringify(handed)).not.toContain("moeder-gezin");
		const closed = await app.world.db.view.findMany({ where: { familyId: family.familyId, audience: { in: ["family", "named"] } } });
		const ids = closed.map(({ id }) => id);
		await app.world.db.view.updateMany({ where: { id: { in: ids } }, data: { audience: "core" } });
		await app.world.db.privacyRequest.updateMany({ where: { familyId: family.familyId }, data: { state: "done" } });
		const opened = await granted(family.father, family.father);
		expect(withoutTimes(opened.officer)).toBe(withoutTimes(opened.asker));
		for (const { id, audience } of closed) await app.world.db.view.update({ where: { id }, data: { audience } });
	});

	it("names in the log who got it, and comes with no-store", async () => {
		const entries = await app.world.db.auditEntry.findMany({
			where: { familyId: family.familyId, event: "file.give_out", object: "inspection" },
		});
		expect(entries.map(({ recipient, personId }) => [recipient, personId])).toEqual(
			expect.arrayContaining([
				[family.father.personId, officer.personId],
				[family.father.personId, family.father.personId],
			]),
		);
		const response = await fetch(`${app.url}/api/families/${family.familyId}/my-data`, {
			headers: { authorization: `Bearer ${await app.tokenOf(family.mother)}` },
		});
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it("is given to nobody before it is granted, nor to the other parent after", async () => {
		const mother = await app.as(family.mother);
		const { id } = await mother(requests.makeRequest, { params, body: { kind: "inspection", aboutPersonId: family.boy.personId } });
		const at = { ...params, requestId: id };
		expect(await problemOf(mother(readMyExport, { params: at }))).toMatchObject({ reasons: ["grant-first"] });
		expect((await problemOf((await app.as(family.father))(readMyExport, { params: at }))).status).toBe(404);
		// The officer looks it over before deciding: the same file, with why notes are withheld beside it.
		const looked = await (await app.as(officer))(exportRequest, { params: at });
		expect(looked.withheldBecause).toEqual(["Het gaat over een ander.", "reden-over-moeder", "reden-over-zoon"]);
		for (const file of [JSON.stringify(looked.data), JSON.stringify(looked.document)]) {
			for (const given of ["notitie-open", "notitie-over-zoon", "notitie-over-moeder"]) expect(file, given).toContain(given);
			for (const kept of ["notitie-over-vader", "Het gaat over een ander.", "reden-over"]) expect(file, kept).not.toContain(kept);
		}
		expect(JSON.stringify(looked.document)).toContain("1 aantekening die we eerst met je bespreken");
		expect(JSON.stringify(looked.document)).toContain("Je krijgt 3 aantekeningen niet.");
		expect(JSON.stringify(await (await app.as(officer))(exportRequest, { params: at }))).toContain("zoon-kern");
	});

	it("asks to prove again who one is when the last proof is old", async () => {
		const token = await app.tokenOf(family.girl);
		await app.world.db.session.updateMany({
			where: { accountId: family.girl.accountId },
			data: { provedAgainAt: new Date(Date.now() - 11 * 60_000) },
		});
		const response = await fetch(`${app.url}/api/families/${family.familyId}/my-data`, { headers: { authorization: `Bearer ${token}` } });
		expect(await response.json()).toMatchObject({ status: 403, code: "prove-again" });
	});

	it("shows somebody from the own circle what is theirs, and nothing of the plan", async () => {
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		await app.world.db.action.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				personId: grandmother.personId,
				writtenBy: family.mother.personId,
				text: "oma-haalt-op",
			},
		});
		const own = JSON.stringify(await (await app.as(grandmother))(readMyData, { params }));
		expect(own).toContain("oma-haalt-op");
		expect(own).not.toMatch(/moeder-kern|vader-kern|notitie/);
		const { asker } = await granted(grandmother, grandmother);
		expect(JSON.stringify(asker)).toContain("oma-haalt-op");
		expect(JSON.stringify(asker)).not.toMatch(/moeder-kern|vader-kern|zoon-kern|notitie|werk-over/);
	});

	it("gives a parent without authority what is their own, and nothing of the child", async () => {
		const stepfather = await app.world.involve(family.familyId, "parent", { givenName: "Stief", account: true });
		const { asker } = await granted(stepfather, stepfather);
		expect(JSON.stringify(asker.data)).toContain("Stief");
		expect(JSON.stringify(asker)).not.toMatch(/moeder-kern|vader-kern|zoon-kern|notitie|werk-over/);
	});

	it("holds nothing that was noted after it was weighed, and goes no more to a parent whose child came of age", async () => {
		const { db } = app.world;
		const mother = await app.as(family.mother);
		await db.privacyRequest.updateMany({ where: { familyId: family.familyId }, data: { state: "done" } });
		const { id } = await mother(requests.makeRequest, { params, body: { kind: "inspection", aboutPersonId: family.boy.personId } });
		const at = { ...params, requestId: id };
		const call = await app.as(officer);
		await call(requests.checkIdentity, { params: at, body: { how: "Paspoort", version: 1 } });
		await call(requests.grantRequest, { params: at, body: { version: 2 } });
		const later = new Date(Date.now() + 1000);
		const note = { familyId: family.familyId, authorId: family.coordinator.personId, removeOn: app.world.daysFromToday(30) };
		await db.workNote.create({ data: { ...note, text: "notitie-van-later", createdAt: later, updatedAt: later } });
		const file = JSON.stringify(await mother(readMyExport, { params: at }));
		expect(file).toContain("notitie-open");
		expect(file).not.toContain("notitie-van-later");
		const { bornOn } = await db.person.findUniqueOrThrow({ where: { id: family.boy.personId } });
		await db.person.update({ where: { id: family.boy.personId }, data: { bornOn: new Date(app.world.yearsAgo(16)) } });
		expect(await problemOf(mother(readMyExport, { params: at }))).toMatchObject({ reasons: ["may-not-ask"] });
		await db.person.update({ where: { id: family.boy.personId }, data: { bornOn } });
		await db.workNote.deleteMany({ where: { text: "notitie-van-later" } });
	});

	it("holds what somebody said in the six steps, and not what another said", async () => {
		const { db } = app.world;
		const of = await app.world.newFamily();
		const { familyId, planId, mother, father, girl, boy, coordinator } = of;
		const at = { familyId };
		const day = app.world.daysFromToday(20);
		const decision = await db.decision.create({
			data: { familyId, planId, what: "x", why: "x", tookPart: [], decidedOn: day, writtenBy: coordinator.personId },
		});
		const help = await db.help.create({
			data: {
				...{ familyId, planId, decisionId: decision.id, what: "x", provider: "x", state: "completed" },
				...{ startsOn: day, endsOn: day, evaluationOn: day },
			},
		});
		for (const [whose, { personId }] of [
			["moeder", mother],
			["vader", father],
		] as const) {
			const by = { familyId, writtenBy: personId };
			await db.milestone.create({ data: { ...by, personId: boy.personId, kind: "move", onDay: day, text: `${whose}-mijlpaal` } });
			await db.sharedWord.create({ data: { ...by, planId, word: `${whose}-woord`, familyMeans: `${whose}-bedoelt` } });
			await db.adviceCheck.create({ data: { ...by, helpId: help.id, personId, fitted: "partly", text: `${whose}-advies` } });
			await db.draftText.create({ data: { familyId, personId, place: "x", text: `${whose}-schrijft-nog` } });
			await db.handover.create({
				data: {
					familyId,
					planId,
					fromPersonId: coordinator.personId,
					because: `${whose}-andere-coach`,
					askedBy: personId,
					state: "withdrawn",
				},
			});
		}
		await db.milestone.create({
			data: { familyId, writtenBy: mother.personId, personId: girl.personId, kind: "school_change", onDay: day, text: "over-dochter" },
		});
		const file = JSON.stringify(await (await app.as(mother))(readMyData, { params: at }));
		for (const hers of ["mijlpaal", "woord", "bedoelt", "advies", "schrijft-nog", "andere-coach"]) expect(file).toContain(`moeder-${hers}`);
		expect(file).toContain("Verhuizen");
		expect(file).toContain("Een beetje");
		expect(file).not.toContain("vader-");
		// That something is about the girl is hers to know; what her mother wrote about it is her mother's.
		const hers = await (await app.as(girl))(readMyData, { params: at });
		expect(JSON.stringify(hers.document)).toContain("Naar een andere school");
		expect(JSON.stringify(hers)).not.toMatch(/over-dochter|moeder-/);
		// Nobody reads along what is still being written, nor does it go out in a file that another hands over.
		const call = await app.as(officer);
		const { id } = await (await app.as(mother))(requests.makeRequest, {
			params: at,
			body: { kind: "inspection", aboutPersonId: mother.personId },
		});
		await call(requests.checkIdentity, { params: { ...at, requestId: id }, body: { how: "Paspoort", version: 1 } });
		await call(requests.grantRequest, { params: { ...at, requestId: id }, body: { version: 2 } });
		const handed = JSON.stringify(await call(exportRequest, { params: { ...at, requestId: id } }));
		expect(handed).toContain("moeder-mijlpaal");
		expect(handed).toContain("vader-mijlpaal");
		expect(handed).toContain("vader-advies");
		expect(handed).not.toContain("schrijft-nog");
	});

	it("is made in the language of who gets it", async () => {
		await app.world.db.person.update({ where: { id: family.father.personId }, data: { language: "en" } });
		const { document } = await (await app.as(family.father))(readMyData, { params });
		expect(document).toMatchObject({ language: "en", title: "What we keep about you" });
	});

	it("keeps a statement beside the text, for everyone who reads the text and nobody else", async () => {
		const mother = await app.as(family.mother);
		const father = await app.as(family.father);
		const plan = await mother(readPlan, { params });
		const own = plan.views.find(({ text }) => text === "moeder-gezin");
		await mother(writeStatement, { params, body: { object: "view", objectId: own?.id ?? "", text: "alleen voor ons" } });
		const seen = async (call: typeof mother) => (await call(readPlan, { params })).statements.map(({ text }) => text);
		expect(await seen(father)).toEqual(["moeder-verklaart", "alleen voor ons"]);
		expect(await seen(await app.as(family.coordinator))).toEqual(["moeder-verklaart"]);
		// A text one may not read takes no statement, as one that does not exist.
		const hidden = await app.world.db.view.findFirstOrThrow({ where: { text: "vader-alleen-coach" } });
		const refused = await problemOf(mother(writeStatement, { params, body: { object: "view", objectId: hidden.id, text: "x" } }));
		expect(refused.status).toBe(404);
	});
});
