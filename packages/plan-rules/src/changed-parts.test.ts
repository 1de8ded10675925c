import { describe, expect, it } from "vitest";
import { changedParts } from "./changed-parts.ts";

const nothing = { steps: [], views: [], loadCapacity: [], goals: [], actions: [], networkTies: [], asks: [], decisions: [], help: [] };
const goal = (id: string, text: string, more: object = {}) => ({ id, text, state: "active", version: 1, ...more }) as never;

describe("what changed since a version", () => {
	it("is nothing when only states and counters moved", () => {
		const before = { ...nothing, goals: [goal("a", "Op tijd naar bed")] };
		const now = { ...nothing, goals: [goal("a", "Op tijd naar bed", { state: "achieved", version: 4 })] };
		expect(changedParts(before, now)).toEqual([]);
	});

	it("names what is new, what is different and what is gone, with its words", () => {
		const before = { ...nothing, goals: [goal("a", "Op tijd naar bed"), goal("b", "Samen eten")] };
		const now = { ...nothing, goals: [goal("a", "Om acht uur naar bed"), goal("c", "Vaker buiten")] };
		expect(changedParts(before, now)).toEqual([
			{ part: "goals", id: "a", change: "changed", words: "Om acht uur naar bed" },
			{ part: "goals", id: "c", change: "added", words: "Vaker buiten" },
			{ part: "goals", id: "b", change: "removed", words: "Samen eten" },
		]);
	});

	it("does not depend on the order in which fields are kept", () => {
		const before = { ...nothing, goals: [{ id: "a", text: "x", theme: "safety" } as never] };
		const now = { ...nothing, goals: [{ theme: "safety", text: "x", id: "a" } as never] };
		expect(changedParts(before, now)).toEqual([]);
	});
});
