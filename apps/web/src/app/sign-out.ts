import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { clearAllDrafts } from "../lib/draft.ts";
import { signOut } from "../lib/session.ts";

/** Signs out and leaves nothing of a family on this device. */
export function useSignOut(): () => Promise<void> {
	const queries = useQueryClient();
	const navigate = useNavigate();
	return async () => {
		clearAllDrafts();
		const ended = signOut();
		navigate("/sign-in", { replace: true, state: { signedOut: true } });
		queries.clear();
		await ended;
	};
}
