import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type Express } from "express";
import helmet from "helmet";
import { type Logger, pino } from "pino";
import { createFrame, type Frame } from "./http/as-actor.ts";
import { createClock } from "./http/clock.ts";
import { type Config, SettingsNotRight } from "./http/config.ts";
import { openDatabase } from "./http/database.ts";
import { createLiveStreams } from "./http/live.ts";
import { openApi } from "./http/openapi.ts";
import { errorMap, HttpProblem } from "./http/problems.ts";
import type { Services } from "./http/route.ts";
import { serve } from "./http/serve.ts";
import { failingInDatabase } from "./http/start-check.ts";
import { onlyInDemo, routes } from "./routes.ts";

export type Running = { app: Express; services: Services; close: () => Promise<void> };

/**
 * Builds the API over one database: security headers, the routes of the table, the built web app, one error map. Everything
 * that must survive is in PostgreSQL; any number of these may run side by side.
 */
export async function createApp(config: Config, log: Logger = logOf(config)): Promise<Running> {
	if (config.NODE_ENV === "production") {
		const failing = await failingInDatabase(config.DATABASE_APP_URL);
		if (failing.length > 0) throw new SettingsNotRight(failing);
	}
	const database = openDatabase(config.DATABASE_APP_URL, config.POOL_SIZE, log);
	const clock = createClock();
	const frame: Frame = createFrame(database, clock);
	const quiet = [...new Set(routes.filter(({ endpoint }) => endpoint.quiet).map(({ endpoint }) => endpoint.audit.object))];
	const live = createLiveStreams(config.DATABASE_APP_URL, () => frame, log, quiet);
	const services: Services = { frame, clock, config, live };
	if (config.DEMO) {
		const moved = await frame.asJob({ name: "demo", event: "demo.clock", action: "read", object: "clock" }, (tx) =>
			tx.db.demoClock.findUnique({ where: { id: 1 } }),
		);
		clock.move(moved?.offsetSeconds ?? 0);
	}

	const app = express();
	app.set("trust proxy", config.TRUST_PROXY);
	app.set("etag", false);
	app.disable("x-powered-by");
	app.use((request, response, next) => {
		response.locals.requestId = randomUUID();
		response.setHeader("X-Request-Id", response.locals.requestId);
		const started = performance.now();
		// The path of the route, never the address itself: identifiers do not belong in a log.
		response.on("finish", () =>
			log.info(
				{
					requestId: response.locals.requestId,
					method: request.method,
					route: request.route?.path,
					status: response.statusCode,
					ms: Math.round(performance.now() - started),
				},
				"answered",
			),
		);
		next();
	});
	app.use(securityHeaders(config), permissionsPolicy);
	app.get("/api/health", (_request, response) => void response.json({ status: "ok" }));
	app.get("/api/ready", async (_request, response) => {
		if (!(await database.ready())) throw new HttpProblem("unavailable", { retryAfter: 2 });
		response.json({ status: "ready" });
	});
	const table = config.DEMO ? [...routes, ...onlyInDemo] : routes;
	const document = openApi(table.map((route) => route.endpoint));
	app.get("/api/openapi.json", (_request, response) => void response.json(document));
	app.use("/api", sameOriginWrites(config), readJson(), (_request, response, next) => {
		response.setHeader("Cache-Control", "no-store");
		// Devices have clocks of their own; days on the screen follow this one.
		response.setHeader("Date", clock.now().toUTCString());
		next();
	});
	serve(app, table, services);
	app.use("/api", () => {
		throw new HttpProblem("not-found");
	});
	serveWeb(app, config);
	app.use(() => {
		throw new HttpProblem("not-found");
	});
	app.use(errorMap(log));
	return {
		app,
		services,
		close: async () => {
			await live.close();
			await database.close();
		},
	};
}

const logOf = (config: Config) => pino({ level: config.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

function securityHeaders(config: Config) {
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				baseUri: ["'none'"],
				objectSrc: ["'none'"],
				frameAncestors: ["'none'"],
				formAction: ["'self'"],
				imgSrc: ["'self'", "data:", "blob:"],
				scriptSrc: ["'self'"],
				// Positions of pop-overs are set from script, element by element, which this allows.
				styleSrc: ["'self'"],
				fontSrc: ["'self'"],
				workerSrc: ["'self'"],
				manifestSrc: ["'self'"],
				mediaSrc: ["'self'"],
				connectSrc: ["'self'"],
				...(config.publicUrl.startsWith("https://") && { upgradeInsecureRequests: [] }),
			},
		},
		crossOriginOpenerPolicy: { policy: "same-origin" },
		referrerPolicy: { policy: "no-referrer" },
		strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
		xFrameOptions: { action: "deny" },
	});
}

/** What cannot be read as JSON is refused by the route it was sent to, after the attempt was written down. */
function readJson(): express.RequestHandler {
	const read = express.json({ limit: "256kb", strict: true });
	return (request, response, next) =>
		read(request, response, (error?: unknown) => {
			if (error !== undefined) Object.assign(request, { unreadable: error });
			next();
		});
}

/** Nothing the product does needs these; passkeys are asked for on our own pages only. */
const permissionsPolicy: express.RequestHandler = (_request, response, next) => {
	const never = [
		"accelerometer",
		"camera",
		"display-capture",
		"geolocation",
		"gyroscope",
		"magnetometer",
		"microphone",
		"midi",
		"payment",
		"usb",
	];
	const ours = ["publickey-credentials-get", "publickey-credentials-create", "fullscreen"];
	const policy = [...never.map((feature) => `${feature}=()`), ...ours.map((feature) => `${feature}=(self)`)];
	response.setHeader("Permissions-Policy", policy.join(", "));
	next();
};

/** A write that a browser sends from another site is refused, whatever cookies came along. */
function sameOriginWrites(config: Config): express.RequestHandler {
	return (request, _response, next) => {
		const site = request.get("sec-fetch-site");
		const origin = request.get("origin");
		const foreign =
			(site !== undefined && site !== "same-origin" && site !== "none") ||
			(origin !== undefined && origin !== config.publicUrl && origin !== `${request.protocol}://${request.get("host")}`);
		if (request.method !== "GET" && request.method !== "HEAD" && foreign) throw new HttpProblem("not-allowed");
		next();
	};
}

/** The built web app; every other address gets its page, which finds the way itself. */
function serveWeb(app: Express, config: Config): void {
	const dist = config.WEB_DIST;
	if (!dist || !existsSync(join(dist, "index.html"))) return;
	app.use("/assets", express.static(join(dist, "assets"), { immutable: true, maxAge: "1y" }));
	// A file of an earlier build, asked for by a page that was open already: it is gone, not broken.
	app.use("/assets", () => {
		throw new HttpProblem("not-found");
	});
	app.use(express.static(dist, { index: false, maxAge: 0 }));
	app.get("/{*path}", (_request, response) => {
		response.setHeader("Cache-Control", "no-cache");
		response.sendFile(join(dist, "index.html"));
	});
}
