import type { Request, Response } from "express";
import pg from "pg";
import type { Logger } from "pino";
import type { Caller, Frame } from "./as-actor.ts";

export type LiveStreams = {
	/** Keeps the answer open and writes `changed` whenever the family changes, as long as the caller may see it. */
	open: (request: Request, response: Response, caller: Caller, familyId: string) => void;
	close: () => Promise<void>;
};

type Stream = { response: Response; caller: Caller };
const heartbeatMilliseconds = 20_000;

/**
 * Live updates: PostgreSQL tells every replica which family changed (the id only), each open stream asks the database again
 * whether its reader may still see that family, and then says only "changed": the screen reads anew under its own rights.
 * A listener that loses the database comes back by itself and says "changed" to all, since something may have been missed.
 */
export function createLiveStreams(databaseUrl: string, frame: () => Frame, log: Logger): LiveStreams {
	const streams = new Map<string, Set<Stream>>();
	let listener: pg.Client | undefined;
	let closed = false;

	async function listen(): Promise<void> {
		const client = new pg.Client({ connectionString: databaseUrl, application_name: "samenplan live" });
		client.on("error", () => undefined);
		client.on("end", () => {
			if (!closed) setTimeout(() => void listen(), 1000).unref();
		});
		client.on("notification", ({ payload }) => void tell(payload ?? ""));
		try {
			await client.connect();
			await client.query("listen family_changed");
			listener = client;
			for (const familyId of streams.keys()) void tell(familyId);
		} catch {
			log.warn("the live listener cannot reach the database");
			await client.end().catch(() => undefined);
		}
	}

	async function tell(familyId: string): Promise<void> {
		for (const stream of streams.get(familyId) ?? []) {
			const sees = await frame().stillSees(stream.caller, familyId).catch(() => undefined);
			if (sees === false) stream.response.end("event: ended\ndata: {}\n\n");
			else if (sees) stream.response.write("event: changed\ndata: {}\n\n");
		}
	}

	const heartbeat = setInterval(() => {
		for (const open of streams.values()) for (const stream of open) stream.response.write(": still here\n\n");
	}, heartbeatMilliseconds);
	heartbeat.unref();
	void listen();

	return {
		open: (request, response, caller, familyId) => {
			response.status(200).set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
			response.flushHeaders();
			response.write("event: open\ndata: {}\n\n");
			const stream = { response, caller };
			const open = streams.get(familyId) ?? new Set();
			streams.set(familyId, open.add(stream));
			request.on("close", () => {
				open.delete(stream);
				if (open.size === 0) streams.delete(familyId);
			});
		},
		close: async () => {
			closed = true;
			clearInterval(heartbeat);
			for (const open of streams.values()) for (const stream of open) stream.response.end();
			await listener?.end().catch(() => undefined);
		},
	};
}
