import { whoLooked } from "@samenplan/contract/audit";
import { answerEscalation, readCaseload, readTeam } from "@samenplan/contract/caseload";
import { answerComment } from "@samenplan/contract/comments";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("what waited too long", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	/** A question of a mother that nobody answered for three weeks. */
	async function leftLying() {
		const place = await app.world.organisation();
		const [coordinator, lead, otherLead] = await Promise.all([
			app.world.staff(["coordinator"], { place }),
			app.world.staff(["team_lead"], { place, givenName: "Irene" }),
			app.world.staff(["team_lead"]),
		]);
		const family = await app.world.newFamily({ coordinator });
		const question = await app.world.db.comment.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				kind: "question",
				about: "plan",
				text: "Mag het ook later?",
				writtenBy: family.mother.personId,
				createdAt: new Date(Date.now() - 21 * 86_400_000),
			},
		});
		const params = { familyId: family.familyId };
		const signalOf = async () =>
			(await (await app.as(coordinator))(readCaseload)).families[0]?.signals.find(({ kind }) => kind === "question_unanswered");
		const seenByLead = async (who: Person = lead) =>
			(await (await app.as(who))(readTeam)).coordinators
				.flatMap(({ families }) => families)
				.flatMap(({ signals }) => signals)
				.find(({ kind }) => kind === "question_unanswered");
		return { ...family, lead, otherLead, question, params, signalOf, seenByLead };
	}

	it("stands before the team lead and says so to the coordinator; whose turn it is stands with it", async () => {
		const { signalOf, seenByLead, otherLead } = await leftLying();
		const signal = await signalOf();
		expect(signal).toMatchObject({ turn: "coordinator", pickedUp: null, escalatedOn: expect.any(String) });
		expect(await seenByLead()).toEqual(signal);
		expect(await seenByLead(otherLead)).toBeUndefined();
	});

	it("is picked up with a word that the coordinator reads, and no family; said again, the newest counts", async () => {
		const { signalOf, seenByLead, lead, params, mother } = await leftLying();
		const { since = "" } = (await signalOf()) ?? {};
		const call = await app.as(lead);
		await call(answerEscalation, { params, body: { kind: "question_unanswered", since, words: "Ik bel je" } });
		expect((await signalOf())?.pickedUp).toMatchObject({ by: "Irene", words: "Ik bel je" });
		await call(answerEscalation, { params, body: { kind: "question_unanswered", since, words: "" } });
		expect((await seenByLead())?.pickedUp).toMatchObject({ by: "Irene", words: "" });
		const looks = await (await app.as(mother))(whoLooked, { params, query: {} });
		expect(JSON.stringify(looks)).not.toContain("Ik bel je");
	});

	it("is answered by nobody else", async () => {
		const { coordinator, mother, otherLead, params } = await leftLying();
		const body = { kind: "question_unanswered", since: "2026-11-01", words: "" } as const;
		expect((await problemOf((await app.as(coordinator))(answerEscalation, { params, body }))).status).toBe(403);
		expect((await problemOf((await app.as(mother))(answerEscalation, { params, body }))).status).toBe(403);
		expect((await problemOf((await app.as(otherLead))(answerEscalation, { params, body }))).status).toBe(404);
	});

	it("goes the moment it is done", async () => {
		const { coordinator, question, params, signalOf, seenByLead } = await leftLying();
		await (await app.as(coordinator))(answerComment, { params: { ...params, commentId: question.id }, body: { text: "Ja." } });
		expect(await signalOf()).toBeUndefined();
		expect(await seenByLead()).toBeUndefined();
	});
});
