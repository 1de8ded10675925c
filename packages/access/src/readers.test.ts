import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Audience, audiences } from "./audiences.ts";
import { audiencesOf, changeOfReaders, type Involved, readersOf, relationToCome } from "./readers.ts";
import { type Relation, relations } from "./relations.ts";

const person = (id: string, ...is: Relation[]): Involved => ({ id, relations: is });
const people = [
	person("coordinator", "coordinator"),
	person("mother", "parent_with_authority"),
	person("father", "parent_with_authority"),
	person("stepfather", "parent_without_authority"),
	person("girl", "young_person"),
	person("boy of eight"),
	person("grandmother", "network_member"),
	person("teacher", "professional"),
	person("scientist", "scientist"),
	person("who broke the glass", "emergency"),
	person("privacy officer", "privacy_officer"),
];

describe("who can read a text", () => {
	it.each([
		["family", ["mother", "father", "girl"]],
		["core", ["coordinator", "mother", "father", "girl", "scientist"]],
		["staff", ["coordinator", "scientist"]],
		["circle", ["coordinator", "mother", "father", "stepfather", "girl", "grandmother", "teacher", "scientist"]],
	] as const)("%s", (audience, expected) => {
		expect(readersOf({ audience, readers: [] }, people, "mother")).toEqual(expected);
	});

	it("of words for named persons: they and the writer, and nobody who cannot come in", () => {
		expect(readersOf({ audience: "named", readers: ["girl", "boy of eight", "stranger"] }, people, "mother")).toEqual(["mother", "girl"]);
	});

	it("keeps private family time from a parent who is here as a professional too", () => {
		const both = [person("aunt", "young_person_16", "professional")];
		expect(readersOf({ audience: "family", readers: [] }, both)).toEqual([]);
		expect(readersOf({ audience: "core", readers: [] }, both)).toEqual(["aunt"]);
	});
});

describe("a change of readers", () => {
	const choice = (audience: Audience, ...readers: string[]) => ({ audience, readers });
	it.each([
		[choice("core"), choice("core"), "same"],
		[choice("family"), choice("core"), "release"],
		[choice("family"), choice("circle"), "wider"],
		[choice("family"), choice("named", "girl"), "narrower"],
		[choice("family"), choice("named", "coordinator"), "wider"],
		[choice("core"), choice("family"), "narrower"],
		[choice("core"), choice("named", "girl", "coordinator"), "narrower"],
		[choice("core"), choice("named", "grandmother"), "wider"],
		[choice("core"), choice("circle"), "wider"],
		[choice("staff"), choice("core"), "wider"],
		[choice("named", "girl"), choice("core"), "wider"],
		[choice("named", "girl"), choice("named", "girl", "father"), "wider"],
		[choice("named", "girl", "father"), choice("named", "girl"), "narrower"],
		[choice("named", "girl"), choice("named", "girl"), "same"],
		[choice("circle"), choice("named", "grandmother"), "narrower"],
	] as const)("from %j to %j is %s", (from, to, expected) => {
		expect(changeOfReaders(from, to, people, "mother")).toBe(expected);
	});

	it("never calls a change the same or narrower that gives somebody a text they could not read", () => {
		const anyone = fc.constantFrom(...people.map(({ id }) => id));
		const anyChoice = fc.record({ audience: fc.constantFrom(...audiences), readers: fc.uniqueArray(anyone, { maxLength: 4 }) });
		fc.assert(
			fc.property(anyChoice, anyChoice, anyone, (from, to, writer) => {
				const before = readersOf(from, people, writer);
				const gained = readersOf(to, people, writer).filter((id) => id !== writer && !before.includes(id));
				if (gained.length > 0) expect(["wider", "release"]).toContain(changeOfReaders(from, to, people, writer));
			}),
		);
	});
});

describe("the audiences somebody chooses from", () => {
	it("hold nothing that the writer may not read, whatever they are to the family", () => {
		for (const relation of relations)
			for (const audience of audiencesOf([relation]))
				expect(readersOf({ audience, readers: [] }, [person("me", relation)], "me")).toEqual(["me"]);
	});
	it.each([
		["coordinator", ["core", "circle", "named", "staff"]],
		["parent_with_authority", ["family", "core", "circle", "named"]],
		["young_person", ["family", "core", "circle", "named"]],
		["scientist", ["core", "staff"]],
		["network_member", []],
	] as const)("of a %s", (relation, expected) => {
		expect(audiencesOf([relation])).toEqual(expected);
	});
});

describe("what somebody will be once they take part", () => {
	const today = "2026-06-15";
	const facts = [
		{ id: "mother", relation: "parent", bornOn: null },
		{ id: "girl", relation: "child", bornOn: "2014-06-15" },
		{ id: "boy", relation: "child", bornOn: "2014-06-16" },
		{ id: "grandmother", relation: "network_member", bornOn: null },
	];
	const holds = (fact: "yes" | "no" | "unknown") => [{ parentId: "mother", childId: "boy", holds: fact }];
	it.each([
		["mother", "yes", "parent_with_authority"],
		["mother", "unknown", "parent_without_authority"],
		["girl", "yes", "young_person"],
		["boy", "yes", undefined],
		["grandmother", "yes", "network_member"],
	] as const)("%s, authority %s: %s", (id, fact, expected) => {
		const who = facts.find((each) => each.id === id) as (typeof facts)[number];
		expect(relationToCome(who, { persons: facts, authorities: holds(fact) }, today)).toBe(expected);
	});
});
