import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { expireSession } from "../lib/session.ts";
import { Text, useText } from "../lib/text.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Minutes without any sign of the reader before asking, and before the session ends. */
const askAfter = 50;
const endAfter = 60;

/** Asks in time whether somebody is still there, and ends a session nobody uses. What was typed stays. */
export function IdleWatch() {
	const say = useText();
	const seen = useRef(Date.now());
	const [asking, setAsking] = useState(false);
	useEffect(() => {
		const sign = () => {
			seen.current = Date.now();
		};
		const look = () => {
			const minutes = (Date.now() - seen.current) / 60_000;
			if (minutes >= endAfter) void expireSession();
			else setAsking(minutes >= askAfter);
		};
		const signs = ["pointerdown", "keydown", "scroll"] as const;
		for (const kind of signs) addEventListener(kind, sign, { passive: true });
		document.addEventListener("visibilitychange", look);
		const timer = setInterval(look, 15_000);
		return () => {
			for (const kind of signs) removeEventListener(kind, sign);
			document.removeEventListener("visibilitychange", look);
			clearInterval(timer);
		};
	}, []);
	const stay = () => {
		seen.current = Date.now();
		setAsking(false);
	};
	return (
		<Dialog
			open={asking}
			onClose={stay}
			title={say("shell.ending.title")}
			actions={<Button onClick={stay}>{say("shell.ending.stay")}</Button>}
		>
			<p>
				<Text id="shell.ending.words" />
			</p>
		</Dialog>
	);
}

/** The session has ended: the page stays in sight behind this, and signing in leads back to it. */
export function SessionEnded() {
	const say = useText();
	const { pathname, search, hash } = useLocation();
	return (
		<Dialog
			open
			locked
			onClose={() => undefined}
			title={say("shell.ended.title")}
			actions={
				<ButtonLink to={`/sign-in?to=${encodeURIComponent(`${pathname}${search}${hash}`)}`}>{say("shell.ended.sign-in")}</ButtonLink>
			}
		>
			<p>
				<Text id="shell.ended.words" />
			</p>
		</Dialog>
	);
}
