import type { Day } from "./age.ts";

/** The same day so many months later; the last day of the month when there is no such day (GDPR recital: Regulation 1182/71). */
export function monthsLater(day: Day, months: number): Day {
	const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day to answer: one month after the request came in, two months more when that was told in time (GDPR 12(3)). */
export function answerBy(receivedOn: Day, extended: boolean): Day {
	return monthsLater(receivedOn, extended ? 3 : 1);
}

/**
 * The last day on which what was granted must be gone: three months after the request came in (Youth Act 7.3.9), which is never
 * later than three months after it was granted.
 */
export function destroyBy(receivedOn: Day): Day {
	return monthsLater(receivedOn, 3);
}
