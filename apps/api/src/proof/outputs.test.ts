import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { dutyAllows, grantOf } from "@samenplan/access/policy";
import type { DutyRight, FamilyRight } from "@samenplan/access/rights";
import { mayReadRow, type RowFacts } from "@samenplan/access/rows";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { type Planted, type PlantedRow, plantRows, rowsOf } from "@samenplan/testing/planted-rows";
import { sampleOf } from "@samenplan/testing/sample";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { askInFull, type FullAnswer } from "./ask.ts";
import { type Cast, type CastMember, gatherCast } from "./cast.ts";
import { contactsOf, mayReadField, plantContacts } from "./contacts.ts";
import { type Fields, fieldsIn } from "./fields.ts";
import { idsFor, nestedParameters } from "./objects.ts";
import { fillVersions } from "./planted.ts";
import { shareInEveryWay } from "./planted-shares.ts";
import { factsFor, readerOf } from "./row-facts.ts";

/** Everything that leaves the product, walked once as everyone, and looked at for what should not be there. */
const reads = endpoints.filter((each) => each.method === "get" && !each.demo);
const writes = endpoints.filter((each) => each.method !== "get" && !each.demo && each.path.includes("{familyId}"));
const word = /geheim[a-z]{4,}qz/g;
const fieldsFile = join(import.meta.dirname, "fields-per-relation.json");
/** A read writes its entry in the log, that somebody was here, and how often a code was guessed. */
const touchedByReading = ["audit_entry", "session", "guess_limit"];
/** Told to whoever has this work in the organisation, beside who reads the row. */
const toldByDuty: Record<string, readonly DutyRight[]> = {
	"emergency_access.words": ["emergency.hear"],
	"emergency_access.verdict_words": ["emergency.hear"],
	"account_recovery.reason": ["recovery.read"],
	"account_recovery.new_email": ["recovery.read"],
	"account_recovery.decided_words": ["recovery.read"],
	"family.name": ["emergency.hear", "reviews.read", "retention.read", "requests.read"],
};
/** Told to whoever has this right in the family, beside who reads the row. */
const toldByRight: Record<string, FamilyRight> = {
	"account_recovery.reason": "invitations.write",
	"account_recovery.new_email": "invitations.write",
	"account_recovery.decided_words": "invitations.write",
};
/** Who a row is about or from: what somebody gets who asks for everything about themselves. */
const whose = ["written_by", "person_id", "author_id", "parent_id", "about_person_id", "asked_by", "recorded_by", "invited_by"];

describe("everything that leaves the product", () => {
	let app: TestApp;
	let cast: Cast;
	let rows: PlantedRow[];
	let planted: Map<string, Planted>;
	let owner: pg.Client;
	const lines: string[] = [];
	const facts = new Map<string, RowFacts>();
	let outputs = 0;
	const leaks = new Set<string>();
	const found = new Set<string>();
	const fields: Fields = {};
	const changedByReading: string[] = [];

	beforeAll(async () => {
		const kept = new Writable({
			write: (line, _encoding, done) => {
				lines.push(String(line));
				done();
			},
		});
		const log = pino({ level: "debug" }, kept);
		app = await startTestApp({ CHECK_RESPONSES: "0", POOL_SIZE: "6" }, log);
		cast = await gatherCast(app.world, app.services.config.SECRET);
		const of = (name: string) => cast.named(name).person?.personId as string;
		const people = [
			"parent with authority",
			"the other parent with authority",
			"coordinator",
			"young person of 13",
			"network member",
			"other professional",
			"parent without authority",
		].map(of);
		owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
		const texts = await plantRows(app.ownerUrl, cast.family, people, of("coordinator"));
		texts.push(...(await plantContacts(owner, cast.family.familyId, people)));
		await shareInEveryWay(owner, cast);
		await fillVersions(owner, cast.family.familyId);
		planted = new Map(texts.map((each) => [each.text, each]));
		rows = [...(await rowsOf(app.ownerUrl, cast.family.familyId)), ...(await contactsOf(owner, people))];
		for (const member of cast.members) facts.set(member.name, await factsFor(owner, member, rows));
		await walkReads(people);
		await walkWrites(people);
	}, 300_000);
	afterAll(async () => {
		await owner.end();
		await app.stop();
	});

	/** Whether this text is meant for this caller. */
	function isFor({ table, column, key }: Planted, member: CastMember, everythingOf: string | undefined, onRequest: boolean): boolean {
		if (!member.signedIn) return false;
		const duties = toldByDuty[`${table}.${column}`] ?? [];
		if (member.organisationId === cast.named("coordinator").organisationId && duties.some((right) => dutyAllows(right, member.duties)))
			return true;
		const right = toldByRight[`${table}.${column}`];
		if (right && grantOf(right, member.relations) === "yes") return true;
		const row = rows.find((each) => each.table === table && each.key === key);
		const of = facts.get(member.name) as RowFacts;
		// A version that was shared says its goals and its help in short, in the words of then.
		const inShort = ["goal.text", "help.what", "help.provider"].includes(`${table}.${column}`);
		if (inShort && rows.some(({ table: of, row: { id } }) => of === "plan_version" && facts.get(member.name)?.sharedIds.has(id as string)))
			return true;
		if (!row) throw new Error(`No row ${key} in ${table}.`);
		const contact = mayReadField(table, column, row.row, readerOf(member), rows);
		if (contact !== undefined) return contact;
		if (
			onRequest &&
			everythingOf !== undefined &&
			isGivenOut(table, column, row.row, everythingOf, member.duties.includes("privacy_officer"))
		)
			return true;
		if (everythingOf !== undefined && isOwn(table, row.row, everythingOf, member)) return true;
		return mayReadRow(table, row.row, readerOf(member), of);
	}

	/** What professionals keep and give out on a request that was granted. */
	function isGivenOut(table: string, column: string, row: Record<string, unknown>, about: string, weighs: boolean): boolean {
		// Why one is withheld is for the privacy officer alone, who weighs it.
		if (table === "work_note")
			return (
				(row.about_person_id === null || row.about_person_id === about) &&
				(column === "text" ? row.release === "on_request" : column === "withheld_because" && row.release === "withheld" && weighs)
			);
		return table === "view" && row.audience === "staff" && row.about_person_id === about;
	}

	/**
	 * What somebody gets who asks for everything about themselves. What professionals keep about them they ask for; what is for the
	 * family or for named people goes to nobody else, so not through the privacy officer's hands either.
	 */
	function isOwn(table: string, row: Record<string, unknown>, personId: string, by: CastMember): boolean {
		const answered = (each: PlantedRow) =>
			each.table === "consent_answer" && each.row.consent_id === row.id && each.row.person_id === personId;
		if (table === "consent" && rows.some(answered)) return true;
		const self = by.person?.personId === personId;
		switch (row.audience) {
			case "staff":
				return row.written_by === personId;
			case "family":
				return self && whose.some((column) => row[column] === personId);
			case "named":
				return self && (row.written_by === personId || (row.readers as string[]).includes(personId));
			default:
				return whose.some((column) => row[column] === personId);
		}
	}

	function look(where: string, member: CastMember | undefined, text: string, everythingOf?: string, onRequest = false): void {
		outputs += 1;
		for (const [token] of text.matchAll(word)) {
			const of = planted.get(token);
			if (!of) continue;
			if (member && isFor(of, member, everythingOf, onRequest)) found.add(`${of.table}.${of.column}`);
			else leaks.add(`${of.table}.${of.column} in ${where}${member ? ` as ${member.name}` : ""}`);
		}
	}
	function lookAt(endpoint: Endpoint, member: CastMember, answer: FullAnswer, params: Record<string, string>): void {
		const where = `${endpoint.method} ${endpoint.path} (${answer.status})`;
		look(where, member, answer.text, whoseData(endpoint, member, params), params.requestId !== undefined);
		look(`headers of ${where}`, undefined, [...answer.headers].join("\n"));
	}

	/** Whose own data an export is of: the caller's, or that of who asked for it. */
	function whoseData({ right }: Endpoint, member: CastMember, params: Record<string, string>): string | undefined {
		if (right === "my_data.export") return member.person?.personId;
		if (right !== "request.export" && right !== "request.handle") return undefined;
		return rows.find((each) => each.table === "privacy_request" && each.key === params.requestId)?.row.about_person_id as
			| string
			| undefined;
	}

	async function walkReads(people: readonly string[]): Promise<void> {
		let before = await fingerprints();
		for (const endpoint of reads) {
			for (const params of addresses(endpoint, people)) {
				await everyone(async (member) => {
					for (let asked: Record<string, string> | undefined, more = true; more; ) {
						const answer = await askInFull(app.url, endpoint, member.token, params, undefined, asked);
						lookAt(endpoint, member, answer, params);
						const json = answer.status === 200 && answer.headers.get("content-type")?.includes("application/json");
						const read = json ? JSON.parse(answer.text) : undefined;
						if (json) fieldsIn(fields, `${endpoint.method} ${endpoint.path}`, member, read);
						// A list that comes in pages is read to its end.
						asked = typeof read?.next === "string" ? { after: read.next } : undefined;
						more = asked !== undefined;
					}
				});
			}
			const after = await fingerprints();
			for (const [table, print] of after)
				if (before.get(table) !== print && !touchedByReading.includes(table)) changedByReading.push(`${endpoint.path} changed ${table}`);
			before = after;
		}
	}

	/** Problems of writes: what a conflict shows as the present text is an output too. */
	async function walkWrites(people: readonly string[]): Promise<void> {
		for (const endpoint of writes) {
			const sample = endpoint.body && (sampleOf(endpoint.body) as Record<string, unknown>);
			const body = sample && "version" in sample ? { ...sample, version: 999_999 } : sample;
			for (const params of addresses(endpoint, people).slice(0, 4))
				await everyone(async (member) => {
					if (member.relations.length > 0) lookAt(endpoint, member, await askInFull(app.url, endpoint, member.token, params, body), params);
				});
		}
	}

	/** Every way to fill in an address: each of a few rows for its last parameter. */
	function addresses(endpoint: Endpoint, people: readonly string[]): Record<string, string>[] {
		const { familyId } = cast.family;
		const nested = nestedParameters(endpoint.path);
		const last = nested.at(-1);
		const base = Object.fromEntries(nested.map((name) => [name, idsFor(name, rows, people)[0]]).filter(([, id]) => id !== undefined));
		const ids = last ? idsFor(last, rows, people) : [];
		if (last === "requestId" && !rows.some(({ row }) => row.kind === "inspection" && row.state === "done"))
			throw new Error("Plant an inspection that is done: otherwise no file is looked through.");
		return ids.length === 0 ? [{ ...base, familyId }] : ids.map((id) => ({ ...base, familyId, [last as string]: id }));
	}

	async function everyone(work: (member: CastMember) => Promise<void>): Promise<void> {
		const waiting = [...cast.members];
		const one = async () => {
			for (let member = waiting.shift(); member; member = waiting.shift()) await work(member);
		};
		await Promise.all([one(), one(), one(), one()]);
	}

	async function fingerprints(): Promise<Map<string, string>> {
		const { rows: tables } = await owner.query("select tablename::text as name from pg_tables where schemaname = 'public'");
		const parts = tables.map(
			({ name }) =>
				`select '${name}' as name, (select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from "${name}" t) as print`,
		);
		const { rows: prints } = await owner.query(parts.join(" union all "));
		return new Map(prints.map(({ name, print }) => [name, print]));
	}

	it("holds no text for anyone who may not read it: no answer, list, search, problem, header or stream", async () => {
		look("openapi.json", undefined, await (await fetch(`${app.url}/api/openapi.json`)).text());
		process.stdout.write(
			`planted: ${planted.size} texts in ${new Set([...planted.values()].map((each) => `${each.table}.${each.column}`)).size} fields; looked at ${outputs} outputs; read where they may be: ${found.size} fields\n`,
		);
		expect([...leaks].sort()).toEqual([]);
	});

	it("does show texts to whom they are for, or the walk would prove nothing", () => {
		expect([...found]).toEqual(expect.arrayContaining(["view.text", "goal.text", "comment.text", "step.conclusion", "family.name"]));
		expect(found.size).toBeGreaterThan(40);
	});

	it("says nothing of it in the log, and no address, token or name either", () => {
		for (const line of lines) {
			look("the log", undefined, line);
			expect.soft(line).not.toMatch(/Bearer|eyJhb|@|127\.0\.0\.1/);
		}
		expect(lines.length).toBeGreaterThan(1000);
		expect([...leaks].filter((leak) => leak.includes("the log"))).toEqual([]);
	});

	it("mails nothing of it, and keeps nothing of it in the entries of who looked", async () => {
		const { rows: mails } = await owner.query("select subject, text, to_email from mail where id::text <> all ($1)", [
			[...planted.values()].filter(({ table }) => table === "mail").map(({ key }) => key),
		]);
		for (const mail of mails) look("a mail", undefined, Object.values(mail).join("\n"));
		const { rows: entries } = await owner.query("select e::text as entry from audit_entry e");
		for (const { entry } of entries) look("an entry of the log", undefined, entry);
		expect([...leaks].filter((leak) => /a mail|an entry/.test(leak))).toEqual([]);
	});

	it("is read without changing anything but the log and when somebody was here last", () => {
		expect(changedByReading).toEqual([]);
	});

	it("has exactly the fields that were placed for each relation; a new one is placed in fields-per-relation.json on purpose", () => {
		const seen = Object.fromEntries(
			Object.entries(fields)
				.sort(([one], [other]) => one.localeCompare(other))
				.map(([endpoint, of]) => [
					endpoint,
					Object.fromEntries(
						Object.entries(of)
							.sort(([one], [other]) => one.localeCompare(other))
							.map(([field, relations]) => [field, [...relations].sort().join(" ")]),
					),
				]),
		);
		if (process.env.PLACE_FIELDS === "1") writeFileSync(fieldsFile, `${JSON.stringify(seen, null, "\t")}\n`);
		const placed = existsSync(fieldsFile) ? JSON.parse(readFileSync(fieldsFile, "utf8")) : {};
		const differences: string[] = [];
		for (const endpoint of new Set([...Object.keys(seen), ...Object.keys(placed)]))
			for (const field of new Set([...Object.keys(seen[endpoint] ?? {}), ...Object.keys(placed[endpoint] ?? {})]))
				if (seen[endpoint]?.[field] !== placed[endpoint]?.[field])
					differences.push(`${endpoint} ${field}: is "${seen[endpoint]?.[field] ?? ""}", placed for "${placed[endpoint]?.[field] ?? ""}"`);
		expect(differences).toEqual([]);
	});
});
