import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { clearAllDrafts } from "../lib/draft.ts";
import { forgetDrafts, sendDraftsNow } from "../lib/draft-sync.ts";
import { signOut } from "../lib/session.ts";

/**
 * Signs out and leaves nothing of a family on this device; the frame then leads to the sign-in page. When words that were typed
 * could not be brought to the server, it asks first: who stays, keeps them.
 */
export function useSignOut(): () => Promise<void> {
	const queries = useQueryClient();
	return async () => {
		// What was typed a moment ago waits for its writer at the server; here nothing of it stays.
		const unsent = await sendDraftsNow();
		if (unsent > 0 && !(await mayForget(unsent))) return;
		forgetDrafts();
		clearAllDrafts();
		const ended = signOut();
		queries.clear();
		await ended;
	};
}

type Question = { unsent: number; answer: (forget: boolean) => void };
let question: Question | undefined;
const listeners = new Set<() => void>();
function change(next: Question | undefined): void {
	question = next;
	for (const listener of listeners) listener();
}

/** Asks whether so many texts may be lost; a question that stands already is answered with no. */
function mayForget(unsent: number): Promise<boolean> {
	question?.answer(false);
	return new Promise((resolve) => {
		const answer = (forget: boolean) => {
			change(undefined);
			resolve(forget);
		};
		change({ unsent, answer });
	});
}

/** What somebody who signs out is asked, if anything; for the one place that shows it. */
export function useSignOutQuestion(): Question | undefined {
	return useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => question,
	);
}
