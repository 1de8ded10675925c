/**
 * Proving again who one is. Any call that the server answers with `prove-again` waits here; the dialog in the frame asks, once for all
 * calls that wait, and tells whether it was proved.
 */
type Waiting = { promise: Promise<boolean>; settle: (proved: boolean) => void };

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

function tell(): void {
	for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`; as long as nobody listens there is no dialog, and nothing waits for it. */
export function subscribeToProof(listener: () => void): () => void {
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) settleProof(false);
	};
}

export function proofIsAsked(): boolean {
	return waiting !== undefined;
}

/** Asks for a proof. @returns whether it was given; false when the reader would rather not, or nobody can ask */
export function askProof(): Promise<boolean> {
	if (listeners.size === 0) return Promise.resolve(false);
	if (!waiting) {
		let settle: (proved: boolean) => void = () => undefined;
		const promise = new Promise<boolean>((resolve) => {
			settle = resolve;
		});
		waiting = { promise, settle };
		tell();
	}
	return waiting.promise;
}

/** The dialog is done: every call that waited goes on, or is refused after all. */
export function settleProof(proved: boolean): void {
	const was = waiting;
	waiting = undefined;
	was?.settle(proved);
	if (was) tell();
}
