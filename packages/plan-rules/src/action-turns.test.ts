import { expect, it } from "vitest";
import { isToDo } from "./action-turns.ts";

type Repeats = Parameters<typeof isToDo>[0]["repeats"];

it.each<[Repeats, string | null, string, boolean]>([
	["once", null, "2026-11-18", true],
	["once", "2026-11-01", "2026-11-18", false],
	["daily", "2026-11-18", "2026-11-18", false],
	["daily", "2026-11-17", "2026-11-18", true],
	// 16 November 2026 is a Monday.
	["weekly", "2026-11-16", "2026-11-22", false],
	["weekly", "2026-11-15", "2026-11-16", true],
	["weekly", "2026-12-31", "2027-01-01", false],
	["monthly", "2026-11-01", "2026-11-30", false],
	["monthly", "2026-10-31", "2026-11-01", true],
])("a step that comes %s, reported %s, on %s: to do is %s", (repeats, reportedOn, today, expected) => {
	expect(isToDo({ state: reportedOn === null ? "to_do" : "done", repeats, reportedOn }, today)).toBe(expected);
});
