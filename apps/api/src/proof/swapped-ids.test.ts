import { grantOf } from "@samenplan/access/policy";
import { relations } from "@samenplan/access/relations";
import type { FamilyRight } from "@samenplan/access/rights";
import { endpoints } from "@samenplan/contract/endpoints";
import { familyTablesOf, plantRows, rowsOf } from "@samenplan/testing/planted-rows";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { askInFull, type FullAnswer, unknownId } from "./ask.ts";
import { type Cast, type CastMember, gatherCast } from "./cast.ts";
import { nestedParameters } from "./objects.ts";
import { type Ground, swapsOf } from "./swaps.ts";

/**
 * Whoever puts an identifier of another family into a call under their own is answered as if there were no such thing, and nothing
 * changes. Generated from the endpoint table: every place of an address or a body that names an object or a person.
 */
const inFamily = endpoints.filter((each) => each.path.includes("{familyId}") && (nestedParameters(each.path).length > 0 || each.body));

describe("an identifier of another family", () => {
	let app: TestApp;
	let cast: Cast;
	let owner: pg.Client;
	let own: Ground;
	let other: Ground;
	let tables: { name: string; where: string }[];
	let callers: Map<string, CastMember>;
	let calls = 0;
	const places = new Set<string>();
	/** Places that something else of the call kept from being looked at. */
	const unreached = new Set<string>();

	beforeAll(async () => {
		app = await startTestApp({ CHECK_RESPONSES: "0", POOL_SIZE: "6", LOG_LEVEL: "silent" });
		cast = await gatherCast(app.world, app.services.config.SECRET);
		const of = (name: string) => cast.named(name).person?.personId as string;
		const people = ["parent with authority", "the other parent with authority", "young person of 13", "coordinator", "network member"].map(
			of,
		);
		const { mother, father, girl, boy, coordinator } = cast.other;
		const others = [mother, father, girl, boy].map(({ personId }) => personId);
		await plantRows(app.ownerUrl, cast.family, people, of("coordinator"));
		await plantRows(app.ownerUrl, cast.other, others, coordinator.personId);
		own = { rows: await rowsOf(app.ownerUrl, cast.family.familyId), persons: people };
		other = { rows: await rowsOf(app.ownerUrl, cast.other.familyId), persons: others };
		owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
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

	async function fingerprints(): Promise<Record<string, string>> {
		const parts = tables.map(
			({ name, where }) =>
				`select '${name}' as name, (select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from "${name}" t ${where}) as print`,
		);
		const { rows } = await owner.query(parts.join(" union all "), [[cast.family.familyId, cast.other.familyId]]);
		return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
	}

	/** What the caller can tell apart; the number of a request and the identifier they sent say nothing. */
	function told({ status, text }: FullAnswer, id: string): { status: number; answer: unknown } {
		const answer = text.startsWith("{") ? JSON.parse(text.replaceAll(id, "{id}")) : text;
		if (typeof answer === "object") delete (answer as { requestId?: string }).requestId;
		return { status, answer };
	}

	it.each(inFamily.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"in %s is answered like one that nothing has",
		async (name, endpoint) => {
			const before = await fingerprints();
			for (const swap of swapsOf(endpoint, cast.family.familyId, own, other)) {
				const place = `${name} ${swap.place}`;
				places.add(place);
				let reached = false;
				const seen = new Set<string>();
				const tried = async ([relation, member]: [string, CastMember]) => {
					if (grantOf(endpoint.right as FamilyRight, [relation as never]) === undefined) return;
					const send = async (id: string) => {
						const { params, body } = swap.call(id);
						calls += 1;
						return told(await askInFull(app.url, endpoint, member.token, params, body), id);
					};
					const none = await send(unknownId);
					for (const id of swap.ids) {
						const swapped = await send(id);
						expect.soft({ place, relation, ...swapped }).toEqual({ place, relation, ...none });
						expect.soft(swapped.status, `${place} as ${relation}`).toBeGreaterThanOrEqual(400);
					}
					seen.add(JSON.stringify(none.answer));
					if (none.status === 404 || JSON.stringify(none.answer).includes("unknown-person")) reached = true;
				};
				await Promise.all([...callers].map(tried));
				if (!reached) unreached.add(`${place} ${JSON.stringify([...seen])}`);
			}
			const after = await fingerprints();
			expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
		},
		30_000,
	);

	it("was looked at in every place", () => {
		expect(places.size).toBeGreaterThan(120);
		expect([...unreached]).toEqual([]);
	});
});
