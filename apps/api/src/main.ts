import { createServer } from "node:http";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { readConfig } from "./http/config.ts";
import { checkStart } from "./http/start-check.ts";
import { startWorker } from "./worker.ts";

/** Starts one replica: web app, API, live streams, and the worker unless it runs elsewhere. Stops cleanly on SIGTERM and Ctrl-C. */
try {
	await checkStart(process.env);
	const config = readConfig(process.env);
	const { app, services, close } = await createApp(config);
	const worker = config.WORKER ? startWorker(services, pino({ level: config.LOG_LEVEL, base: undefined })) : undefined;
	const closeAll = async () => {
		await worker?.stop();
		await close();
	};
	const server = createServer(app);
	server.listen(config.PORT, config.HOST);
	server.on("error", (error: NodeJS.ErrnoException) => {
		process.stderr.write(
			error.code === "EADDRINUSE" ? `Port ${config.PORT} is taken. Start with another: PORT=4001 npm start\n` : `${error.message}\n`,
		);
		process.exit(1);
	});
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		server.close(() => void closeAll().finally(() => process.exit(0)));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 3000).unref();
		// Live streams never end by themselves.
		setTimeout(() => void closeAll().finally(() => process.exit(0)), 8000).unref();
	};
	process.on("SIGTERM", stop);
	process.on("SIGINT", stop);
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exit(1);
}
