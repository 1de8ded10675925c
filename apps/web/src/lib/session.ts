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
		ends += 1;
		session = undefined;
		change("signed-out");
	}
});

/**
 * Stands on this device from the moment somebody signs out until the server knows of it. The cookie is out of reach here: without this
 * mark, whoever opens a shared device after a sign-out without connection would be let in by it. What the sign-out keeps is its value.
 */
const leavingKey = "samenplan.leaving";
/** How often a session ended here: an answer that was under way then starts none again. */
let ends = 0;

function leaving(): "nothing" | "drafts" | undefined {
	try {
		const keep = localStorage.getItem(leavingKey);
		return keep === null ? undefined : keep === "drafts" ? "drafts" : "nothing";
	} catch {
		return undefined;
	}
}

function markLeaving(keep: "nothing" | "drafts" | undefined): void {
	try {
		if (keep) localStorage.setItem(leavingKey, keep);
		else localStorage.removeItem(leavingKey);
	} catch {
		// A browser that keeps nothing has no device to leave.
	}
}

/** Tells the server that somebody left; says whether that is done. Where it is not, it is tried again before anything else. */
async function finishLeaving(): Promise<boolean> {
	const keep = leaving();
	if (!keep) return true;
	try {
		await plain(endSession, { query: { keep } });
	} catch (error) {
		// A session that is gone already is what was asked for.
		if (!(error instanceof ProblemError) || (error.problem.status !== 401 && error.problem.status !== 404)) return false;
	}
	markLeaving(undefined);
	return true;
}
if (typeof window !== "undefined") window.addEventListener("online", () => void finishLeaving());

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

/** Takes up a session after signing in; its cookie came in the place of one that somebody left. */
export function startSession(given: Session): void {
	markLeaving(undefined);
	take(given);
}

function take(given: Session): void {
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
		// Who left is not let in again: not by this tab, and not by an answer that was under way.
		if (leaving()) {
			await finishLeaving();
			return end();
		}
		const ended = ends;
		try {
			const given = await plain(refreshSession);
			if (!given || leaving() || ended !== ends) return end();
			take(given);
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
	// What stands behind the question to sign in again stays there.
	if (state === "expired" && session === undefined) return undefined;
	const had = session !== undefined || state === "signed-in";
	session = undefined;
	change(had ? "expired" : "signed-out");
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	return navigator.locks ? ((await navigator.locks.request("samenplan.refresh", work)) as T) : work();
}

/** Signs out here and in the other tabs. The local end comes first, so that nothing stays behind without a connection. */
export async function signOut(): Promise<void> {
	leave("nothing");
	channel?.postMessage({ kind: "ended" });
	change("signed-out");
	await finishLeaving();
}

/** Ends a session nobody was using, and says so; drafts stay on this device. */
export async function expireSession(): Promise<void> {
	leave("drafts");
	change("expired");
	await finishLeaving();
}

function leave(keep: "nothing" | "drafts"): void {
	ends += 1;
	session = undefined;
	markLeaving(keep);
}
