import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { daysForSql } from "@samenplan/api/reminders/plan-reminders";
import { projectFolder } from "@samenplan/launcher/folders";
import { appUrl, ensureAppRole } from "@samenplan/prisma/app-role";
import { migrate } from "@samenplan/prisma/migrate";
import { startEmbeddedPostgres } from "@samenplan/testing/embedded-postgres";
import pg from "pg";
import { fillWithFamilies } from "./fill.ts";
import { startMailSink } from "./mail-sink.ts";

/**
 * Five thousand families look back on the same day: four reminders each are due at nine. Two workers send them; one is killed
 * (SIGKILL) when half is out. Beside it, in the same run on the same database: as many plain rows of mail, written by two connections, one
 * transaction each. Prints a table and writes reminders.json; fails when anything is sent twice or not at all.
 *
 * `BENCH_FAMILIES=5000`.
 */
const families = Number(process.env.BENCH_FAMILIES ?? 5000);
const password = "only-for-measuring";
const folder = mkdtempSync(join(tmpdir(), "samenplan-bench-"));
const workers: ChildProcess[] = [];

/** Everyone of a family can sign in and has answered what lay before them; half of the coordinators want one message a day. All look back today. */
const arrange = `
	insert into account (id, organisation_id, person_id, email)
		select app.uuid7(), p.organisation_id, p.id, 'p-' || p.id || '@demo.invalid' from person p
		where not p.staff and (p.born_on is null or p.born_on < current_date - 4400);
	update account set digest = true where duties = '{coordinator}' and abs(hashtext(email)) % 2 = 0;
	insert into position (id, family_id, subject, subject_id, subject_version, person_id, answer, written_by)
		select app.uuid7(), s.family_id, s.subject, s.id, 1, i.person_id, 'agree', i.person_id
		from (select family_id, 'decision'::position_subject as subject, id from decision
			union all select family_id, 'shared_picture', id from step where kind = 'strengths') s
		join involvement i on i.family_id = s.family_id and i.relation in ('parent', 'child');
	update evaluation set due_on = (now() at time zone 'Europe/Amsterdam')::date;
	delete from reminder;
	insert into demo_clock (id, offset_seconds) values (1, extract(epoch from
		((now() at time zone 'Europe/Amsterdam')::date + time '09:00:30') at time zone 'Europe/Amsterdam' - now())::int);`;

async function until(done: () => Promise<boolean>, seconds: number): Promise<void> {
	for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(100)) if (await done()) return;
	throw new Error("it did not happen in time");
}

function startWorker(databaseUrl: string, smtpUrl: string): ChildProcess {
	const worker = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "apps/api/src/worker-main.ts"], {
		cwd: projectFolder,
		env: {
			...process.env,
			DATABASE_APP_URL: databaseUrl,
			DATABASE_URL: "",
			SECRET: "only-for-measuring-only-for-measuring",
			DEMO: "1",
			LOG_LEVEL: "error",
			SMTP_URL: smtpUrl,
		},
		stdio: ["ignore", "inherit", "inherit"],
	});
	workers.push(worker);
	return worker;
}

/** Looks what is wanted, for everyone, as a worker does each night. @returns seconds */
async function plan(ownerUrl: string): Promise<number> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	const started = performance.now();
	for (let after: string | null = null; ; ) {
		await client.query("begin");
		await client.query(`select set_config('app.now', ((now() + (select offset_seconds from demo_clock) * interval '1 second'))::text, true),
			set_config('app.system', 'reminders', true), set_config('app.families', '{}', true)`);
		const { rows }: { rows: { next: string | null }[] } = await client.query("select app.refresh_reminders($1, 500, true, $2) as next", [
			after,
			daysForSql,
		]);
		await client.query("commit");
		after = rows[0]?.next ?? null;
		if (after === null) break;
	}
	await client.end();
	return (performance.now() - started) / 1000;
}

/** The reference: the mails alone, without asking whether they are still wanted and without a log. */
async function plainInserts(ownerUrl: string, count: number): Promise<number> {
	const started = performance.now();
	await Promise.all(
		[0, 1].map(async (half) => {
			const client = new pg.Client({ connectionString: ownerUrl });
			await client.connect();
			const { rows } = await client.query("select person_id, id, email from account limit 1");
			for (let each = half; each < count; each += 2)
				await client.query({
					name: "plain",
					text: "insert into mail (id, person_id, account_id, to_email, kind, language, subject, text) values ($1, $2, $3, $4, 'plain', 'nl', $5, $6)",
					values: [
						randomUUID(),
						rows[0].person_id,
						rows[0].id,
						rows[0].email,
						"Vandaag kijken jullie terug",
						"Vandaag kijken jullie samen terug. ".repeat(8),
					],
				});
			await client.end();
		}),
	);
	return (performance.now() - started) / 1000;
}

const server = await startEmbeddedPostgres({ folder, durable: true });
const db = new pg.Client({ connectionString: server.ownerUrl });
const sink = await startMailSink();
try {
	await ensureAppRole(server.ownerUrl, password);
	await migrate(server.ownerUrl);
	await fillWithFamilies(server.ownerUrl, families);
	await db.connect();
	await db.query(arrange);
	const count = async (text: string): Promise<number> => Number((await db.query(text)).rows[0].count);
	const sent = () => count("select count(*) from reminder where sent_at is not null");

	const planned = await plan(server.ownerUrl);
	const all = await count("select count(*) from reminder where rung = 'on_day'");
	const first = startWorker(appUrl(server.ownerUrl, password), sink.url);
	startWorker(appUrl(server.ownerUrl, password), sink.url);
	await until(async () => (await count("select count(*) from pg_proc where proname = 'add_job'")) > 0, 60);
	// The look of this minute, once both listen and for every hand of both; what counts begins when the first batch is out.
	await wait(5000);
	await db.query("select graphile_worker.add_job('send-reminders') from generate_series(1, 4)");
	await until(async () => (await sent()) > 0, 120);
	const sending = performance.now();
	const atTheStart = await sent();
	await until(async () => (await sent()) >= all / 2, 1800);
	first.kill("SIGKILL");
	const atTheKill = await sent();
	await until(async () => (await sent()) === all, 1800);
	const inOutbox = (performance.now() - sending) / 1000;
	await until(async () => (await count("select count(*) from mail where sent_at is null")) === 0, 1800);
	const handedOver = (performance.now() - sending) / 1000;

	const mails = await count("select count(*) from mail where kind <> 'plain'");
	const missed = await count(
		"select count(*) from reminder r where r.rung = 'on_day' and (r.sent_at is null or not exists (select 1 from mail m where m.id = r.mail_id))",
	);
	const twice = await count(
		"select count(*) from (select reminder_id from mail where reminder_id is not null group by 1 having count(*) > 1) d",
	);
	const digestsTwice = await count(
		"select count(*) from (select person_id from mail where kind = 'digest' group by 1 having count(*) > 1) d",
	);
	const logged = await count("select count(*) from audit_entry where event = 'reminder.send' and outcome = 'success'");
	// The reference has the machine to itself, as the workers had; nobody sends its rows.
	for (const worker of workers) worker.kill("SIGKILL");
	const handed = [...sink.ids];
	const plainSeconds = await plainInserts(server.ownerUrl, all);
	const result = {
		families,
		reminders: all,
		mails,
		oneMessageADay: await count("select count(*) from mail where kind = 'digest'"),
		atTheKill,
		sentTwice: twice + digestsTwice,
		missed,
		loggedOnceEach: logged === all,
		handedOverTwice: handed.length - new Set(handed).size,
		notHandedOver: mails - new Set(handed).size,
		planningSeconds: Number(planned.toFixed(1)),
		outboxSeconds: Number(inOutbox.toFixed(1)),
		remindersPerSecond: Math.round((all - atTheStart) / inOutbox),
		handedOverSeconds: Number(handedOver.toFixed(1)),
		mailsPerSecond: Math.round(mails / handedOver),
		plainInsertsPerSecond: Math.round(all / plainSeconds),
		ratio: Number(((all - atTheStart) / inOutbox / (all / plainSeconds)).toFixed(2)),
	};
	console.table(result);
	writeFileSync(join(import.meta.dirname, "reminders.json"), `${JSON.stringify(result, null, "\t")}\n`);
	if (result.sentTwice + result.missed > 0 || result.notHandedOver !== 0 || !result.loggedOnceEach) process.exitCode = 1;
} finally {
	for (const worker of workers) worker.kill("SIGKILL");
	sink.close();
	await db.end().catch(() => undefined);
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
