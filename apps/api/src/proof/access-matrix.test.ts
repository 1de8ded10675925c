import { dutyAllows, grantOf, isFamilyRight } from "@samenplan/access/policy";
import type { DutyRight, FamilyRight } from "@samenplan/access/rights";
import { familyTables } from "@samenplan/access/tables";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { plantRows } from "@samenplan/testing/planted-rows";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { type Answer, type Ask, askerOf, unknownId } from "./ask.ts";
import { type Cast, type CastMember, gatherCast } from "./cast.ts";
import { runSqlMatrix } from "./sql-matrix.ts";

/** Generated from the endpoint table and the policy: every endpoint x every kind of caller in every state, without exemption. */
const named = (list: readonly Endpoint[]) => list.map((each) => [`${each.method} ${each.path}`, each] as const);
const inFamily = endpoints.filter((each) => each.path.includes("{familyId}"));
const byDuty = endpoints.filter((each) => !each.path.includes("{familyId}") && each.right !== "signed-in" && each.right !== "public");
const aboutOneself = endpoints.filter((each) => each.right === "signed-in");
const forAnyone = endpoints.filter((each) => each.right === "public");

describe("the access matrix", () => {
	let app: TestApp;
	let cast: Cast;
	let ask: Ask;
	let cells = 0;
	/** What each caller got at each endpoint of the family. */
	const got = new Map<string, Map<Endpoint, Answer>>();

	beforeAll(async () => {
		app = await startTestApp({ POOL_SIZE: "8" });
		cast = await gatherCast(app.world, app.services.config.SECRET);
		const people = ["parent with authority", "the other parent with authority", "coordinator", "network member", "other professional"];
		await plantRows(
			app.ownerUrl,
			cast.family,
			people.map((name) => cast.named(name).person?.personId as string),
		);
		ask = askerOf(app.url);
	}, 120_000);
	afterAll(async () => {
		process.stdout.write(`access matrix over HTTP: ${cells} cells over ${endpoints.length} endpoints and ${cast.members.length} callers\n`);
		await app.stop();
	});

	async function everyone(work: (member: CastMember) => Promise<void>): Promise<void> {
		const waiting = [...cast.members];
		const one = async () => {
			for (let member = waiting.shift(); member; member = waiting.shift()) {
				await work(member);
				cells += 1;
			}
		};
		await Promise.all([one(), one(), one(), one()]);
	}

	it("has a place for every endpoint", () => {
		expect(inFamily.length + byDuty.length + aboutOneself.length + forAnyone.length).toBe(endpoints.length);
		expect(inFamily.filter((each) => !isFamilyRight(each.right)).map((each) => `${each.right} ${each.path}`)).toEqual([]);
	});

	it.each(named(inFamily))("%s opens to each caller exactly as the policy says", async (_name, endpoint) => {
		const right = endpoint.right as FamilyRight;
		await everyone(async (member) => {
			const who = member.name;
			const real = await ask(endpoint, member.token, { familyId: cast.family.familyId });
			got.set(who, (got.get(who) ?? new Map()).set(endpoint, real));
			expect.soft(real.status, `${who}: ${real.code}`).toBeLessThan(500);
			if (!member.signedIn) return void expect.soft({ who, ...real }).toMatchObject({ who, status: 401, code: "sign-in-needed" });
			if (member.relations.length === 0) {
				const unknown = await ask(endpoint, member.token, { familyId: unknownId });
				expect.soft({ who, ...real }).toEqual({ who, ...unknown });
				return void expect.soft({ who, code: real.code }).toEqual({ who, code: "not-found" });
			}
			const grant = grantOf(right, member.relations);
			if (grant === undefined)
				return void expect.soft({ who, status: real.status, code: real.code }).toEqual({ who, status: 403, code: "not-allowed" });
			if (grant === "yes") expect.soft([401, 403].includes(real.status), `${who} may: ${real.status} ${real.code}`).toBe(false);
		});
	});

	it.each(named(byDuty))("%s opens to each duty exactly as the policy says", async (_name, endpoint) => {
		await everyone(async (member) => {
			const who = member.name;
			const { status, code } = await ask(endpoint, member.token, {});
			if (!member.signedIn) expect.soft({ who, status, code }).toEqual({ who, status: 401, code: "sign-in-needed" });
			else if (dutyAllows(endpoint.right as DutyRight, member.duties))
				expect.soft([401, 403].includes(status) || status >= 500, `${who} may: ${status} ${code}`).toBe(false);
			else expect.soft({ who, status, code }).toEqual({ who, status: 403, code: "not-allowed" });
		});
	});

	// Before anyone ends their own sessions.
	it("agrees with the same matrix in the database", async () => {
		const sql = await runSqlMatrix(app, cast);
		expect(sql.differences).toEqual([]);
		const differences: unknown[] = [];
		let compared = 0;
		for (const member of cast.members) {
			const answers = got.get(member.name) ?? new Map<Endpoint, Answer>();
			const inside = [...answers.values()].some(({ status }) => status === 403 || status < 300);
			// What is not their own is refused them for that, and says nothing of the right.
			const refused = (right: FamilyRight, code: string | undefined) =>
				code === "not-allowed" && grantOf(right, member.relations) !== "own";
			const opened = (rights: readonly FamilyRight[]) =>
				inside &&
				[...answers].some(([{ right }, { code }]) => rights.includes(right as FamilyRight) && !refused(right as FamilyRight, code));
			const inEmergency = member.relations.join() === "emergency";
			for (const [table, { opens, changes, closedInEmergency }] of Object.entries(familyTables)) {
				const seen = sql.seen.get(`${member.name} ${table}`)?.size ?? 0;
				if (opens.length === 1 && (opens[0] === "plan" || opens[0] === "safety")) {
					const http = opened([opens[0] === "plan" ? "plan.read" : "safety.read", "request.export"]) && !(inEmergency && closedInEmergency);
					if (http !== seen > 0) differences.push({ who: member.name, table, deed: "read", http, sql: seen });
					compared += 1;
				}
				const changed = sql.changed.get(`${member.name} ${table}`)?.size ?? 0;
				if (changes.length > 0 && changed > 0 && !opened(changes))
					differences.push({ who: member.name, table, deed: "change", sql: changed });
				compared += 1;
			}
		}
		process.stdout.write(`HTTP and SQL compared: ${compared} cells; in SQL alone: ${sql.cells}\n`);
		expect(differences).toEqual([]);
	}, 60_000);

	it.each(named(aboutOneself))("%s asks everyone to be signed in, and nothing else", async (_name, endpoint) => {
		await everyone(async (member) => {
			const who = member.name;
			// Such a call can end the session it is made in.
			const { status, code } = await ask(endpoint, member.signedIn ? await cast.freshToken(member) : member.token, {});
			if (!member.signedIn) expect.soft({ who, status, code }).toEqual({ who, status: 401, code: "sign-in-needed" });
			else expect.soft(status === 401 || status >= 500, `${who} may: ${status} ${code}`).toBe(false);
		});
	});

	it.each(named(forAnyone))(
		"%s answers anyone, signed in or not",
		async (_name, endpoint) => {
			await everyone(async (member) => {
				const { status, code } = await ask(endpoint, member.signedIn ? await cast.freshToken(member) : member.token, {});
				expect.soft(status < 500 || code === "unavailable", `${member.name}: ${status} ${code}`).toBe(true);
			});
			// The demo clock plans every reminder anew for each of them.
		},
		120_000,
	);
});
