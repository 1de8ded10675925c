import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { askSignInCode } from "@samenplan/contract/accounts";
import { planEvaluation } from "@samenplan/contract/evaluations";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./http/test-app.ts";
import { pauseSeconds } from "./mail/send-mails.ts";

/** A mail server that keeps what it takes. */
async function startMailServer(port = 0) {
	const mails: Email[] = [];
	const server = new SMTPServer({
		authOptional: true,
		// Workers keep a connection open for the next mail.
		closeTimeout: 50,
		disabledCommands: ["STARTTLS"],
		onRcptTo: ({ address }, _session, answer) =>
			answer(address.startsWith("nobody") ? Object.assign(new Error("no such box"), { responseCode: 550 }) : undefined),
		onData: (stream, _session, done) => {
			const parts: Buffer[] = [];
			stream.on("data", (part: Buffer) => parts.push(part));
			stream.on("end", async () => {
				mails.push(await PostalMime.parse(Buffer.concat(parts)));
				done();
			});
		},
	});
	server.listen(port, "127.0.0.1");
	await once(server.server, "listening");
	return { mails, port: (server.server.address() as AddressInfo).port, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}

describe("the worker", () => {
	let app: TestApp;
	let workers: ChildProcess[] = [];
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterEach(() => {
		for (const worker of workers) worker.kill("SIGKILL");
		workers = [];
	});
	afterAll(() => app.stop());

	/** A process of its own, as an installation runs it. */
	function startWorkerProcess(settings: Record<string, string> = {}): ChildProcess {
		const worker = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/worker-main.ts"], {
			env: {
				...process.env,
				DATABASE_APP_URL: app.services.config.DATABASE_APP_URL,
				SECRET: "only-for-tests-only-for-tests-only",
				DEMO: "1",
				LOG_LEVEL: "error",
				...settings,
			},
			stdio: ["ignore", "inherit", "inherit"],
		});
		workers.push(worker);
		return worker;
	}
	const addJob = (name: string) => app.world.db.$queryRaw`select id::text from graphile_worker.add_job(${name})`;
	async function until(done: () => Promise<boolean> | boolean, seconds = 60) {
		for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) if (await done()) return;
		throw new Error("it did not happen in time");
	}
	/** Families whose evaluation is a week away, so that their first reminders are due. */
	async function familiesToRemind(count: number) {
		const coordinator = await app.world.staff(["coordinator"]);
		const call = await app.as(coordinator);
		const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
		for (let each = 0; each < count; each += 1) {
			const { familyId } = await app.world.newFamily({ coordinator });
			await call(planEvaluation, { params: { familyId }, body: { dueOn } });
		}
		// Opened today: nothing else is due.
		await app.world.db.plan.updateMany({ data: { openedOn: new Date(new Date().toISOString().slice(0, 10)) } });
		// Whatever the hour at which this runs.
		await app.world.db.account.updateMany({ data: { quietFrom: 0, quietUntil: 0 } });
	}

	it("sends each reminder exactly once with two workers of which one is killed half-way", async () => {
		await familiesToRemind(80);
		const due = await app.world.db.reminder.count({ where: { rung: "before" } });
		const server = await startMailServer();
		const sent = () => app.world.db.mail.count({ where: { reminderId: { not: null } } });
		const settings = { SMTP_URL: `smtp://127.0.0.1:${server.port}` };
		const [first] = [startWorkerProcess(settings), startWorkerProcess(settings)];
		await addJob("send-reminders");
		await addJob("send-reminders");
		await until(async () => (await sent()) > 20);
		first?.kill("SIGKILL");
		const atTheKill = await sent();
		expect(atTheKill).toBeLessThan(due);
		// What the killed one had in hand is free once the database has seen it go, and waits for the next minute; that minute is brought forward here.
		await until(async () => {
			await addJob("send-reminders");
			await wait(500);
			return (await sent()) === due;
		});
		await addJob("send-mails");
		await until(async () => (await app.world.db.mail.count({ where: { reminderId: { not: null }, sentAt: null } })) === 0);
		expect(await app.world.db.reminder.count({ where: { rung: "before", sentAt: null, stoppedAt: null } })).toBe(0);
		// The server tells one mail from another by its id: a killed worker may have handed one over that it could not write down.
		const ids = server.mails.map(({ messageId }) => messageId);
		expect(new Set(ids).size).toBe(due);
		expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(2);
		await server.close();
	}, 240_000);

	it("keeps a mail while the server is gone, sends it once it is back, and gives up on an address that does not exist", async () => {
		const family = await app.world.newFamily();
		const gone = await startMailServer();
		await gone.close();
		const email = async (person: { accountId: string }) =>
			(await app.world.db.account.findUniqueOrThrow({ where: { id: person.accountId } })).email as string;
		const call = await app.as();
		startWorkerProcess({ SMTP_URL: `smtp://127.0.0.1:${gone.port}` });
		await call(askSignInCode, { body: { email: await email(family.mother) } });
		const toMother = { personId: family.mother.personId };
		await until(async () => (await app.world.db.mail.findFirst({ where: toMother }))?.tries === 1);
		const waiting = await app.world.db.mail.findFirstOrThrow({ where: toMother });
		expect(waiting.sentAt).toBeNull();
		expect(waiting.text).toContain("Je code is");
		expect(waiting.nextTryAt?.getTime()).toBeGreaterThan(Date.now() + 5000);

		const back = await startMailServer(gone.port);
		await app.world.db.mail.update({ where: { id: waiting.id }, data: { nextTryAt: new Date() } });
		await app.world.db.account.update({
			where: { id: family.father.accountId },
			data: { email: `nobody-${family.father.accountId}@demo.invalid` },
		});
		await call(askSignInCode, { body: { email: await email(family.father) } });
		await addJob("send-mails");
		await addJob("send-mails");
		await until(async () => (await app.world.db.mail.findFirstOrThrow({ where: toMother })).sentAt !== null);
		await until(async () => (await app.world.db.mail.findFirst({ where: { personId: family.father.personId } }))?.givenUpAt != null);
		// Coordinators are reminded of their own work meanwhile.
		const codes = back.mails.filter(({ subject }) => subject === "Je code voor Samenplan");
		expect(codes).toHaveLength(1);
		expect(codes[0]).toMatchObject({ to: [{ address: await email(family.mother) }] });
		expect(codes[0]?.text).toContain("Je code is");
		// Sent or given up for good: the code stays nowhere.
		const kept = await app.world.db.mail.findMany({ where: { personId: { in: [family.mother.personId, family.father.personId] } } });
		expect(kept.map(({ text }) => text)).toEqual(["", ""]);
		await back.close();
	}, 150_000);

	it("does not send what was queued for somebody who left the family since", async () => {
		const family = await app.world.newFamily();
		const mail = await app.world.db.mail.create({
			data: {
				personId: family.father.personId,
				accountId: family.father.accountId,
				familyId: family.familyId,
				toEmail: "father@demo.invalid",
				kind: "evaluation_before",
				language: "nl",
				subject: "-",
				text: "-",
			},
		});
		await app.world.db.involvement.updateMany({
			where: { familyId: family.familyId, personId: family.father.personId },
			data: { endedAt: new Date() },
		});
		const server = await startMailServer();
		startWorkerProcess({ SMTP_URL: `smtp://127.0.0.1:${server.port}` });
		await addJob("send-mails");
		await until(async () => (await app.world.db.mail.findUniqueOrThrow({ where: { id: mail.id } })).givenUpAt !== null);
		// Coordinators are reminded of their own work meanwhile.
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: family.father.accountId } });
		const addresses = server.mails.flatMap(({ to }) => (to ?? []).map((each) => each.address));
		expect(addresses.filter((address) => address === email || address === "father@demo.invalid")).toEqual([]);
		await server.close();
	}, 150_000);

	it("waits longer after each failure, an hour at most", () => {
		expect([0, 1, 2, 8, 60].map(pauseSeconds)).toEqual([15, 30, 60, 3600, 3600]);
	});
});
