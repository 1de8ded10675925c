import type { Session } from "@samenplan/contract/accounts";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { startSession } from "../lib/session.ts";

/** A place of our own to go to after signing in; anything else becomes the start. */
export function safePlace(to: string | null): string {
	if (!to) return "/";
	try {
		const url = new URL(to, location.origin);
		return url.origin === location.origin && to.startsWith("/") && !to.startsWith("//") ? url.pathname + url.search + url.hash : "/";
	} catch {
		return "/";
	}
}

/** What to do with a session instead of going somewhere: for signing in over a page that stays. */
export const EnterContext = createContext<((session: Session) => void) | undefined>(undefined);

/** Takes up a session and goes to where the reader wanted to be. */
export function useEnter(): (session: Session) => void {
	const here = useContext(EnterContext);
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [search] = useSearchParams();
	return (session) => {
		if (here) return here(session);
		queries.clear();
		startSession(session);
		navigate(safePlace(search.get("to")), { replace: true });
	};
}

/** Where to go after coming back from the organisation's sign-in service; kept in this tab. */
export const returnKey = "samenplan.sign-in-to";
