import { pathOf } from "@samenplan/contract/client";
import { endpoints } from "@samenplan/contract/endpoints";
import { sampleOf } from "@samenplan/testing/sample";
import type { Person, TestFamily } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

const unknownId = "019a0000-0000-7000-8000-00000000dead";
const reads = endpoints.filter(({ method, right }) => method === "get" && right !== "public");

describe("when the log cannot be written", () => {
	let app: TestApp;
	let family: TestFamily;
	let everyone: Person[];
	let owner: pg.Client;
	beforeAll(async () => {
		app = await startTestApp({ LOG_LEVEL: "silent" });
		family = await app.world.newFamily({ name: "Gezin Klaproos" });
		const officer = await app.world.staff(["scientist", "team_lead", "administrator", "privacy_officer"]);
		everyone = [family.coordinator, family.mother, officer];
		for (const person of everyone) await app.tokenOf(person);
		owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
	});
	afterAll(async () => {
		await owner.end();
		await app.stop();
	});

	async function ask(person: Person, endpoint: (typeof reads)[number], token?: string) {
		const params = { ...(endpoint.params && (sampleOf(endpoint.params, { id: unknownId }) as object)), familyId: family.familyId };
		const query = endpoint.path === "/api/audit/subjects" ? "?words=Klap" : "";
		const stop = new AbortController();
		const response = await fetch(app.url + pathOf(endpoint, params) + query, {
			signal: stop.signal,
			headers: { authorization: `Bearer ${token ?? (await app.tokenOf(person))}` },
		});
		const text = response.headers.get("content-type")?.includes("event-stream") ? "open" : await response.text();
		stop.abort();
		return { status: response.status, text };
	}

	/** The owner of the database makes every insert into the log fail while this runs. */
	async function withoutLog(work: () => Promise<void>): Promise<void> {
		await owner.query(
			`create function public.log_is_broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
		);
		await owner.query("create trigger log_is_broken before insert on audit_entry for each row execute function public.log_is_broken()");
		try {
			await work();
		} finally {
			await owner.query("drop trigger log_is_broken on audit_entry");
			await owner.query("drop function public.log_is_broken()");
		}
	}

	it("no read of any kind shows anything, to whom it was allowed or refused", async () => {
		const ofNormal = new Map<string, number>();
		for (const endpoint of reads)
			for (const person of everyone) ofNormal.set(`${person.personId} ${endpoint.path}`, (await ask(person, endpoint)).status);
		// Allowed, refused and unknown are all among them.
		expect(new Set(ofNormal.values())).toEqual(new Set([200, 400, 403, 404].filter((status) => [...ofNormal.values()].includes(status))));
		expect([...ofNormal.values()].filter((status) => status === 200).length).toBeGreaterThan(20);
		expect([...ofNormal.values()].filter((status) => status === 403).length).toBeGreaterThan(20);
		await withoutLog(async () => {
			for (const endpoint of reads)
				for (const person of everyone) {
					const { status, text } = await ask(person, endpoint);
					expect.soft({ path: endpoint.path, status }).toEqual({ path: endpoint.path, status: 500 });
					expect.soft(JSON.parse(text)).toMatchObject({ code: "unexpected" });
					expect.soft(text).not.toMatch(/Klaproos|Moeder|Vader/);
				}
		});
		for (const endpoint of reads.slice(0, 10))
			for (const person of everyone) expect((await ask(person, endpoint)).status).toBe(ofNormal.get(`${person.personId} ${endpoint.path}`));
	}, 60_000);

	it("a session that ended is not even told so", async () => {
		const [first] = reads as [(typeof reads)[number]];
		const token = await app.tokenOf(family.father);
		await owner.query("update session set ended_at = now() where account_id = $1", [family.father.accountId]);
		expect((await ask(family.father, first, token)).status).toBe(401);
		await withoutLog(async () => expect((await ask(family.father, first, token)).status).toBe(500));
		const { rows } = await owner.query("select outcome, person_id from audit_entry where account_id = $1 order by id desc limit 1", [
			family.father.accountId,
		]);
		expect(rows).toEqual([{ outcome: "denied", person_id: family.father.personId }]);
	});

	it("no write changes anything either", async () => {
		await withoutLog(async () => {
			const response = await fetch(`${app.url}/api/families/${family.familyId}/comments`, {
				method: "POST",
				headers: { authorization: `Bearer ${await app.tokenOf(family.mother)}`, "content-type": "application/json" },
				body: JSON.stringify({ kind: "comment", about: "plan", text: "Dag" }),
			});
			expect(response.status).toBe(500);
		});
		expect(await app.world.db.comment.count({ where: { familyId: family.familyId } })).toBe(0);
	});
});
