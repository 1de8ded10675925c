import { writeComment } from "@samenplan/contract/comments";
import { askReview, takeReview } from "@samenplan/contract/reviews";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./test-app.ts";

describe("the live stream of a family", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	/** Reads what a stream says until it ends. */
	async function listen(familyId: string | "queue", token: string) {
		const stop = new AbortController();
		const response = await fetch(`${app.url}/api/${familyId === "queue" ? "reviews" : `families/${familyId}`}/live`, {
			headers: { authorization: `Bearer ${token}` },
			signal: stop.signal,
		});
		const reader = (response.body as ReadableStream<Uint8Array>).getReader();
		let said = "";
		let ended = false;
		const pump = (async () => {
			for (let part = await reader.read(); !part.done; part = await reader.read()) said += new TextDecoder().decode(part.value);
			ended = true;
		})().catch(() => undefined);
		return { stop: () => stop.abort(), said: () => said, ended: () => ended, pump };
	}

	it("says only that something changed, to who may see the family", async () => {
		const [family, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const [mine, theirs] = [
			await listen(family.familyId, await app.tokenOf(family.father)),
			await listen(other.familyId, await app.tokenOf(other.father)),
		];
		await changeSomething(family.familyId);
		await expect.poll(mine.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		expect(mine.said()).toMatch(/event: ?changed\n(id:.*\n)?data: ?\{\}/);
		expect(theirs.said()).not.toContain("changed");
		mine.stop();
		theirs.stop();
	});

	it("keeps nothing open for who asks for the head only", async () => {
		const family = await app.world.newFamily();
		const answer = await fetch(`${app.url}/api/families/${family.familyId}/live`, {
			method: "HEAD",
			headers: { authorization: `Bearer ${await app.tokenOf(family.father)}` },
			signal: AbortSignal.timeout(2000),
		});
		expect(answer.status).toBe(200);
	});

	it("says at once what changed between reading a page and listening", async () => {
		const [family, quiet] = [await app.world.newFamily(), await app.world.newFamily()];
		await (await app.as(family.mother))(writeComment, {
			params: { familyId: family.familyId },
			body: { kind: "comment", about: "plan", text: "Net voor je luisterde." },
		});
		const [late, nothing] = [
			await listen(family.familyId, await app.tokenOf(family.father)),
			await listen(quiet.familyId, await app.tokenOf(quiet.father)),
		];
		await expect.poll(late.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		expect(nothing.said()).not.toContain("changed");
		late.stop();
		nothing.stop();
	});

	it("stirs no page for words that are not for everyone of the plan, neither at once nor to who listens a little later", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const mother = await app.as(family.mother);
		const token = await app.tokenOf(family.father);
		const write = (audience: "named" | "core") =>
			mother(writeComment, {
				params,
				body: {
					kind: "comment",
					about: "plan",
					text: "Voor wie het is.",
					audience,
					...(audience === "named" && { readers: [family.girl.personId] }),
				},
			});
		const open = await listen(family.familyId, token);
		await write("named");
		const later = await listen(family.familyId, token);
		// What every page is told comes after, so that what came before it was not said.
		await expect.poll(later.said, { timeout: 3000 }).toContain("open");
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(open.said()).not.toContain("changed");
		expect(later.said()).not.toContain("changed");
		await write("core");
		await expect.poll(open.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		const afterwards = await listen(family.familyId, token);
		await expect.poll(afterwards.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		const girls = await app.world.newFamily();
		await (await app.as(girls.mother))(writeComment, {
			params: { familyId: girls.familyId },
			body: { kind: "comment", about: "plan", text: "Voor jou.", audience: "named", readers: [girls.girl.personId] },
		});
		const reader = await listen(girls.familyId, await app.tokenOf(girls.girl));
		await expect.poll(reader.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		for (const stream of [open, later, afterwards, reader]) stream.stop();
	});

	it("ends for somebody who was removed, at the first change afterwards", async () => {
		const family = await app.world.newFamily();
		const stream = await listen(family.familyId, await app.tokenOf(family.father));
		await app.world.db.involvement.updateMany({ where: { personId: family.father.personId }, data: { endedAt: new Date() } });
		await changeSomething(family.familyId);
		await expect.poll(stream.ended, { timeout: 3000 }).toBe(true);
		expect(stream.said()).not.toContain("changed");
	});

	it("tells scientists of the organisation that the queue changed, and ends when somebody is no scientist any more", async () => {
		const family = await app.world.newFamily();
		const [first, second, third] = [
			await app.world.staff(["scientist"]),
			await app.world.staff(["scientist"]),
			await app.world.staff(["scientist"]),
		];
		const stranger = await app.world.staff(["scientist"], { place: await app.world.organisation("Elders") });
		const open = async (person: typeof first) => listen("queue", await app.tokenOf(person));
		const [mine, theirs, elsewhere] = [await open(first), await open(second), await open(stranger)];
		await expect.poll(mine.said, { timeout: 3000 }).toContain("open");
		expect(mine.said()).not.toContain("changed");
		const params = { familyId: family.familyId };
		const question = { question: "Denk je mee?", urgent: false, toldFamilyOn: "2026-01-05" };
		const { id } = await (await app.as(family.coordinator))(askReview, { params, body: question });
		for (const stream of [mine, theirs]) await expect.poll(stream.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		const late = await open(second);
		await expect.poll(late.said, { timeout: 3000 }).toMatch(/event: ?changed/);
		const before = mine.said().length;
		await (await app.as(second))(takeReview, { params: { reviewId: id } });
		await expect.poll(() => mine.said().slice(before), { timeout: 3000 }).toMatch(/event: ?changed/);
		expect(elsewhere.said()).not.toContain("changed");

		await app.world.db.account.update({ where: { id: first.accountId }, data: { duties: ["coordinator"] } });
		await app.world.db.review.update({ where: { id }, data: { state: "asked", scientistId: null } });
		await expect.poll(mine.ended, { timeout: 3000 }).toBe(true);
		expect(mine.said()).toMatch(/event: ?out/);
		expect(theirs.ended()).toBe(false);
		// A session that ended, and an account that was switched off, hear no more either.
		const off = await open(third);
		await expect.poll(off.said, { timeout: 3000 }).toContain("open");
		await app.world.db.session.updateMany({ where: { accountId: second.accountId }, data: { endedAt: new Date() } });
		await app.world.db.account.update({ where: { id: third.accountId }, data: { state: "disabled" } });
		await app.world.db.review.update({ where: { id }, data: { urgent: true, urgentBecause: "Vannacht" } });
		for (const stream of [theirs, late, off]) {
			await expect.poll(stream.ended, { timeout: 3000 }).toBe(true);
			expect(stream.said()).toMatch(/event: ?out/);
		}
		elsewhere.stop();
		const refused = await fetch(`${app.url}/api/reviews/live`, {
			headers: { authorization: `Bearer ${await app.tokenOf(family.coordinator)}` },
		});
		expect(refused.status).toBe(403);
	});

	/** Any write in the family tells its streams; here the database's own notification is enough. */
	async function changeSomething(familyId: string): Promise<void> {
		await app.world.db.$executeRaw`select pg_notify('family_changed', ${familyId})`;
	}
});
