import { endSession, refreshSession, type Session } from "@samenplan/contract/accounts";
import { createClient, ProblemError } from "@samenplan/contract/client";

/**
 * The session of this browser. The access token lives in memory only, ten minutes long; the refresh cookie is out of reach
 * of scripts. Tabs take turns at refreshing and tell each other the result, so that a rotated cookie is never used twice.
 */
type State = { token: string; expiresAt: number; idleMinutes: number; until: number } | undefined;
export type SessionState = "unknown" | "signed-in" | "signed-out" | "expired";

let session: State;
let state: SessionState = "unknown";
let running: Promise<string | undefined> | undefined;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("samenplan.session");
/** Seconds before its end at which a token is no longer used. */
const margin = 30;

const plain = createClient({
	send: (url, init) => fetch(url, { ...init, headers: { ...init.headers, "idempotency-key": crypto.randomUUID() } }),
});

channel?.addEventListener("message", (event: MessageEvent<{ kind: "refreshed"; session: State } | { kind: "ended" }>) => {
	if (event.data.kind === "refreshed") {
		session = event.data.session;
		change("signed-in");
	} else {
		session = undefined;
		change("signed-out");
	}
});

function change(next: SessionState): void {
	if (next === state) return;
	state = next;
	for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`. */
export function subscribeToSession(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function sessionState(): SessionState {
	return state;
}

/** Takes up a session after signing in. */
export function startSession(given: Session): void {
	const { accessToken, expiresAt, idleMinutes, until } = given;
	session = { token: accessToken, expiresAt: Date.parse(expiresAt), idleMinutes, until: Date.parse(until) };
	channel?.postMessage({ kind: "refreshed", session });
	change("signed-in");
}

/** How long the session lasts: without doing anything (milliseconds), and at most (a moment). */
export function sessionLength(): { idle: number; until: number } | undefined {
	return session && { idle: session.idleMinutes * 60_000, until: session.until };
}

/** A token that still lives, refreshed when needed; `undefined` when nobody is signed in. Throws a problem when the server cannot be reached. */
export async function liveToken(): Promise<string | undefined> {
	if (session && session.expiresAt - Date.now() > margin * 1000) return session.token;
	if (state === "signed-out" || state === "expired") return undefined;
	return refresh(session?.token);
}

/** Gets a new token because the server no longer takes the old one. */
export async function renewToken(refused: string): Promise<string | undefined> {
	if (session && session.token !== refused) return session.token;
	return refresh(refused);
}

function refresh(old: string | undefined): Promise<string | undefined> {
	running ??= inTurn(async () => {
		// Another tab may have been first while this one waited for its turn.
		if (session && session.token !== old) return session.token;
		try {
			const given = await plain(refreshSession);
			if (!given) return end();
			startSession(given);
			return given.accessToken;
		} catch (error) {
			if (!(error instanceof ProblemError) || error.problem.status < 400 || error.problem.status >= 500 || error.problem.status === 429)
				throw error;
			return end();
		}
	}).finally(() => {
		running = undefined;
	});
	return running;
}

/** Nobody is signed in here, or no longer. */
function end(): undefined {
	const had = session !== undefined || state === "signed-in";
	session = undefined;
	change(had ? "expired" : "signed-out");
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	return navigator.locks ? ((await navigator.locks.request("samenplan.refresh", work)) as T) : work();
}

/** Signs out here and in the other tabs. The local end comes first, so that nothing stays behind without a connection. */
export async function signOut(): Promise<void> {
	session = undefined;
	channel?.postMessage({ kind: "ended" });
	change("signed-out");
	await plain(endSession, { query: { keep: "nothing" } }).catch(() => undefined);
}

/** Ends a session nobody was using, and says so; drafts stay on this device. */
export async function expireSession(): Promise<void> {
	session = undefined;
	change("expired");
	await plain(endSession, { query: { keep: "drafts" } }).catch(() => undefined);
}
