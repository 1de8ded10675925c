import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

const places = new Map<string, number>();

/** Going on starts at the top (or at the anchor); going back returns to where one was, also when the page fills up late. */
export function useScrollMemory(): void {
	const { key, hash, pathname } = useLocation();
	const kind = useNavigationType();
	const before = useRef(pathname);
	useEffect(() => {
		history.scrollRestoration = "manual";
		const remember = () => places.set(key, window.scrollY);
		addEventListener("scroll", remember, { passive: true });
		return () => removeEventListener("scroll", remember);
	}, [key]);
	useEffect(() => {
		const samePage = before.current === pathname;
		before.current = pathname;
		const wanted = kind === "POP" ? places.get(key) : undefined;
		if (wanted === undefined && samePage && !hash) return;
		return reach(() => {
			if (hash) {
				const target = document.getElementById(decodeURIComponent(hash.slice(1)));
				target?.scrollIntoView();
				return target !== null;
			}
			window.scrollTo(0, wanted ?? 0);
			return !wanted || Math.abs(window.scrollY - wanted) < 2;
		});
	}, [key, hash, kind, pathname]);
}

/** Tries for a second and a half, unless the reader scrolls. */
function reach(attempt: () => boolean): () => void {
	let frame = 0;
	const end = performance.now() + 1500;
	const stop = () => cancelAnimationFrame(frame);
	const go = () => {
		if (!attempt() && performance.now() < end) frame = requestAnimationFrame(go);
	};
	addEventListener("wheel", stop, { once: true, passive: true });
	addEventListener("touchstart", stop, { once: true, passive: true });
	addEventListener("keydown", stop, { once: true });
	go();
	return () => {
		stop();
		removeEventListener("wheel", stop);
		removeEventListener("touchstart", stop);
		removeEventListener("keydown", stop);
	};
}
