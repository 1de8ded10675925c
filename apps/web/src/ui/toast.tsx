import { Check } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { useText } from "../lib/text.tsx";

type Toast = {
	/** What was done, in words: "The goal is saved." */
	words: string;
	/** Takes it back. */
	undo?: () => void;
};

type Shown = Toast & { id: number };
let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();
const change = (next: readonly Shown[]) => {
	shown = next;
	for (const listener of listeners) listener();
};

/** Says in passing that something was done. Never for problems: those stay in place. */
export function toast(one: Toast): void {
	last += 1;
	// One at a time: an earlier undo is no longer what one means.
	change([{ ...one, id: last }]);
}

/** The place where toasts appear; once, in the app. Stays eight seconds, with an undo twenty, and while the pointer is on it. */
export function Toasts() {
	const now = useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => shown,
	);
	return (
		<section className="sp-toasts" aria-live="polite">
			{now.map((one) => (
				<OneToast key={one.id} toast={one} />
			))}
		</section>
	);
}

function OneToast({ toast: one }: { toast: Shown }) {
	const say = useText();
	const close = () => change(shown.filter((other) => other.id !== one.id));
	useEffect(() => {
		const timer = setTimeout(() => change(shown.filter((other) => other.id !== one.id)), one.undo ? 20_000 : 8_000);
		return () => clearTimeout(timer);
	}, [one]);
	return (
		<div className="sp-toast">
			<Check aria-hidden="true" />
			<span>{one.words}</span>
			{one.undo ? (
				<button
					type="button"
					onClick={() => {
						one.undo?.();
						close();
					}}
				>
					{say("ui.undo")}
				</button>
			) : (
				<button type="button" onClick={close}>
					{say("ui.close")}
				</button>
			)}
		</div>
	);
}
