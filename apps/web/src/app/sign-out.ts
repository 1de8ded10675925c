import { useQueryClient } from "@tanstack/react-query";
import { clearAllDrafts } from "../lib/draft.ts";
import { forgetDrafts, sendDraftsNow } from "../lib/draft-sync.ts";
import { signOut } from "../lib/session.ts";

/** Signs out and leaves nothing of a family on this device; the frame then leads to the sign-in page. */
export function useSignOut(): () => Promise<void> {
	const queries = useQueryClient();
	return async () => {
		// What was typed a moment ago waits for its writer at the server; here nothing of it stays.
		await sendDraftsNow();
		forgetDrafts();
		clearAllDrafts();
		const ended = signOut();
		queries.clear();
		await ended;
	};
}
