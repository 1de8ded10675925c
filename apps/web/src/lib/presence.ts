/**
 * When somebody last did something here: a key, a touch, a pointer. A page that nobody looks at keeps asking for news; the server must
 * be able to tell that from a person. Tabs tell each other, since one may be read while another waits.
 */
let seenAt = Date.now();
let toldAt = 0;
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("samenplan.presence");

const tellEvery = 10_000;
/** Without a sign for so long, requests no longer count as somebody being there. */
const awayAfter = 120_000;

channel?.addEventListener("message", (event: MessageEvent<number>) => {
	seenAt = Math.max(seenAt, Math.min(event.data, Date.now()));
});
for (const kind of ["pointerdown", "pointermove", "keydown", "touchstart", "wheel"])
	globalThis.addEventListener?.(kind, () => beSeen(), { passive: true, capture: true });

/** Somebody is here. */
export function beSeen(): void {
	seenAt = Date.now();
	if (seenAt - toldAt < tellEvery) return;
	toldAt = seenAt;
	channel?.postMessage(seenAt);
}

/** Milliseconds since somebody last did something, in any tab. */
export function awayFor(): number {
	return Date.now() - seenAt;
}

export function isPresent(): boolean {
	return awayFor() < awayAfter;
}
