import { createSession, type Session } from "better-sse";
import type { Request, Response } from "express";
import pg from "pg";
import type { Logger } from "pino";
import type { ActorTx, Caller, Frame } from "./as-actor.ts";
import { HttpProblem } from "./problems.ts";

export type LiveStreams = {
	/**
	 * Keeps the answer open and writes `changed` whenever the family, or the queue of scientists, changes, as long as the caller may
	 * see it. Something that changed just before, while the screen had read already and did not listen yet, is said at once.
	 */
	open: (request: Request, response: Response, caller: Caller, tx: ActorTx, of: "family" | "reviews") => Promise<void>;
	close: () => Promise<void>;
};

type Stream = { session: Session; response: Response; caller: Caller };

/**
 * Live updates: PostgreSQL tells every replica which family changed, or in which organisation the queue of scientists did (the id
 * only), each open stream asks the database again whether its reader may still see that, and then says only "changed": the screen
 * reads anew under its own rights. Who may not see it any more hears "out", and nothing after that.
 * A listener that loses the database comes back by itself and says "changed" to all, since something may have been missed.
 */
export function createLiveStreams(
	databaseUrl: string,
	frame: () => Frame,
	log: Logger,
	/** Objects of the log that no page of the family may notice. */
	quiet: readonly string[] = [],
): LiveStreams {
	/** By family, and by {@link queueOf} an organisation. */
	const streams = new Map<string, Set<Stream>>();
	let listener: pg.Client | undefined;
	let closed = false;

	async function listen(): Promise<void> {
		const client = new pg.Client({ connectionString: databaseUrl, application_name: "samenplan live" });
		client.on("error", () => undefined);
		client.on("end", () => {
			if (!closed) setTimeout(() => void listen(), 1000).unref();
		});
		client.on("notification", ({ channel, payload = "" }) => void tell(channel === "reviews_changed" ? queueOf(payload) : payload));
		try {
			await client.connect();
			await client.query("listen family_changed; listen reviews_changed");
			listener = client;
			for (const key of streams.keys()) void tell(key);
		} catch {
			log.warn("the live listener cannot reach the database");
			await client.end().catch(() => undefined);
		}
	}

	async function tell(key: string): Promise<void> {
		for (const stream of streams.get(key) ?? []) {
			const sees = await (key.startsWith(queueOf(""))
				? frame().stillAllowed(stream.caller, "reviews.read")
				: frame().stillSees(stream.caller, key)
			).catch(() => undefined);
			if (sees === false) {
				if (stream.session.isConnected) stream.session.push({}, "out");
				stream.response.end();
			} else if (sees && stream.session.isConnected) stream.session.push({}, "changed");
		}
	}

	void listen();

	return {
		open: async (request, response, caller, tx, of) => {
			const key = of === "family" ? tx.familyId : queueOf(tx.actor.organisationId);
			const all = [...streams.values()].flatMap((open) => [...open]);
			if (all.length >= mostOfAll || all.filter((each) => each.caller.accountId === caller.accountId).length >= mostOfOne)
				throw new HttpProblem("too-many-tries", { retryAfter: 30 });
			const session = await createSession(request, response, { retry: null, headers: { "Cache-Control": "no-store" } });
			const stream = { session, response, caller };
			const open = streams.get(key) ?? new Set();
			streams.set(key, open.add(stream));
			session.push({}, "open");
			session.once("disconnected", () => {
				open.delete(stream);
				if (open.size === 0) streams.delete(key);
			});
			if (await (of === "family" ? changedLately(tx, quiet) : askedLately(tx))) session.push({}, "changed");
		},
		close: async () => {
			closed = true;
			for (const open of streams.values()) for (const stream of open) stream.response.end();
			await listener?.end().catch(() => undefined);
		},
	};
}

const queueOf = (organisationId: string) => `reviews:${organisationId}`;

/** Windows of one person on one server, and of everyone: each keeps a connection, and asks the database at every change. */
const mostOfOne = 12;
const mostOfAll = 5000;

/** A slow phone takes this long between reading a page and listening. */
const lateSeconds = 60;

/**
 * Words count when the one who listens can read them, which row-level security answers: that something was written which they do not read
 * is not theirs to know.
 */
const textTables = ["view", "comment", "load_capacity", "network_tie", "progress_note"] as const;
const objectsOfTexts = [...textTables, "audience"];
/** The log names the text, or for what is added to something what it was added to. */
const readable = [
	...textTables.map((table) => `exists (select 1 from ${table} t where t.family_id = $1 and t.id = e.object_id)`),
	"exists (select 1 from comment t where t.family_id = $1 and t.about_id = e.object_id and t.created_at > $2)",
	"exists (select 1 from progress_note t where t.family_id = $1 and t.help_id = e.object_id and t.created_at > $2)",
].join(" or ");

async function changedLately(tx: ActorTx, quiet: readonly string[]): Promise<boolean> {
	const [row] = await tx.sql<{ changed: boolean }>({
		name: "changed_lately",
		text: `select exists (select 1 from audit_entry e where family_id = $1 and at > $2 and action <> 'read' and outcome = 'success'
			and object <> all ($3::text[]) and (object <> all ($4::text[]) or ${readable})) as changed`,
		values: [tx.familyId, new Date(tx.now.getTime() - lateSeconds * 1000), quiet, objectsOfTexts],
	});
	return row?.changed === true;
}

async function askedLately(tx: ActorTx): Promise<boolean> {
	const [row] = await tx.sql<{ changed: boolean }>({
		name: "asked_lately",
		text: "select exists (select 1 from app.review_queue() q where q.asked_at > $1) as changed",
		values: [new Date(tx.now.getTime() - lateSeconds * 1000)],
	});
	return row?.changed === true;
}
