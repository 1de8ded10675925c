import { pino } from "pino";
import { createFrame } from "./http/as-actor.ts";
import { createClock } from "./http/clock.ts";
import { readConfig } from "./http/config.ts";
import { openDatabase } from "./http/database.ts";
import { startWorker } from "./worker.ts";

/** Starts a worker on its own, for installations where the API runs with WORKER=0. Stops cleanly on SIGTERM and Ctrl-C. */
try {
	const config = readConfig(process.env);
	const log = pino({ level: config.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
	const database = openDatabase(config.DATABASE_APP_URL, 4, log);
	const clock = createClock();
	const worker = startWorker({ frame: createFrame(database, clock), clock, config }, log);
	log.info("the worker is ready");
	const stop = () =>
		void worker
			.stop()
			.then(() => database.close())
			.finally(() => process.exit(0));
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exit(1);
}
