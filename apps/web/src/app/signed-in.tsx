import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Navigate, useLocation } from "react-router";
import { setDraftOwner } from "../lib/draft.ts";
import { MeContext, meQuery } from "../lib/me.ts";
import { messagesNow, showLanguage, subscribeToMessages } from "../lib/messages.ts";
import { liveToken, sessionState, subscribeToSession } from "../lib/session.ts";
import { Page } from "../ui/layout.tsx";
import { Loading } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ProofAsked } from "./proof-asked.tsx";
import { IdleWatch, SessionEnded } from "./session-end.tsx";
import { Shell } from "./shell.tsx";
import { SignOutAsked } from "./sign-out-asked.tsx";

/** Lets in who is signed in, in their own language and letter size; others go to the sign-in page and come back here afterwards. */
export function SignedIn() {
	const state = useSyncExternalStore(subscribeToSession, sessionState);
	const messages = useSyncExternalStore(subscribeToMessages, messagesNow);
	const { pathname, search, hash } = useLocation();
	const [unreachable, setUnreachable] = useState<unknown>();
	const { data: me, error, refetch } = useQuery({ ...meQuery, enabled: state === "signed-in" });

	useEffect(() => {
		if (state === "unknown" && !unreachable) liveToken().catch(setUnreachable);
	}, [state, unreachable]);
	const wasIn = useRef(false);
	useEffect(() => {
		if (!me) return;
		wasIn.current = true;
		setDraftOwner(me.person.id);
		void showLanguage(catalogueLanguageOf(me.language), me.side === "professional");
		document.documentElement.dataset.side = me.side;
		document.documentElement.dataset.letters = me.reading.largeLetters ? "large" : "normal";
	}, [me]);

	// Signed out on purpose, here or in another tab: nobody is led back to the page of who was here before.
	if (state === "signed-out" && wasIn.current) return <Navigate replace to="/sign-in" state={{ signedOut: true }} />;
	if (state === "signed-out" || (state === "expired" && !me)) {
		const to = `${pathname}${search}${hash}`;
		return <Navigate replace to={to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`} />;
	}
	if (unreachable || (error && !me)) {
		return (
			<Page width="text">
				<ProblemNotice
					error={unreachable ?? error}
					onRetry={() => {
						setUnreachable(undefined);
						if (state === "signed-in") void refetch();
					}}
				/>
			</Page>
		);
	}
	if (!me || (me.side === "professional" && !messages.work)) {
		return (
			<Page>
				<Loading />
			</Page>
		);
	}
	// Drafts are read while the page first draws, so their owner has to be known before the effects run.
	setDraftOwner(me.person.id);
	return (
		<MeContext value={me}>
			<Shell />
			{state === "expired" ? <SessionEnded /> : <IdleWatch />}
			<SignOutAsked />
			<ProofAsked />
		</MeContext>
	);
}
