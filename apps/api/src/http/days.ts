import { HttpProblem } from "./problems.ts";

/** A calendar day of the contract as the database keeps it; nothing stays nothing. */
export function dayColumn<Day extends string | null>(day: Day): Day extends string ? Date : Date | null {
	return (day === null ? null : new Date(`${day}T00:00:00Z`)) as never;
}

/** The other way round: a day of the database as the contract says it, `YYYY-MM-DD`. */
export function dayOfColumn<Column extends Date | null>(column: Column): Column extends Date ? string : string | null {
	return (column === null ? null : column.toISOString().slice(0, 10)) as never;
}

/**
 * Checks that a day lies within its bounds; both count.
 * @throws HttpProblem `invalid-input` at the field, `too-early` or `too-late`
 */
export function assertDay(day: string, path: string, { from, until }: { from?: string; until?: string }): void {
	const code = from !== undefined && day < from ? "too-early" : until !== undefined && day > until ? "too-late" : undefined;
	if (code) throw new HttpProblem("invalid-input", { errors: [{ path, code }] });
}

/**
 * Checks that a day is not later than a rule of the method allows, and says until when it is possible.
 * @throws HttpProblem `invalid-input` at the field, `too-late` with the last day
 */
export function assertUntil(day: string, path: string, last: string): void {
	if (day > last) throw new HttpProblem("invalid-input", { errors: [{ path, code: "too-late", day: last }] });
}
