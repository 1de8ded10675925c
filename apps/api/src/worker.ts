import { Logger, type Runner, type RunnerOptions, run } from "graphile-worker";
import type { Logger as Pino } from "pino";
import { removeExpired } from "./accounts/remove-expired.ts";
import { planAgeTasks } from "./age-tasks/plan-age-tasks.ts";
import { findOddPatterns } from "./audit/find-odd-patterns.ts";
import { keepSealing } from "./audit/seal.ts";
import { lookAsJob } from "./http/look-as-job.ts";
import type { Services } from "./http/route.ts";
import { sendMail, sendMails, sendWaitingMails } from "./mail/send-mails.ts";
import { refreshReminders, sendDueReminders } from "./reminders/send-reminders.ts";
import { proposeRetention } from "./retention/propose-retention.ts";
import { removeExpiredNotes } from "./work-notes/remove-expired-notes.ts";

export type Worker = { stop: () => Promise<void> };

/** Every minute a look for what was missed; a mail also has a job of its own from the moment it is written. */
const crontab = [
	"* * * * * send-reminders ?max=1",
	"* * * * * send-mails ?max=1",
	"11 * * * * refresh-reminders ?max=1",
	// Everyone, before the first word of the day goes out; what has a day near is looked at every hour.
	"7 3 * * * refresh-all-reminders ?max=1",
	"41 * * * * remove-expired ?max=1",
	"5 * * * * plan-age-tasks ?max=1",
	"17 3 * * * remove-expired-notes ?max=1",
	// Each night, so that the list of the week is whole on Monday morning.
	"23 2 * * * find-odd-patterns ?max=1",
	"29 4 * * * propose-retention ?max=1",
].join("\n");

/**
 * Works the queue: reminders on their day, mails at once, and what has expired goes. Any number may run side by side, beside the API or on their own; each
 * row is claimed in the transaction that does the work, so nothing is done twice and what a killed one held is done by another.
 */
export function startWorker(services: Pick<Services, "frame" | "clock" | "config">, log: Pino): Worker {
	let stopped = false;
	let runner: Runner | undefined;
	let wake: () => void = () => undefined;

	async function keepRunning(): Promise<void> {
		while (!stopped) {
			try {
				runner = await run(optionsOf(services, log));
				if (stopped) await runner.stop();
				// Whatever happened while no worker ran is caught up with at once.
				else
					for (const name of [
						"refresh-all-reminders",
						"remove-expired",
						"remove-expired-notes",
						"plan-age-tasks",
						"find-odd-patterns",
						"propose-retention",
					])
						await runner.addJob(name, {}, { jobKey: name, maxAttempts: 3 });
				await runner.promise;
			} catch (error) {
				if (!stopped) log.warn({ problem: (error as Error).message }, "the worker lost the database and starts again");
			}
			if (!stopped)
				await new Promise<void>((resume) => {
					wake = resume;
					setTimeout(resume, 3000).unref();
				});
		}
	}
	const running = keepRunning();
	const sealing = keepSealing(services, log);
	return {
		stop: async () => {
			stopped = true;
			wake();
			await sealing.stop();
			await runner?.stop().catch(() => undefined);
			await running;
		},
	};
}

function optionsOf(services: Pick<Services, "frame" | "clock" | "config">, log: Pino): RunnerOptions {
	const { config } = services;
	const task = (work: (payload: unknown) => Promise<unknown>) => async (payload: unknown) => {
		if (config.DEMO) await followDemoClock(services);
		await work(payload);
	};
	return {
		connectionString: config.DATABASE_APP_URL,
		maxPoolSize: 4,
		concurrency: 2,
		pollInterval: 5000,
		noHandleSignals: true,
		crontab,
		taskList: {
			"send-reminders": task(() => sendDueReminders(services)),
			"refresh-reminders": task(() => refreshReminders(services).then(() => sendDueReminders(services))),
			"refresh-all-reminders": task(() => refreshReminders(services, { all: true }).then(() => sendDueReminders(services))),
			"remove-expired-notes": task(() => removeExpiredNotes(services)),
			"remove-expired": task(() => removeExpired(services)),
			"plan-age-tasks": task(() => planAgeTasks(services)),
			"find-odd-patterns": task(() => findOddPatterns(services)),
			"propose-retention": task(() => proposeRetention(services)),
			"send-mails": task(() => sendWaitingMails(services)),
			// Those of one batch of reminders; one that does not get through is looked at again every minute.
			"send-mails-now": task((payload) => sendMails(services, (payload as { mailIds: string[] }).mailIds)),
			"send-mail": task((payload) => sendMail(services, payload as { mailId: string; familyId?: string })),
		},
		logger: new Logger(() => (level, message) => {
			if (level === "error" || level === "warning") log.warn({ worker: message }, "the worker met a problem");
		}),
	};
}

/** In demo mode another process may have moved the clock. */
async function followDemoClock({ frame, clock }: Pick<Services, "frame" | "clock">): Promise<void> {
	const moved = await lookAsJob(frame, "demo", (tx) => tx.db.demoClock.findUnique({ where: { id: 1 } }));
	clock.move(moved?.offsetSeconds ?? 0);
}
