import { useSyncExternalStore } from "react";

let words = "";
const listeners = new Set<() => void>();

/** Says something to those who listen instead of look, for example "12 families found". */
export function announce(next: string): void {
	// The same words twice are only read again when they differ.
	words = next === words ? `${next}\u00a0` : next;
	for (const listener of listeners) listener();
}

/** The live region behind `announce`; once, in the app. */
export function Announcer() {
	const now = useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => words,
	);
	return (
		<div className="sp-hidden" role="status" aria-live="polite">
			{now}
		</div>
	);
}
