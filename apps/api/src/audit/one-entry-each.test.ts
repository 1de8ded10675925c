import { pathOf } from "@samenplan/contract/client";
import { writeComment } from "@samenplan/contract/comments";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { readPlan } from "@samenplan/contract/plans";
import { editView } from "@samenplan/contract/steps";
import { sampleOf } from "@samenplan/testing/sample";
import type { Person, TestFamily } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

const inAll = 10_000;
/** As many as the pool has connections and half as many again, so that requests also wait for one. */
const parallel = 15;
const unknownId = "019a0000-0000-7000-8000-00000000dead";
/** The calls that anybody signed in can try, apart from those that keep the answer open. */
const table = endpoints.filter(({ right, audit, demo }) => right !== "public" && !demo && audit.object !== "live");

type Call = { method: string; path: string; person: Person; body?: string };

describe("the log", () => {
	let app: TestApp;
	let families: (TestFamily & { viewId: string })[];
	let owner: pg.Client;
	/** The last entry before the requests. */
	let newest: string;
	beforeAll(async () => {
		app = await startTestApp({ POOL_SIZE: "10", LOG_LEVEL: "silent", CHECK_RESPONSES: "0" });
		const coordinators = await Promise.all(Array.from({ length: 4 }, () => app.world.staff(["coordinator"])));
		families = [];
		for (let nr = 0; nr < 40; nr += 1) {
			const family = await app.world.newFamily({ coordinator: coordinators[nr % 4] as Person });
			const { id } = await app.world.db.view.create({
				data: {
					familyId: family.familyId,
					planId: family.planId,
					personId: family.mother.personId,
					writtenBy: family.mother.personId,
					subject: "worry",
					text: "Slapen",
				},
			});
			families.push({ ...family, viewId: id });
			for (const person of [family.mother, family.father, family.girl, family.coordinator]) await app.tokenOf(person);
		}
		owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
	});
	afterAll(async () => {
		await owner.end();
		await app.stop();
	});

	const callTo = (endpoint: Endpoint, person: Person, params: Record<string, string>, body?: unknown): Call => ({
		method: endpoint.method.toUpperCase(),
		path: pathOf(endpoint, params),
		person,
		...(endpoint.body && { body: typeof body === "string" ? body : JSON.stringify(body) }),
	});

	/** The call of a turn: reads and writes that work, and every way in which one does not. */
	function callOf(turn: number): Call {
		const family = families[turn % families.length] as (typeof families)[number];
		const other = families[(turn * 7 + 1) % families.length] as (typeof families)[number];
		const { familyId, mother, father, coordinator, viewId } = family;
		const comment = { kind: "comment", about: "plan", text: `Dag ${turn}` };
		const edit = { text: `Nieuw ${turn}`, version: 1 };
		switch (Math.floor(turn / families.length) % 10) {
			case 0:
				return callTo(readPlan, coordinator, { familyId });
			case 1:
				return callTo(writeComment, mother, { familyId }, comment);
			// Denied: a family of others.
			case 2:
				return callTo(readPlan, father, { familyId: other.familyId === familyId ? unknownId : other.familyId });
			// Words that somebody changed meanwhile: a conflict, from the second time on.
			case 3:
				return callTo(editView, mother, { familyId, viewId }, edit);
			// A nested object of another family, and one that is somebody else's.
			case 4:
				return callTo(editView, turn % 2 ? father : mother, { familyId, viewId: turn % 2 ? viewId : other.viewId }, edit);
			// Input that is wrong, and input that cannot even be read.
			case 5:
				return callTo(writeComment, father, { familyId }, turn % 2 ? { kind: "shout" } : "{");
			// Identifiers that are unknown, or cannot exist.
			case 6:
				return callTo(readPlan, coordinator, { familyId: turn % 2 ? unknownId : "nobody" });
			// Everything that the API has, with whatever fits its form.
			default: {
				const endpoint = table[(turn * 13 + Math.floor(turn / 400)) % table.length] as Endpoint;
				const params = endpoint.params ? (sampleOf(endpoint.params, { id: unknownId }) as Record<string, string>) : {};
				return callTo(
					endpoint,
					[mother, father, family.girl, coordinator][turn % 4] as Person,
					"familyId" in params ? { ...params, familyId } : params,
					endpoint.body && sampleOf(endpoint.body, { id: unknownId }),
				);
			}
		}
	}

	it(`has exactly ${inAll} entries after ${inAll} mixed requests, one for each`, async () => {
		const { rows: before } = await owner.query<{ id: string }>("select coalesce(max(id), 0) as id from audit_entry");
		newest = before[0]?.id ?? "0";
		const sent = new Map<string, string>();
		const statuses = new Map<number, number>();
		let turn = 0;
		const worker = async () => {
			for (;;) {
				const mine = turn++;
				if (mine >= inAll) return;
				const { method, path, person, body } = callOf(mine);
				const response = await fetch(app.url + path, {
					method,
					headers: { "content-type": "application/json", authorization: `Bearer ${await app.tokenOf(person)}` },
					...(body !== undefined && { body }),
				});
				await response.arrayBuffer();
				sent.set(response.headers.get("x-request-id") ?? "", `${method} ${path} ${response.status}`);
				statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
			}
		};
		await Promise.all(Array.from({ length: parallel }, worker));
		expect(sent.size).toBe(inAll);
		const { rows } = await owner.query<{ request_id: string | null; event: string; count: number }>(
			"select request_id, min(event) as event, count(*)::int as count from audit_entry where id > $1 group by request_id",
			[newest],
		);
		const counted = new Map(rows.map((row) => [row.request_id, row.count]));
		expect([...sent].filter(([id]) => counted.get(id) !== 1).map(([id, call]) => `${counted.get(id) ?? 0} entries: ${call}`)).toEqual([]);
		expect(
			rows.filter((row) => !sent.has(row.request_id ?? "")).map((row) => `${row.count} entries without a request: ${row.event}`),
		).toEqual([]);
		expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(inAll);
		// The mix was one: each kind of answer came by the hundred.
		for (const status of [200, 201, 400, 403, 404, 409]) expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(100);
		const { rows: outcomes } = await owner.query("select outcome, count(*)::int as count from audit_entry where id > $1 group by 1", [
			newest,
		]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["denied", "failed", "success"]);
		// What succeeded and what did not, as the callers were told.
		const done = [...sent.values()].filter((call) => / 2\d\d$/.test(call)).length;
		expect(outcomes.find(({ outcome }) => outcome === "success")?.count).toBe(done);
	}, 180_000);

	it("says of each entry who, in which role, in which session, from where, and what", async () => {
		const complete = `account_id is not null and person_id is not null and session_id is not null and request_id is not null
			and client_address is not null and ground is not null`;
		const { rows } = await owner.query(
			`select event, outcome, count(*)::int as count from audit_entry
				where id > $1 and not (${complete} and (relation is not null or outcome = 'denied')) group by 1, 2`,
			[newest],
		);
		expect(rows).toEqual([]);
		// Only where an address cannot exist nobody was entered, and the role is not known.
		const { rows: unknown } = await owner.query("select distinct event from audit_entry where id > $1 and relation is null", [newest]);
		expect(unknown).toEqual([{ event: "get /api/families/{familyId}/plan" }]);
	});
});
