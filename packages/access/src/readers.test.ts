import { describe, expect, it } from "vitest";
import { readersOf } from "./readers.ts";

const today = "2026-06-15";
const persons = [
	{ id: "coordinator", relation: "coordinator", bornOn: null },
	{ id: "mother", relation: "parent", bornOn: null },
	{ id: "father", relation: "parent", bornOn: null },
	{ id: "girl", relation: "child", bornOn: "2014-06-15" },
	{ id: "boy", relation: "child", bornOn: "2014-06-16" },
	{ id: "grandmother", relation: "network_member", bornOn: null },
];
const authority = (parentId: string, holds: "yes" | "no" | "unknown") => ({ parentId, childId: "boy", holds });

describe("who can read a text", () => {
	it.each([
		[
			"both parents with authority, the child of twelve today and the coordinator",
			"core",
			["yes", "yes"],
			[],
			["coordinator", "mother", "father", "girl"],
		],
		["not the parent whose authority is unknown", "core", ["yes", "unknown"], [], ["coordinator", "mother", "girl"]],
		["the scientist while a review is open", "core", ["yes", "no"], ["scientist"], ["coordinator", "mother", "girl", "scientist"]],
		["only the family when it is private", "family", ["yes", "yes"], ["scientist"], ["mother", "father", "girl"]],
	] as const)("%s", (_title, audience, [mother, father], scientists, expected) => {
		const authorities = [authority("mother", mother), authority("father", father)];
		expect(readersOf(audience, { persons, authorities }, scientists, today)).toEqual(expected);
	});
});
