import { useQueryClient } from "@tanstack/react-query";
import { clearAllDrafts } from "../lib/draft.ts";
import { signOut } from "../lib/session.ts";

/** Signs out and leaves nothing of a family on this device; the frame then leads to the sign-in page. */
export function useSignOut(): () => Promise<void> {
	const queries = useQueryClient();
	return async () => {
		clearAllDrafts();
		const ended = signOut();
		queries.clear();
		await ended;
	};
}
