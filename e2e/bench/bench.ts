import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signAccessToken } from "@samenplan/api/http/tokens";
import { wholePlanSql } from "@samenplan/api/plans/read-plan";
import { startApi } from "@samenplan/launcher/api-process";
import { appUrl, ensureAppRole } from "@samenplan/prisma/app-role";
import { migrate } from "@samenplan/prisma/migrate";
import { startEmbeddedPostgres } from "@samenplan/testing/embedded-postgres";
import autocannon from "autocannon";
import pg from "pg";
import { fillWithFamilies } from "./fill.ts";

/**
 * Measures the three reads and writes that count beside a bare Express + `pg` server doing the same work (see bare.ts), on the
 * same database, in turns, so that both meet the same machine. Prints a table and writes results.json.
 *
 * `BENCH_FAMILIES=1000,10000` sizes, `BENCH_SECONDS=6` per measurement, `BENCH_TURNS=3` turns of which the
 * median counts, `BENCH_ONLY=plan` cases whose name contains it.
 */
const sizes = (process.env.BENCH_FAMILIES ?? "1000,10000").split(",").map(Number);
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
const turns = Number(process.env.BENCH_TURNS ?? 3);
const connections = 10;
const secret = "only-for-measuring-only-for-measuring";
const password = "only-for-measuring";

type Reader = { token: string; who: string; families: string[] };
type Row = {
	name: string;
	families: number;
	ours: number;
	bare: number;
	ratio: number;
	naked?: number;
	p50: number;
	p975: number;
	bareP975: number;
};
type Measured = { perSecond: number; p50: number; p975: number };
type Target = { method?: "POST"; body?: string; at: (reader: Reader) => { path: string; headers: Record<string, string> } };

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const auth = ({ token }: Reader) => ({ authorization: `Bearer ${token}` });
const comment = JSON.stringify({ kind: "comment", about: "plan", text: "Vandaag ging het eten rustig.", audience: "core" });
const json = { "content-type": "application/json" };

const cases: { name: string; ours: Target; bare: Target; naked?: Target }[] = [
	{
		name: "read one whole plan",
		ours: { at: (reader) => ({ path: `/api/families/${pick(reader.families)}/plan`, headers: auth(reader) }) },
		bare: { at: (reader) => ({ path: `/plan/${pick(reader.families)}`, headers: { "x-who": reader.who } }) },
		naked: { at: (reader) => ({ path: `/plan/${pick(reader.families)}?naked`, headers: {} }) },
	},
	{
		name: "caseload of 40 families",
		ours: { at: (reader) => ({ path: "/api/caseload", headers: auth(reader) }) },
		bare: { at: (reader) => ({ path: "/caseload", headers: { "x-who": reader.who } }) },
	},
	{
		name: "write one comment",
		ours: {
			method: "POST",
			body: comment,
			at: (reader) => ({ path: `/api/families/${pick(reader.families)}/comments`, headers: { ...auth(reader), ...json } }),
		},
		bare: {
			method: "POST",
			body: comment,
			at: (reader) => ({ path: `/comments/${pick(reader.families)}`, headers: { "x-who": reader.who, ...json } }),
		},
	},
];

async function measure(base: string, target: Target, readers: readonly Reader[], forSeconds: number): Promise<Measured> {
	const result = await autocannon({
		url: base,
		connections,
		duration: forSeconds,
		requests: [
			{
				method: target.method ?? "GET",
				...(target.body !== undefined && { body: target.body }),
				setupRequest: (request) => {
					const { path, headers } = target.at(pick(readers));
					return { ...request, path, headers: { ...request.headers, ...headers } };
				},
			},
		],
	});
	if (result.non2xx > 0 || result.errors > 0)
		throw new Error(`${base} ${target.at(pick(readers)).path}: ${result.non2xx} refusals, ${result.errors} errors`);
	return { perSecond: result.requests.average, p50: result.latency.p50, p975: result.latency.p97_5 };
}

const median = (of: Measured[]): Measured => of.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(of.length / 2)] as Measured;

async function readersOf(ownerUrl: string, accounts: readonly string[]): Promise<Reader[]> {
	const db = new pg.Client({ connectionString: ownerUrl });
	await db.connect();
	try {
		return await signIn(db, accounts);
	} finally {
		await db.end();
	}
}

async function signIn(db: pg.Client, accounts: readonly string[]): Promise<Reader[]> {
	const readers: Reader[] = [];
	for (const account of accounts.slice(0, 25)) {
		const sessionId = randomUUID();
		await db.query(
			"insert into session (id, account_id, token_hash, rotated_at, expires_at) values ($1, $2, $3, now(), now() + interval '1 day')",
			[sessionId, account, sessionId],
		);
		const { rows } = await db.query(
			`select a.person_id, a.organisation_id, array_agg(i.family_id) as families from account a join involvement i on i.person_id = a.person_id where a.id = $1 group by 1, 2`,
			[account],
		);
		const { person_id: person, organisation_id: organisation, families } = rows[0];
		readers.push({
			token: signAccessToken({ accountId: account, sessionId }, secret).accessToken,
			who: JSON.stringify({ account, person, organisation }),
			families,
		});
	}
	return readers;
}

async function startBare(ownerUrl: string, port: number): Promise<ChildProcess> {
	const caseload = "select * from app.caseload()";
	const bare = fork(join(import.meta.dirname, "bare.ts"), [appUrl(ownerUrl, password), ownerUrl, wholePlanSql, caseload, String(port)], {
		env: { ...process.env, NODE_ENV: "production" },
	});
	await once(bare, "message");
	return bare;
}

const folder = mkdtempSync(join(tmpdir(), "samenplan-bench-"));
const server = await startEmbeddedPostgres({ folder, durable: true });
const rows: Row[] = [];
try {
	await ensureAppRole(server.ownerUrl, password);
	for (const families of sizes) {
		const ownerUrl = Object.assign(new URL(server.ownerUrl), { pathname: `/bench_${families}` }).href;
		const maintenance = new pg.Client({ connectionString: server.ownerUrl });
		await maintenance.connect();
		await maintenance.query(`create database bench_${families}`);
		await maintenance.end();
		await migrate(ownerUrl);
		const { coordinatorAccounts } = await fillWithFamilies(ownerUrl, families);
		const readers = await readersOf(ownerUrl, coordinatorAccounts);
		const [oursUrl, bareUrl] = ["http://127.0.0.1:4811", "http://127.0.0.1:4812"];
		const settings = {
			DATABASE_APP_URL: appUrl(ownerUrl, password),
			DATABASE_URL: "",
			HOST: "127.0.0.1",
			PORT: "4811",
			PUBLIC_URL: oursUrl,
			DEMO: "0",
			SECRET: secret,
			LOG_LEVEL: "warn",
			WORKER: "0",
		};
		const api = await startApi(settings, oursUrl, join(folder, "api.log"));
		const bare = await startBare(ownerUrl, 4812);
		try {
			for (const each of cases.filter(({ name }) => name.includes(process.env.BENCH_ONLY ?? ""))) {
				await measure(oursUrl, each.ours, readers, 2);
				await measure(bareUrl, each.bare, readers, 2);
				const [ours, reference, naked]: [Measured[], Measured[], Measured[]] = [[], [], []];
				for (let turn = 0; turn < turns; turn += 1) {
					ours.push(await measure(oursUrl, each.ours, readers, seconds));
					reference.push(await measure(bareUrl, each.bare, readers, seconds));
					if (each.naked) naked.push(await measure(bareUrl, each.naked, readers, Math.max(2, seconds / 2)));
				}
				const [a, b] = [median(ours), median(reference)];
				const row: Row = {
					name: each.name,
					families,
					ours: Math.round(a.perSecond),
					bare: Math.round(b.perSecond),
					ratio: Number((a.perSecond / b.perSecond).toFixed(2)),
					...(naked.length > 0 && { naked: Math.round(median(naked).perSecond) }),
					p50: a.p50,
					p975: a.p975,
					bareP975: b.p975,
				};
				rows.push(row);
				process.stdout.write(`${row.name}, ${families} families: ${row.ours}/s beside ${row.bare}/s bare = ${row.ratio}\n`);
			}
		} finally {
			bare.kill();
			await api.stop();
		}
	}
	process.stdout.write("\n");
	console.table(rows);
	writeFileSync(join(import.meta.dirname, "results.json"), `${JSON.stringify(rows, null, "\t")}\n`);
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
