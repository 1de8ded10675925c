import { describe, expect, it } from "vitest";
import { groundsOf, personGround } from "./person.tsx";

describe("the grounds of people seen together", () => {
	const people = Array.from({ length: 8 }, (_, n) => `person-${n}`);

	it("are all different, up to eight people", () => {
		expect(new Set(groundsOf(people).values()).size).toBe(8);
	});

	it("stay the usual one for whoever comes first", () => {
		for (const person of people) expect(groundsOf([person, ...people]).get(person)).toBe(personGround(person));
	});

	it("leave the ninth person the usual ground", () => {
		expect(groundsOf([...people, "person-nine"]).has("person-nine")).toBe(false);
	});
});
