/**
 * The time as the server tells it with each answer. The clock of a phone may be wrong, and in the demo the product's clock is moved;
 * a day that is filled in beforehand must be the server's day.
 */
let aheadMilliseconds = 0;

/** Learns from an answer how far the server's clock is ahead of this device's; the header is exact to a second. */
export function learnTime(response: Response): void {
	const told = Date.parse(response.headers.get("date") ?? "");
	if (!Number.isNaN(told)) aheadMilliseconds = Math.abs(told - Date.now()) < 60_000 ? 0 : told - Date.now();
}

export const now = () => new Date(Date.now() + aheadMilliseconds);
