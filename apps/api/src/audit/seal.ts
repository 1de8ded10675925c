import type { Logger } from "pino";
import type { Services } from "../http/route.ts";

/** Entries per transaction: a first run over a long log holds no lock for long. */
const batch = 20_000;
const everyMilliseconds = 5000;
const sayEveryMilliseconds = 3_600_000;

export type Sealed = { sealed: number; newest: number; hash: string };

/**
 * Seals every entry of the log that has no seal yet, in the order in which they are found (SQL: app.seal_audit). Any number of
 * workers may call this; one works, the others find nothing to do.
 *
 * @returns the newest seal, to be kept elsewhere; nothing when another worker is sealing
 */
export async function sealAudit({ frame }: Pick<Services, "frame">, atMost = batch): Promise<Sealed | undefined> {
	let total = 0;
	for (;;) {
		const [run] = await frame.asJob(
			// The seals themselves say when; an entry for each run would itself have to be sealed by the next.
			{ name: "audit", event: "audit.seal", action: "execute", object: "audit_seal", withoutEntry: true },
			(tx) =>
				tx.sql<{ sealed: number; newest: string; hash: string }>({
					name: "seal_audit",
					text: "select sealed, newest, hash from app.seal_audit($1)",
					values: [atMost],
				}),
		);
		if (!run) return undefined;
		total += run.sealed;
		if (run.sealed < atMost) return { sealed: total, newest: Number(run.newest), hash: run.hash };
	}
}

/** Seals every few seconds until it is stopped, and writes the newest seal into the server's log now and then: a copy elsewhere. */
export function keepSealing(services: Pick<Services, "frame">, log: Logger): { stop: () => Promise<void> } {
	let said = 0;
	let running: Promise<void> | undefined;
	const run = async () => {
		try {
			const done = await sealAudit(services);
			if (!done || done.newest === 0 || Date.now() - said < sayEveryMilliseconds) return;
			said = Date.now();
			log.info({ position: done.newest, hash: done.hash }, "the audit log is sealed up to here");
		} catch (error) {
			log.warn({ code: (error as { code?: string }).code }, "the audit log could not be sealed; trying again");
		}
	};
	const timer = setInterval(() => {
		running ??= run().finally(() => {
			running = undefined;
		});
	}, everyMilliseconds);
	timer.unref();
	return {
		stop: async () => {
			clearInterval(timer);
			await running;
		},
	};
}
