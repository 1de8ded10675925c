import { whoLooked } from "@samenplan/contract/audit";
import {
	closeSafetyTrack,
	decideSafety,
	listSafetyTracks,
	openSafetyTrack,
	readSafetyTrack,
	unshieldSafetyTrack,
	writeSafetyEntry,
} from "@samenplan/contract/safety";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("the reporting code", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const today = new Date().toISOString().slice(0, 10);

	async function worried() {
		const family = await app.world.newFamily();
		const coordinator = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		const { id } = await coordinator(openSafetyTrack, {
			params,
			body: { text: "Blauwe plek op de arm, uitleg past niet", happenedOn: today, aboutPersonId: family.boy.personId },
		});
		const at = { params: { ...params, safetyTrackId: id } };
		type Body = Parameters<typeof coordinator<typeof writeSafetyEntry>>[1]["body"];
		const write = (body: Body) => coordinator(writeSafetyEntry, { ...at, body });
		const track = () => coordinator(readSafetyTrack, at);
		const four = async () => {
			await write({ kind: "consult", text: "Samen gekeken", happenedOn: today, withWhom: "Veilig Thuis, zonder naam" });
			await write({ kind: "talk", held: false, text: "Nog niet: eerst veiligheid voor moeder", happenedOn: today });
			await write({ kind: "weighing", text: "Ernstig, en het gebeurde vaker", happenedOn: today });
		};
		const answer = (question: number, answer: boolean) => write({ kind: "question", question, answer, text: "Daarom", happenedOn: today });
		return { family, coordinator, params, at, write, track, four, answer };
	}

	it("starts with a signal, is shielded, and there is one at a time", async () => {
		const { family, coordinator, params, track } = await worried();
		expect(await track()).toMatchObject({
			state: "open",
			step: 1,
			shielded: true,
			openedByName: family.coordinator.givenName,
			entries: [{ step: 1, kind: "signal", aboutPersonName: "Zoon", writtenByName: family.coordinator.givenName }],
		});
		expect(
			(await problemOf(coordinator(openSafetyTrack, { params, body: { text: "Nog iets", happenedOn: today, aboutPersonId: null } })))
				.reasons,
		).toEqual(["safety-already-open"]);
	});

	it("adds entries under the writer's name and changes none; a correction stands beside what it corrects", async () => {
		const { track, write, coordinator, at } = await worried();
		const [first] = (await track()).entries;
		await write({ kind: "correction", corrects: first?.id ?? "", text: "Het was de linkerarm", happenedOn: today });
		expect((await track()).entries.map(({ text, corrects, step }) => ({ text, corrects, step }))).toEqual([
			{ text: "Blauwe plek op de arm, uitleg past niet", corrects: null, step: 1 },
			{ text: "Het was de linkerarm", corrects: first?.id, step: 1 },
		]);
		const other = await worried();
		const [theirs] = (await other.track()).entries;
		expect(
			(
				await problemOf(
					coordinator(writeSafetyEntry, { ...at, body: { kind: "correction", corrects: theirs?.id ?? "", text: "x", happenedOn: today } }),
				)
			).status,
		).toBe(404);
		const tomorrow = app.world.daysFromToday(2).toISOString().slice(0, 10);
		expect((await problemOf(write({ kind: "signal", text: "Morgen", happenedOn: tomorrow }))).errors).toEqual([
			{ path: "happenedOn", code: "too-late" },
		]);
	});

	it("decides after the first four steps and the questions that the answers ask for", async () => {
		const { coordinator, at, track, four, answer } = await worried();
		const decide = async (decision: "report_and_help" | "help_organised" = "report_and_help") =>
			coordinator(decideSafety, {
				...at,
				body: { decision, text: "Melden, en hulp voor moeder", happenedOn: today, version: (await track()).version },
			});
		expect((await problemOf(decide())).reasons).toEqual(["safety-steps-missing"]);
		await four();
		expect((await problemOf(decide())).reasons).toEqual(["safety-questions-missing"]);
		await answer(1, true);
		expect((await problemOf(decide())).reasons).toEqual(["safety-questions-missing"]);
		await answer(2, true);
		await decide();
		expect(await track()).toMatchObject({ step: 5, decision: "report_and_help" });
		expect((await track()).entries.at(-1)).toMatchObject({ kind: "decision", text: "Melden, en hulp voor moeder" });
	});

	it("takes the newest answer to a question, and keeps the older one", async () => {
		const { coordinator, at, track, four, answer } = await worried();
		await four();
		for (const [question, given] of [
			[1, true],
			[2, true],
			[2, false],
		] as const)
			await answer(question, given);
		const body = { decision: "help_organised", text: "Hulp", happenedOn: today, version: 1 } as const;
		expect((await problemOf(coordinator(decideSafety, { ...at, body }))).reasons).toEqual(["safety-questions-missing"]);
		expect((await track()).entries.filter(({ question }) => question === 2)).toHaveLength(2);
	});

	it("shares without consent only after the written weighing, with whom and why in words", async () => {
		const { write } = await worried();
		const share = {
			kind: "shared_without_consent",
			withWhom: "Huisarts",
			text: "Vragen kan niet zonder gevaar; alleen wat nodig is voor de wond",
			happenedOn: today,
		} as const;
		expect((await problemOf(write(share))).reasons).toEqual(["safety-weighing-missing"]);
		await write({ kind: "weighing", text: "Ernstig", happenedOn: today });
		expect((await problemOf(write({ ...share, text: "Moest even" }))).status).toBe(400);
		expect((await problemOf(write({ ...share, withWhom: " " }))).status).toBe(400);
		await write(share);
	});

	it("closes with a reason; then it is read, and a new worry is a new track", async () => {
		const { coordinator, params, at, write, track } = await worried();
		expect((await problemOf(coordinator(closeSafetyTrack, { ...at, body: { because: "  ", version: 1 } }))).status).toBe(400);
		await coordinator(closeSafetyTrack, { ...at, body: { because: "Geen vermoeden meer", version: 1 } });
		expect(await track()).toMatchObject({ state: "closed", closedBecause: "Geen vermoeden meer" });
		expect((await problemOf(write({ kind: "signal", text: "Weer", happenedOn: today }))).reasons).toEqual(["safety-is-closed"]);
		await coordinator(openSafetyTrack, { params, body: { text: "Weer", happenedOn: today, aboutPersonId: null } });
		expect(await coordinator(listSafetyTracks, { params })).toHaveLength(2);
	});

	it("is for the coordinator and the scientist who reviews; for everyone else as any right they lack", async () => {
		const { family, params, at } = await worried();
		const scientist = await app.world.staff(["scientist"]);
		const thinker = await app.as(scientist);
		expect((await problemOf(thinker(readSafetyTrack, at))).status).toBe(404);
		await app.world.db.review.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "?",
				toldFamilyOn: app.world.daysFromToday(-1),
				askedBy: family.coordinator.personId,
				state: "taken",
				scientistId: scientist.personId,
			},
		});
		await thinker(writeSafetyEntry, { ...at, body: { kind: "signal", text: "Ook gezien in de film", happenedOn: today } });
		const untouched = await app.world.newFamily();
		const lead = await app.world.staff(["team_lead"]);
		for (const person of [family.mother, family.girl, lead]) {
			const call = await app.as(person);
			const { requestId: _one, ...here } = await problemOf(call(readSafetyTrack, at));
			const { requestId: _two, ...unknown } = await problemOf(
				call(readSafetyTrack, { params: { ...params, safetyTrackId: untouched.familyId } }),
			);
			expect(here).toEqual(unknown);
			expect(here.status).toBe(403);
			expect((await problemOf(call(listSafetyTracks, { params }))).status).toBe(403);
		}
		const [mother, elsewhere] = [await app.as(family.mother), await app.as(untouched.mother)];
		const { requestId: _three, ...withTrack } = await problemOf(mother(listSafetyTracks, { params }));
		const { requestId: _four, ...without } = await problemOf(elsewhere(listSafetyTracks, { params: { familyId: untouched.familyId } }));
		expect(withTrack).toEqual(without);
	});

	it("shows the family only after unshielding that a worry was worked on, never what was written; there is no way back", async () => {
		const { family, coordinator, params, at, track } = await worried();
		await track();
		const mother = await app.as(family.mother);
		const seen = async () =>
			(await mother(whoLooked, { params, query: {} })).looks.filter(({ what, mine }) => what === "safety" || (what === "other" && !mine));
		expect(await seen()).toEqual([]);
		// The coordinator's page of the log lies on the table when they sit together.
		expect((await coordinator(whoLooked, { params, query: {} })).looks.filter(({ what }) => what === "safety")).toEqual([]);
		await coordinator(unshieldSafetyTrack, { ...at, body: { because: "Met beide ouders besproken, veilig", version: 1 } });
		expect((await seen()).map(({ deed, name }) => `${deed} ${name}`).sort()).toEqual([
			`create ${family.coordinator.givenName}`,
			`read ${family.coordinator.givenName}`,
			`update ${family.coordinator.givenName}`,
		]);
		expect((await problemOf(mother(readSafetyTrack, at))).status).toBe(403);
		expect((await problemOf(coordinator(unshieldSafetyTrack, { ...at, body: { because: "Nog eens", version: 2 } }))).reasons).toEqual([
			"safety-not-shielded",
		]);
	});
});
