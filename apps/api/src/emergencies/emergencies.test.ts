import { whoLooked } from "@samenplan/contract/audit";
import { pathOf } from "@samenplan/contract/client";
import { writeComment } from "@samenplan/contract/comments";
import {
	breakGlass,
	delayEmergency,
	endEmergency,
	familyEmergencies,
	findForEmergency,
	judgeEmergency,
	listEmergencies,
	myEmergencies,
} from "@samenplan/contract/emergencies";
import { nameFamily } from "@samenplan/contract/families";
import { openLive, readPlan } from "@samenplan/contract/plans";
import { v7 as uuid7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("breaking the glass", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	afterEach(() => app.services.clock.move(0));
	const later = (minutes: number) => app.services.clock.move(minutes * 60);

	async function inNeed() {
		const family = await app.world.newFamily();
		const [colleague, officer, scientist, lead] = await Promise.all([
			app.world.staff(["coordinator"]),
			app.world.staff(["privacy_officer"]),
			app.world.staff(["scientist"]),
			app.world.staff(["team_lead"]),
		]);
		return { family, colleague, officer, scientist, lead, params: { familyId: family.familyId } };
	}
	const why = (familyId: string) =>
		({ familyId, reason: "coordinator_absent", words: "De coach is ziek en moeder belde in paniek" }) as const;

	it("opens one family to a colleague for sixty minutes, to read and nothing else", async () => {
		const { family, colleague, params } = await inNeed();
		const call = await app.as(colleague);
		expect((await problemOf(call(readPlan, { params }))).status).toBe(404);
		const opened = await call(breakGlass, { body: why(family.familyId) });
		const { viewer } = await call(readPlan, { params });
		expect(viewer).toMatchObject({ relations: ["emergency"], abilities: ["plan.read", "live.read"], side: "professional" });
		for (const write of [
			call(writeComment, { params, body: { kind: "comment", about: "plan", text: "Dag" } }),
			call(nameFamily, { params, body: { name: "Anders", version: 1 } }),
		])
			expect((await problemOf(write)).status).toBe(403);
		expect((await problemOf(call(whoLooked, { params, query: {} }))).status).toBe(403);
		expect(new Date(opened.untilAt).getTime() - Date.now()).toBeGreaterThan(58 * 60_000);
		const other = await app.world.newFamily();
		expect((await problemOf(call(readPlan, { params: { familyId: other.familyId } }))).status).toBe(404);
	});

	it("is over after sixty minutes, at the next request, and can be opened anew with a new reason", async () => {
		const { family, colleague, params } = await inNeed();
		const call = await app.as(colleague);
		await call(breakGlass, { body: why(family.familyId) });
		later(59);
		await call(readPlan, { params });
		later(60);
		expect((await problemOf(call(readPlan, { params }))).status).toBe(404);
		expect((await call(myEmergencies)).emergencies).toEqual([expect.objectContaining({ open: false, endedAt: null })]);
		await call(breakGlass, { body: why(family.familyId) });
		await call(readPlan, { params });
	});

	it("is over when whoever opened it closes it again, and nobody else can close it", async () => {
		const { family, colleague, scientist, params } = await inNeed();
		const call = await app.as(colleague);
		const { id } = await call(breakGlass, { body: why(family.familyId) });
		expect((await problemOf((await app.as(scientist))(endEmergency, { params: { emergencyId: id } }))).status).toBe(404);
		await call(endEmergency, { params: { emergencyId: id } });
		expect((await problemOf(call(readPlan, { params }))).status).toBe(404);
		expect((await problemOf(call(endEmergency, { params: { emergencyId: id } }))).reasons).toEqual(["emergency-is-over"]);
	});

	it("ends the live stream as well, at the first change after the hour", async () => {
		const { family, colleague, params } = await inNeed();
		await (await app.as(colleague))(breakGlass, { body: why(family.familyId) });
		const stop = new AbortController();
		const stream = await fetch(app.url + pathOf(openLive, params), {
			headers: { authorization: `Bearer ${await app.tokenOf(colleague)}` },
			signal: stop.signal,
		});
		let [said, ended] = ["", false];
		void (async () => {
			const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
			for (let part = await reader.read(); !part.done; part = await reader.read()) said += new TextDecoder().decode(part.value);
			ended = true;
		})().catch(() => undefined);
		await expect.poll(() => said).toContain("open");
		const mother = await app.as(family.mother);
		await mother(writeComment, { params, body: { kind: "comment", about: "plan", text: "Binnen het uur" } });
		await expect.poll(() => said).toContain("changed");
		expect(ended).toBe(false);
		later(60);
		await mother(writeComment, { params, body: { kind: "comment", about: "plan", text: "Na het uur" } });
		await expect.poll(() => ended, { timeout: 3000 }).toBe(true);
		stop.abort();
	});

	it("gives one hour, however often it is asked at the same moment; two colleagues have one each", async () => {
		const { family, colleague, scientist } = await inNeed();
		const [call, other] = [await app.as(colleague), await app.as(scientist)];
		const tries = await Promise.allSettled([
			...Array.from({ length: 6 }, () => call(breakGlass, { body: why(family.familyId) })),
			other(breakGlass, { body: why(family.familyId) }),
		]);
		expect(tries.slice(0, 6).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(tries[6]?.status).toBe("fulfilled");
		expect(await app.world.db.emergencyAccess.count({ where: { familyId: family.familyId } })).toBe(2);
		expect((await problemOf(call(breakGlass, { body: why(family.familyId) }))).reasons).toEqual(["emergency-is-open"]);
	});

	it("is not for administrators, families or other organisations, nor for one's own family, nor where one works already", async () => {
		const { family, officer, params } = await inNeed();
		for (const person of [await app.world.staff(["administrator"]), officer, family.mother, family.girl])
			expect((await problemOf((await app.as(person))(breakGlass, { body: why(family.familyId) }))).status).toBe(403);
		const stranger = await app.world.staff(["coordinator"], { place: await app.world.organisation("Andere stichting") });
		const away = await app.as(stranger);
		expect((await problemOf(away(breakGlass, { body: why(family.familyId) }))).status).toBe(404);
		expect(await away(findForEmergency, { body: { familyId: family.familyId } })).toEqual([]);
		const uncle = await app.world.staff(["coordinator"]);
		await app.world.db.involvement.create({
			data: {
				familyId: family.familyId,
				personId: uncle.personId,
				relation: "network_member",
				startsOn: app.world.daysFromToday(-90),
				endedAt: app.world.daysFromToday(-10),
				recordedBy: uncle.personId,
			},
		});
		expect((await problemOf((await app.as(uncle))(breakGlass, { body: why(family.familyId) }))).status).toBe(404);
		const aunt = await app.world.staff(["coordinator"]);
		await app.world.db.kinship.create({
			data: { familyId: family.familyId, personId: aunt.personId, kind: "other", toPersonId: family.mother.personId },
		});
		expect((await problemOf((await app.as(aunt))(breakGlass, { body: why(family.familyId) }))).status).toBe(404);
		expect(await (await app.as(aunt))(findForEmergency, { body: { familyId: family.familyId } })).toEqual([]);
		expect((await problemOf((await app.as(family.coordinator))(breakGlass, { body: why(params.familyId) }))).reasons).toEqual([
			"emergency-not-needed",
		]);
	});

	it("asks a reason in words and a fresh proof of who one is", async () => {
		const { family, colleague } = await inNeed();
		const call = await app.as(colleague);
		expect((await problemOf(call(breakGlass, { body: { ...why(family.familyId), words: "   spoed   " } }))).errors).toMatchObject([
			{ path: "words", code: "too-short" },
		]);
		await app.world.db.session.updateMany({
			where: { accountId: colleague.accountId },
			data: { provedAgainAt: new Date(Date.now() - 11 * 60_000) },
		});
		expect((await problemOf(call(breakGlass, { body: why(family.familyId) }))).code).toBe("prove-again");
		expect(await app.world.db.emergencyAccess.count({ where: { familyId: family.familyId } })).toBe(0);
	});

	it("finds a family by a child's whole name and day of birth or by number, never by a part, and not without end", async () => {
		const { family, colleague } = await inNeed();
		const name = `Zomerdijk ${uuid7().slice(-6)}`;
		await app.world.db.person.update({ where: { id: family.boy.personId }, data: { familyName: name } });
		const bornOn = app.world.yearsAgo(8);
		const call = await app.as(colleague);
		const found = await call(findForEmergency, { body: { familyName: ` ${name.toUpperCase()} `, bornOn } });
		expect(found).toEqual([
			{ familyId: family.familyId, name: family.name, coordinatorName: family.coordinator.givenName, related: false },
		]);
		expect(await call(findForEmergency, { body: { familyName: "Zomerdijk", bornOn } })).toEqual([]);
		expect(await call(findForEmergency, { body: { familyName: name, bornOn: "2001-01-01" } })).toEqual([]);
		expect(await call(findForEmergency, { body: { familyName: "%", bornOn } })).toEqual([]);
		expect(await call(findForEmergency, { body: { familyId: family.familyId } })).toHaveLength(1);
		const logged = await app.world.db.auditEntry.findMany({ where: { personId: colleague.personId, object: "emergency_search" } });
		expect(logged).toHaveLength(5);
		expect(logged.filter(({ familyId }) => familyId === family.familyId)).toHaveLength(2);
		for (let tries = 5; tries < 20; tries += 1) await call(findForEmergency, { body: { familyId: uuid7() } });
		expect((await problemOf(call(findForEmergency, { body: { familyId: uuid7() } }))).status).toBe(429);
	});

	it("lets scientists, privacy officers and the coordinator of the family hear at once, with a mail that names nobody", async () => {
		const { family, colleague, officer, scientist, lead } = await inNeed();
		await (await app.as(colleague))(breakGlass, { body: why(family.familyId) });
		const mails = await app.world.db.mail.findMany({ where: { kind: "emergency_opened" } });
		const to = mails.map(({ personId }) => personId);
		for (const person of [officer, scientist, family.coordinator]) expect(to).toContain(person.personId);
		for (const person of [lead, colleague, family.mother]) expect(to).not.toContain(person.personId);
		for (const { subject, text } of mails)
			for (const word of [family.name, colleague.givenName, "paniek", family.familyId]) expect(subject + text).not.toContain(word);
		for (const person of [officer, scientist])
			expect((await (await app.as(person))(listEmergencies)).emergencies).toContainEqual(
				expect.objectContaining({ familyId: family.familyId, open: true, verdict: null, words: why("").words }),
			);
		expect((await problemOf((await app.as(lead))(listEmergencies))).status).toBe(403);
	});

	it("tells the family who read, why and what was said of it", async () => {
		const { family, colleague, officer, params } = await inNeed();
		const call = await app.as(colleague);
		const { id } = await call(breakGlass, { body: why(family.familyId) });
		await call(readPlan, { params });
		const mother = await app.as(family.mother);
		expect((await mother(familyEmergencies, { params })).emergencies).toEqual([
			expect.objectContaining({
				personName: colleague.givenName,
				reason: "coordinator_absent",
				words: why("").words,
				verdict: null,
				familySeesAt: null,
				delayBecause: "",
			}),
		]);
		const { looks } = await mother(whoLooked, { params, query: {} });
		expect(looks).toContainEqual(expect.objectContaining({ name: colleague.givenName, relation: "emergency", what: "plan" }));
		const judge = await app.as(officer);
		const verdict = { params: { emergencyId: id }, body: { verdict: "justified", words: "Het kon niet wachten" } } as const;
		expect((await problemOf((await app.as(family.coordinator))(judgeEmergency, verdict))).status).toBe(403);
		await judge(judgeEmergency, verdict);
		expect((await problemOf(judge(judgeEmergency, verdict))).reasons).toEqual(["emergency-was-judged"]);
		expect((await mother(familyEmergencies, { params })).emergencies[0]).toMatchObject({ verdict: "justified", verdictWords: "" });
		expect((await call(myEmergencies)).emergencies[0]).toMatchObject({ verdict: "justified", verdictWords: "Het kon niet wachten" });
	});

	it("lets nobody judge what they did themselves, nor another organisation judge", async () => {
		const { family } = await inNeed();
		const both = await app.world.staff(["coordinator", "privacy_officer"]);
		const call = await app.as(both);
		const { id } = await call(breakGlass, { body: why(family.familyId) });
		const verdict = { params: { emergencyId: id }, body: { verdict: "justified", words: "Zelf gezien" } } as const;
		expect((await problemOf(call(judgeEmergency, verdict))).reasons).toEqual(["own-emergency"]);
		const away = await app.world.staff(["privacy_officer"], { place: await app.world.organisation("Verderop") });
		expect((await problemOf((await app.as(away))(judgeEmergency, verdict))).status).toBe(404);
		expect((await (await app.as(away))(listEmergencies)).emergencies).toEqual([]);
	});

	it("puts what waits for a verdict on top, the longest first", async () => {
		const { family, colleague, officer, scientist } = await inNeed();
		const judge = await app.as(officer);
		const first = await (await app.as(colleague))(breakGlass, { body: why(family.familyId) });
		later(5);
		const second = await (await app.as(scientist))(breakGlass, { body: why(family.familyId) });
		const order = async () =>
			(await judge(listEmergencies)).emergencies.filter(({ familyId }) => familyId === family.familyId).map(({ id }) => id);
		expect(await order()).toEqual([first.id, second.id]);
		await judge(judgeEmergency, {
			params: { emergencyId: first.id },
			body: { verdict: "not_justified", words: "Een telefoontje was genoeg" },
		});
		expect(await order()).toEqual([second.id, first.id]);
	});

	describe("when the family may not know at once", () => {
		async function kept() {
			const need = await inNeed();
			const { family, colleague, params } = need;
			const call = await app.as(colleague);
			const body = { ...why(family.familyId), delayBecause: "Vader leest mee en dreigde vanmorgen" };
			const { id } = await call(breakGlass, { body });
			await call(readPlan, { params });
			const mother = await app.as(family.mother);
			const seen = async () => ({
				uses: (await mother(familyEmergencies, { params })).emergencies.length,
				looks: (await mother(whoLooked, { params, query: {} })).looks.filter(({ relation }) => relation === "emergency").length,
			});
			return { ...need, id, seen, coordinator: await app.as(family.coordinator), at: { params: { ...params, emergencyId: id } } };
		}

		it("keeps the use and what was read out of the family's sight for three days, not out of the coordinator's", async () => {
			const { seen, coordinator, params } = await kept();
			expect(await seen()).toEqual({ uses: 0, looks: 0 });
			expect((await coordinator(familyEmergencies, { params })).emergencies).toEqual([
				expect.objectContaining({ delayBecause: "Vader leest mee en dreigde vanmorgen" }),
			]);
			later(3 * 24 * 60 + 1);
			expect(await seen()).toMatchObject({ uses: 1 });
		});

		it("follows the coordinator: longer with a ground, fourteen days at most, or at once", async () => {
			const { seen, coordinator, at, family } = await kept();
			const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
			expect((await problemOf(coordinator(delayEmergency, { ...at, body: { until: until(6), because: "" } }))).errors).toMatchObject([
				{ path: "because", code: "required" },
			]);
			const ground = "Veilig Thuis vraagt om te wachten tot vrijdag";
			expect((await problemOf(coordinator(delayEmergency, { ...at, body: { until: until(15), because: ground } }))).reasons).toEqual([
				"delay-too-long",
			]);
			expect((await problemOf((await app.as(family.mother))(delayEmergency, { ...at, body: { until: null, because: "" } }))).status).toBe(
				403,
			);
			await coordinator(delayEmergency, { ...at, body: { until: until(6), because: ground } });
			later(4 * 24 * 60);
			expect(await seen()).toEqual({ uses: 0, looks: 0 });
			later(1);
			await coordinator(delayEmergency, { ...at, body: { until: null, because: "" } });
			expect(await seen()).toEqual({ uses: 1, looks: 1 });
			expect((await problemOf(coordinator(delayEmergency, { ...at, body: { until: until(6), because: ground } }))).reasons).toEqual([
				"family-knows-already",
			]);
		});

		it("waits as well while a worry about safety is being worked on, without saying so to whoever opened it", async () => {
			const { family, colleague, params } = await inNeed();
			await app.world.db.safetyTrack.create({ data: { familyId: family.familyId, openedBy: family.coordinator.personId } });
			const call = await app.as(colleague);
			await call(breakGlass, { body: why(family.familyId) });
			expect((await (await app.as(family.mother))(familyEmergencies, { params })).emergencies).toEqual([]);
			expect(JSON.stringify(await call(myEmergencies))).not.toMatch(/sees|delay/i);
		});
	});
});
