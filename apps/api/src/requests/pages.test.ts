import { listRequests, type RequestLine } from "@samenplan/contract/requests";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

it("the privacy officer's list comes in pages, what is to be done first by its deadline, each request once", async () => {
	const { world } = app;
	const family = await world.newFamily();
	const officer = await world.staff(["privacy_officer"]);
	const { personId } = family.mother;
	const request = (place: number, state: "received" | "done") => ({
		familyId: family.familyId,
		kind: "inspection" as const,
		state,
		personId,
		aboutPersonId: personId,
		words: "x",
		dueOn: world.daysFromToday(state === "done" ? -40 : 30 - (place % 7)),
		recordedBy: personId,
		receivedAt: new Date(Date.now() - (place % 5) * 60_000),
	});
	await world.db.privacyRequest.createMany({ data: Array.from({ length: 60 }, (_, place) => request(place, "done")) });
	await world.db.privacyRequest.createMany({ data: Array.from({ length: 75 }, (_, place) => request(place, "received")) });
	const call = await app.as(officer);
	async function walk(limit?: number): Promise<RequestLine[][]> {
		const pages: RequestLine[][] = [];
		let after: string | null = null;
		do {
			const page: { requests: RequestLine[]; next: string | null } = await call(listRequests, {
				query: { ...(after && { after }), ...(limit && { limit }) },
			});
			pages.push(page.requests);
			after = page.next;
		} while (after !== null);
		return pages;
	}
	const pages = await walk();
	expect(pages.map((page) => page.length)).toEqual([50, 50, 35]);
	const all = pages.flat();
	expect(new Set(all.map(({ id }) => id)).size).toBe(135);
	expect(all.slice(0, 75).every(({ state }) => state === "received")).toBe(true);
	const due = all.slice(0, 75).map(({ dueOn }) => dueOn);
	expect(due).toEqual([...due].sort());
	expect((await walk(200)).map((page) => page.length)).toEqual([135]);
	// Whoever does something else for the organisation gets no line, however they page.
	const rows = await world.db.$queryRaw<{ n: number }[]>`select count(*)::int as n from app.privacy_requests(null, 200)`;
	expect(rows).toEqual([{ n: 0 }]);
});
