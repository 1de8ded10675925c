import { grantOf } from "@samenplan/access/policy";
import { type Relation, relations } from "@samenplan/access/relations";
import type { FamilyRight } from "@samenplan/access/rights";
import { endpoints } from "@samenplan/contract/endpoints";
import type { Problem } from "@samenplan/contract/problem";
import { familyTablesOf, plantRows, rowsOf } from "@samenplan/testing/planted-rows";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { askInFull, type FullAnswer, unknownId } from "./ask.ts";
import { type Cast, type CastMember, gatherCast } from "./cast.ts";
import { nestedParameters } from "./objects.ts";
import { type Ground, swapsOf, turns } from "./swaps.ts";

/**
 * Whoever puts an identifier of another family into a call under their own is answered as if there were no such thing, and nothing
 * changes. Generated from the endpoint table: every place of an address or a body that names an object or a person.
 */
const inFamily = endpoints.filter((each) => each.path.includes("{familyId}") && (nestedParameters(each.path).length > 0 || each.body));

type Told = { status: number; answer: unknown };

describe("an identifier of another family", () => {
	let app: TestApp;
	let cast: Cast;
	let owner: pg.Client;
	let own: Ground;
	let other: Ground;
	let tables: { name: string; where: string }[];
	let callers: Map<Relation, CastMember>;
	let calls = 0;
	const places = new Set<string>();
	const looked = new Set<string>();
	/** What was answered where something else of the call was in the way. */
	const others = new Map<string, string[]>();

	beforeAll(async () => {
		app = await startTestApp({ CHECK_RESPONSES: "0", POOL_SIZE: "6", LOG_LEVEL: "silent" });
		owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
		cast = await gatherCast(app.world, app.services.config.SECRET);
		const of = (name: string) => cast.named(name).person?.personId as string;
		const people = ["parent with authority", "the other parent with authority", "young person of 13", "coordinator", "network member"].map(
			of,
		);
		const { mother, father, girl, boy, coordinator } = cast.other;
		const others = [mother, father, girl, boy].map(({ personId }) => personId);
		await plantRows(app.ownerUrl, cast.family, people, of("coordinator"));
		await plantRows(app.ownerUrl, cast.other, others, coordinator.personId);
		people.push(cast.family.boy.personId);
		await makeEverythingPossible(cast.family.familyId);
		own = { rows: await rowsOf(app.ownerUrl, cast.family.familyId), persons: people, standIn: of("scientist with an open review") };
		other = { rows: await rowsOf(app.ownerUrl, cast.other.familyId), persons: others };
		tables = (await familyTablesOf(app.ownerUrl))
			.filter(({ name }) => name !== "audit_entry")
			.map(({ name }) => ({ name, where: `where ${name === "family" ? "id" : "family_id"} = any ($1)` }));
		tables.push({ name: "person", where: "where $1::uuid[] is not null" });
		callers = new Map(
			relations.map((relation) => {
				const member = cast.members.find((each) => each.signedIn && !each.through && each.relations.join() === relation);
				if (!member) throw new Error(`Nobody of the cast is just ${relation}.`);
				return [relation, member];
			}),
		);
	}, 120_000);
	afterAll(async () => {
		process.stdout.write(`swapped identifiers: ${calls} calls over ${places.size} places\n`);
		await owner.end();
		await app.stop();
	});

	/** Far enough in the plan that no move before it is in the way. */
	async function makeEverythingPossible(familyId: string): Promise<void> {
		for (const change of [
			"step set state = case when kind in ('strengths', 'help', 'evaluate') then 'in_progress' else 'concluded' end::step_state, concluded_at = now()",
			"goal set state = 'active'",
			"plan set group_plan_offered_on = current_date, group_plan_answer = 'no'",
			"privacy_request set state = 'received', identity_how = 'x', identity_checked_at = now()",
		])
			await owner.query(`update ${change} where family_id = $1`, [familyId]);
	}

	async function fingerprints(): Promise<Record<string, string>> {
		const parts = tables.map(
			({ name, where }) =>
				`select '${name}' as name, (select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from "${name}" t ${where}) as print`,
		);
		const { rows } = await owner.query(parts.join(" union all "), [[cast.family.familyId, cast.other.familyId]]);
		return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
	}

	/** What the caller can tell apart; the number of a request and the identifier they sent say nothing. */
	function told({ status, text }: FullAnswer, id: string): Told {
		const answer = text.startsWith("{") ? JSON.parse(text.replaceAll(id, "{id}")) : text;
		if (typeof answer === "object") delete (answer as { requestId?: string }).requestId;
		return { status, answer };
	}

	/** Whether the answer was about the identifier, and not about something else of the call. */
	function isAbout(slot: string, { status, answer }: Told): boolean {
		const { errors = [], reasons = [], code } = (typeof answer === "object" ? answer : {}) as Partial<Problem>;
		const path = slot.replace(/ .*$/, "").replace(/^body\./, "");
		const says: Record<string, boolean> = {
			was: code === "conflict",
			consentId: reasons.includes("consent-needed"),
			"agreedBy.0": reasons.includes("parents-agree-first"),
		};
		return (
			says[path] ||
			status === 404 ||
			errors.some((each) => each.path === path || (each.code === "unknown-person" && path.startsWith(`${each.path}.`)))
		);
	}

	it.each(inFamily.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"in %s is answered like one that nothing has",
		async (name, endpoint) => {
			const may = [...callers].filter(([relation]) => grantOf(endpoint.right as FamilyRight, [relation]) !== undefined);
			const before = await fingerprints();
			for (const { place, ids, call } of swapsOf(endpoint, cast.family.familyId, own, other)) {
				const where = `${name} ${place}`;
				places.add(where);
				const answers = new Set<string>();
				let about = false;
				for (let turn = 0; turn < turns && !about; turn++)
					await Promise.all(
						may.map(async ([relation, member]) => {
							const send = async (id: string) => {
								const { params, body } = call(id, turn);
								calls += 1;
								return told(await askInFull(app.url, endpoint, member.token, params, body), id);
							};
							const none = await send(unknownId);
							answers.add(JSON.stringify(none.answer));
							about ||= isAbout(place, none);
							for (const id of ids) {
								const swapped = await send(id);
								expect.soft({ where, relation, ...swapped }).toEqual({ where, relation, ...none });
								expect.soft(swapped.status, `${where} as ${relation}`).toBeGreaterThanOrEqual(400);
							}
						}),
					);
				if (about) looked.add(where);
				else others.set(where, [...answers]);
			}
			const after = await fingerprints();
			expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
		},
		30_000,
	);

	it("was looked at in every place", () => {
		expect(places.size).toBeGreaterThan(150);
		expect([...others].filter(([where]) => !looked.has(where))).toEqual([]);
	});
});
