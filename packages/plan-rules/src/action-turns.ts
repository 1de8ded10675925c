/** A small step as far as its turns matter. `reportedOn` is the day in Europe/Amsterdam, or null. */
type Turn = { state: "to_do" | "done" | "did_not_work"; repeats: "once" | "daily" | "weekly" | "monthly"; reportedOn: string | null };

/**
 * Whether a small step is to be done today: never reported, or it repeats and a next day, week (from Monday) or month has begun
 * since the last report.
 *
 * @param today `YYYY-MM-DD`
 */
export function isToDo({ state, repeats, reportedOn }: Turn, today: string): boolean {
	if (state === "to_do" || reportedOn === null) return true;
	if (repeats === "once") return false;
	return startOf(repeats, reportedOn) < startOf(repeats, today);
}

function startOf(repeats: "daily" | "weekly" | "monthly", day: string): string {
	if (repeats === "daily") return day;
	if (repeats === "monthly") return day.slice(0, 7);
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
	return date.toISOString().slice(0, 10);
}
