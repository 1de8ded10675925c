import { pathOf } from "@samenplan/contract/client";
import { writeComment } from "@samenplan/contract/comments";
import { breakGlass, delayEmergency } from "@samenplan/contract/emergencies";
import { endpoints } from "@samenplan/contract/endpoints";
import { readPlan } from "@samenplan/contract/plans";
import { makeRequest } from "@samenplan/contract/requests";
import { closeSafetyTrack, decideSafety, openSafetyTrack, readSafetyTrack, writeSafetyEntry } from "@samenplan/contract/safety";
import { setShield } from "@samenplan/contract/shields";
import { editWorkNote, listWorkNotes, writeWorkNote } from "@samenplan/contract/work-notes";
import { sampleOf } from "@samenplan/testing/sample";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

/** Words planted in each protected field; found anywhere else is a leak. */
const [inNote, inReason, inTrack, inDelay] = ["Kwartelzang", "Wintertaling", "Steenuiltje", "Goudplevier"];
const planted = [inNote, inReason, inTrack, inDelay];

describe("notes for the work and worries about safety", () => {
	let app: TestApp;
	let family: TestFamily;
	let trackId: string;
	let noteId: string;
	const people: Record<string, Person> = {};
	const today = new Date().toISOString().slice(0, 10);
	/** Those of the family whose every answer is compared before and after. */
	const watching = ["mother", "girl", "stepfather", "grandmother"];
	const before: Record<string, Record<string, string>> = {};
	const after: Record<string, Record<string, string>> = {};

	beforeAll(async () => {
		app = await startTestApp({ LOG_LEVEL: "silent" });
		const { world } = app;
		family = await world.newFamily();
		const { familyId } = family;
		Object.assign(people, {
			mother: family.mother,
			father: family.father,
			girl: family.girl,
			coordinator: family.coordinator,
			stepfather: await world.involve(familyId, "parent", { givenName: "Stiefvader", account: true }),
			grandmother: await world.involve(familyId, "network_member", { givenName: "Oma", account: true }),
			teacher: await world.involve(familyId, "professional", { givenName: "Juf", account: true }),
			scientist: await world.staff(["scientist"]),
			lead: await world.staff(["team_lead"]),
			officer: await world.staff(["privacy_officer"]),
			administrator: await world.staff(["administrator"]),
			colleague: await world.staff(["coordinator"]),
			glass: await world.staff(["coordinator"]),
		});
		await world.db.review.create({
			data: {
				familyId,
				planId: family.planId,
				question: "?",
				toldFamilyOn: world.daysFromToday(-1),
				askedBy: family.coordinator.personId,
				state: "taken",
				scientistId: people.scientist?.personId ?? "",
			},
		});
		// What the family gets before anything of this exists; a first round leaves its own traces in the log.
		for (const round of [1, 2])
			for (const name of watching) {
				const answers = await answersFor(name);
				if (round === 2) before[name] = answers;
			}

		const coordinator = await app.as(family.coordinator);
		const at = { params: { familyId } };
		noteId = (
			await coordinator(writeWorkNote, {
				...at,
				body: {
					text: `Bel ${inNote}`,
					standInId: null,
					aboutPersonId: null,
					release: "withheld",
					withheldBecause: `Gaat ook over ${inReason}`,
				},
			})
		).id;
		const { notes } = await coordinator(listWorkNotes, at);
		await coordinator(editWorkNote, {
			params: { familyId, workNoteId: noteId },
			body: {
				text: `Bel ${inNote} morgen`,
				standInId: null,
				aboutPersonId: null,
				release: "withheld",
				withheldBecause: `Gaat ook over ${inReason}`,
				version: notes[0]?.version ?? 1,
			},
		});
		trackId = (
			await coordinator(openSafetyTrack, { ...at, body: { text: `Zag ${inTrack}`, happenedOn: today, aboutPersonId: family.boy.personId } })
		).id;
		const track = { params: { familyId, safetyTrackId: trackId } };
		const dated = { text: `Nog eens ${inTrack}`, happenedOn: today };
		await coordinator(writeSafetyEntry, { ...track, body: { kind: "consult", withWhom: `${inTrack} overleg`, ...dated } });
		await coordinator(writeSafetyEntry, { ...track, body: { kind: "talk", held: true, ...dated } });
		await coordinator(writeSafetyEntry, { ...track, body: { kind: "weighing", ...dated } });
		for (const [question, answer] of [
			[1, true],
			[2, true],
		] as const)
			await coordinator(writeSafetyEntry, { ...track, body: { kind: "question", question, answer, ...dated } });
		await coordinator(writeSafetyEntry, {
			...track,
			body: { kind: "shared_without_consent", withWhom: inTrack, text: `Delen moest vanwege ${inTrack}`, happenedOn: today },
		});
		const { version } = await coordinator(readSafetyTrack, track);
		await coordinator(decideSafety, { ...track, body: { decision: "report", version, ...dated } });
		const glass = await app.as(people.glass);
		const { id: emergencyId } = await glass(breakGlass, {
			body: { familyId, reason: "acute_danger", words: "De coach is niet te bereiken", delayBecause: `Gevaar door ${inDelay}` },
		});
		await coordinator(delayEmergency, {
			params: { familyId, emergencyId },
			body: { until: new Date(Date.now() + 86_400_000).toISOString(), because: `Wachten om ${inDelay}` },
		});
		await glass(readPlan, { params: { familyId } });
		for (const name of watching) after[name] = await answersFor(name);
	});
	afterAll(() => app.stop());

	const reads = endpoints.filter(({ method, path, demo }) => method === "get" && !demo && !path.endsWith("/live"));

	/** Every GET there is, as this person, with the real identifiers of what is kept apart. */
	async function answersFor(name: string): Promise<Record<string, string>> {
		const person = people[name] as Person;
		const token = await app.tokenOf(person);
		const answers: Record<string, string> = {};
		for (const endpoint of reads) {
			const known: Record<string, string | undefined> = {
				familyId: family.familyId,
				safetyTrackId: trackId,
				workNoteId: noteId,
				personId: family.boy.personId,
			};
			const sampled = endpoint.params ? (sampleOf(endpoint.params, { id: family.mother.personId }) as Record<string, string>) : {};
			const params = Object.fromEntries(Object.entries(sampled).map(([key, value]) => [key, known[key] ?? value]));
			const response = await fetch(app.url + pathOf(endpoint, params), { headers: { authorization: `Bearer ${token}` } });
			const headers = [...response.headers].filter(([header]) => !["x-request-id", "date", "content-length"].includes(header));
			answers[`${endpoint.method} ${endpoint.path}`] = `${response.status} ${JSON.stringify(headers)} ${await response.text()}`;
		}
		return answers;
	}

	it("walks every read there is", () => expect(reads.length).toBeGreaterThan(15));

	it.each(["mother", "father", "girl", "stepfather", "grandmother", "teacher", "lead", "administrator", "colleague", "glass"])(
		"are found in no answer to the %s",
		async (name) => {
			for (const [read, text] of Object.entries(await answersFor(name)))
				for (const word of planted) expect.soft(text.includes(word), `${word} in ${read}`).toBe(false);
		},
	);

	it.each([
		["coordinator", inNote, ["get /api/families/{familyId}/work-notes"]],
		["coordinator", inTrack, ["get /api/families/{familyId}/safety/{safetyTrackId}"]],
		["scientist", inTrack, ["get /api/families/{familyId}/safety/{safetyTrackId}"]],
		["scientist", inNote, []],
		["officer", inNote, []],
		["officer", inTrack, []],
		["officer", inDelay, ["get /api/emergencies"]],
		["scientist", inDelay, ["get /api/emergencies"]],
	] as const)("reach the %s with %s in their own place only", async (name, word, places) => {
		const found = Object.entries(await answersFor(name)).filter(([, text]) => text.includes(word));
		expect(found.map(([read]) => read)).toEqual(places);
	});

	it.each(watching)("leave every answer to the %s as it was, word for word", (name) => {
		// The clock, and how often the readers themselves looked meanwhile.
		const plain = (text: string | undefined) => (text ?? "").replace(/"(requestId|now|at|times|lastSeenAt|madeAt)":("[^"]*"|\d+)/g, "");
		for (const [read, text] of Object.entries(before[name] ?? {})) expect.soft(plain(after[name]?.[read]), read).toEqual(plain(text));
	});

	it("are in no mail, subject line or job", async () => {
		const mails = await app.world.db.mail.findMany();
		const jobs = await app.world.db.$queryRaw<{ payload: unknown }[]>`select payload from graphile_worker._private_jobs`;
		for (const word of planted) expect(JSON.stringify([mails, jobs])).not.toContain(word);
	});

	it("keep no former text of a note", async () => {
		const former = await app.world.db.formerText.findMany({ where: { familyId: family.familyId } });
		for (const word of [inNote, inReason]) expect(JSON.stringify(former)).not.toContain(word);
	});

	it("make no open page of the family stir, not when it opens either, while other changes do", async () => {
		const fresh = await app.world.newFamily();
		const coordinator = await app.as(fresh.coordinator);
		const params = { familyId: fresh.familyId };
		const signal = { text: "Stil", happenedOn: today, aboutPersonId: null };
		const { id } = await coordinator(openSafetyTrack, { params, body: signal });
		const stop = new AbortController();
		const response = await fetch(`${app.url}/api/families/${fresh.familyId}/live`, {
			headers: { authorization: `Bearer ${await app.tokenOf(fresh.mother)}` },
			signal: stop.signal,
		});
		let said = "";
		void (async () => {
			const reader = (response.body as ReadableStream<Uint8Array>).getReader();
			for (let part = await reader.read(); !part.done; part = await reader.read()) said += new TextDecoder().decode(part.value);
		})().catch(() => undefined);
		await expect.poll(() => said).toContain("open");
		const track = { params: { ...params, safetyTrackId: id } };
		await coordinator(writeWorkNote, {
			params,
			body: { text: "Stil", standInId: null, aboutPersonId: null, release: "on_request", withheldBecause: "" },
		});
		await coordinator(writeSafetyEntry, { ...track, body: { kind: "signal", ...signal } });
		await (await app.as(people.colleague))(breakGlass, {
			body: { familyId: fresh.familyId, reason: "acute_danger", words: "Er is nu direct gevaar" },
		});
		const { version } = await coordinator(readSafetyTrack, track);
		await coordinator(closeSafetyTrack, { ...track, body: { because: "Stil", version } });
		const father = await app.as(fresh.father);
		await father(setShield, { params, body: { personId: fresh.father.personId, what: "both", fromPersonId: fresh.mother.personId } });
		await father(makeRequest, { params, body: { kind: "inspection", aboutPersonId: fresh.father.personId } });
		await new Promise((resume) => setTimeout(resume, 700));
		expect(said).not.toContain("changed");
		await coordinator(writeComment, { params, body: { kind: "comment", about: "plan", text: "Hoorbaar" } });
		await expect.poll(() => said, { timeout: 3000 }).toMatch(/event: ?changed/);
		stop.abort();
	});
});
