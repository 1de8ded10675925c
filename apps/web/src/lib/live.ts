import { useQueryClient } from "@tanstack/react-query";
import { createParser } from "eventsource-parser";
import { useEffect } from "react";
import { liveToken } from "./session.ts";

/** Seconds to wait after the first, second, ... lost connection. */
const pauses = [1, 3, 8, 20, 45];

/**
 * Keeps everything of a family on the screen up to date: on an event `changed` all queries under `["families", familyId]`
 * are read again. The server checks the access at every event; when it ends the stream, a new one is asked for with a fresh token.
 */
export function useLive(familyId: string | undefined): void {
	const queries = useQueryClient();
	useEffect(() => {
		if (!familyId) return;
		const stop = new AbortController();
		const refetch = () => void queries.invalidateQueries({ queryKey: ["families", familyId] });
		// What was read before does not stay on the screen of somebody who may not read it any more.
		const forget = () => void queries.resetQueries({ queryKey: ["families", familyId] });
		void listen(`/api/families/${encodeURIComponent(familyId)}/live`, { onChange: refetch, onOut: forget }, stop.signal);
		return () => stop.abort();
	}, [familyId, queries]);
}

/** Keeps the queue of scientists on the screen up to date, in the same way: a question comes in, or a colleague takes it. */
export function useLiveReviews(): void {
	const queries = useQueryClient();
	useEffect(() => {
		const stop = new AbortController();
		const refetch = () => void queries.invalidateQueries({ queryKey: ["reviews"] });
		void listen("/api/reviews/live", { onChange: refetch, onOut: refetch }, stop.signal);
		return () => stop.abort();
	}, [queries]);
}

type Heard = { onChange: () => void; onOut: () => void };

async function listen(path: string, { onChange, onOut }: Heard, signal: AbortSignal): Promise<void> {
	let lost = 0;
	while (!signal.aborted) {
		try {
			const token = await liveToken();
			if (!token) return;
			const response = await fetch(path, {
				// Listening keeps no session alive.
				headers: { accept: "text/event-stream", authorization: `Bearer ${token}`, "samenplan-present": "no" },
				signal,
			});
			// Not allowed or not found: asking again would not help. Whoever listened before is out now; what the page shows goes with it.
			if (response.status >= 400 && response.status < 500 && response.status !== 429) {
				if (lost > 0) (response.status === 401 ? onChange : onOut)();
				return;
			}
			if (response.ok && response.body) {
				// What changed while nobody listened.
				if (lost > 0) onChange();
				lost = 0;
				// Who may not listen any more, or is signed out, asks at once what it is.
				if ((await readEvents(response.body, onChange)) === "out") {
					lost = 1;
					continue;
				}
			}
		} catch {
			if (signal.aborted) return;
		}
		await pause((pauses[Math.min(lost, pauses.length - 1)] ?? 45) * 1000, signal);
		lost += 1;
	}
}

/** Reads until the stream ends; says whether that was because the reader is out. */
async function readEvents(body: ReadableStream<Uint8Array>, onChange: () => void): Promise<"out" | "ended"> {
	let end: "out" | "ended" = "ended";
	const parser = createParser({
		onEvent: (event) => {
			if (event.event === "changed") onChange();
			if (event.event === "out") end = "out";
		},
	});
	const decoder = new TextDecoder();
	const reader = body.getReader();
	for (let part = await reader.read(); !part.done; part = await reader.read()) parser.feed(decoder.decode(part.value, { stream: true }));
	return end;
}

/** Waits, but not longer than until the connection is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			removeEventListener("online", done);
			signal.removeEventListener("abort", done);
			resolve();
		};
		const timer = setTimeout(done, milliseconds);
		addEventListener("online", done);
		signal.addEventListener("abort", done);
	});
}
