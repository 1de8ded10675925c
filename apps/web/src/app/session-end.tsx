import { readSession } from "@samenplan/contract/sessions";
import { lazy, Suspense, useEffect, useState } from "react";
import { call, lastTouch } from "../lib/api.ts";
import { awayFor, beSeen } from "../lib/presence.ts";
import { expireSession, sessionLength } from "../lib/session.ts";
import { Text, useText } from "../lib/text.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Loading } from "../ui/notice.tsx";
import { useSignOut } from "./sign-out.ts";

const SignInHere = lazy(() => import("../accounts/parts/sign-in-here.tsx"));

const minute = 60_000;
/** Longer than a day nobody sits and waits: then there is nothing to announce. */
const longest = 24 * 60 * minute;

/** How long before the end the reader is asked: five minutes, or a third of a short session. */
const announce = (idle: number) => Math.min(5 * minute, idle / 3);

/**
 * Asks in time whether somebody is still there, and ends a session nobody uses. Typing counts as being there, also when nothing is sent
 * yet: then the server is told. What was typed stays.
 */
export function IdleWatch() {
	const say = useText();
	const signOut = useSignOut();
	const [asking, setAsking] = useState<"idle" | "until">();
	useEffect(() => {
		const look = () => {
			const length = sessionLength();
			if (!length || length.idle > longest) return;
			const away = awayFor();
			const left = Math.min(length.idle - away, length.until - Date.now());
			if (left <= 0) return void expireSession();
			const ending = length.until - Date.now() < announce(length.idle);
			setAsking(ending ? "until" : left <= announce(length.idle) ? "idle" : undefined);
			// Somebody types or reads without asking the server anything.
			if (away < minute && Date.now() - lastTouch() > Math.min(4 * minute, length.idle / 4)) void stillHere();
		};
		document.addEventListener("visibilitychange", look);
		const timer = setInterval(look, 5000);
		return () => {
			document.removeEventListener("visibilitychange", look);
			clearInterval(timer);
		};
	}, []);
	const [seen, setSeen] = useState(false);
	useEffect(() => {
		if (asking === undefined) setSeen(false);
	}, [asking]);
	const stay = () => {
		beSeen();
		if (asking === "until") setSeen(true);
		else setAsking(undefined);
		void stillHere();
	};
	return (
		<Dialog
			open={asking !== undefined && !seen}
			onClose={stay}
			title={say(asking === "until" ? "shell.ending.until-title" : "shell.ending.title")}
			actions={
				<>
					<Button onClick={stay}>{say(asking === "until" ? "shell.ending.until-go-on" : "shell.ending.stay")}</Button>
					<Button look="quiet" onClick={() => void signOut()}>
						{say("shell.sign-out")}
					</Button>
				</>
			}
		>
			<p>
				<Text id={asking === "until" ? "shell.ending.until-words" : "shell.ending.words"} />
			</p>
		</Dialog>
	);
}

const stillHere = () => call(readSession).catch(() => undefined);

/** The session has ended: the page stays as it is behind this, and signing in goes on with it, in place. */
export function SessionEnded() {
	const say = useText();
	return (
		<Dialog open locked onClose={() => undefined} title={say("shell.ended.title")}>
			<p>
				<Text id="shell.ended.words" />
			</p>
			<Suspense fallback={<Loading />}>
				<SignInHere />
			</Suspense>
		</Dialog>
	);
}
