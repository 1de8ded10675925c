import { describe, expect, it } from "vitest";
import { partIsAbout } from "./shared-part.ts";

const family = {
	children: [
		{ id: "b-noor", givenName: "Noor" },
		{ id: "a-sem", givenName: "Sem" },
		{ id: "c-unnamed", givenName: "" },
	],
	parentIds: ["mother", "father"],
};
const children = ["a-sem", "b-noor", "c-unnamed"];
const goal = (forKind: string | null, forPersonId: string | null = null) => ({ object: "goal" as const, forKind, forPersonId });
const ask = (text: string, writtenBy = "mother") => ({ object: "ask" as const, text, writtenBy });

describe("whom a part of the plan is about", () => {
	it("is every child for help and for a version of the plan", () => {
		for (const object of ["help", "plan_version"] as const) {
			expect(partIsAbout({ object }, family)).toEqual(children);
			expect(partIsAbout({ object }, { ...family, children: [] })).toEqual(["father", "mother"]);
			expect(partIsAbout({ object }, { children: [], parentIds: [] })).toEqual([]);
		}
	});

	it("is who a goal is for, the parents for theirs, otherwise every child", () => {
		expect(partIsAbout(goal("child", "a-sem"), family)).toEqual(["a-sem"]);
		expect(partIsAbout(goal("parent", "mother"), family)).toEqual(["mother"]);
		for (const kind of ["parent", "parents_together"]) {
			expect(partIsAbout(goal(kind), family)).toEqual(["father", "mother"]);
			expect(partIsAbout(goal(kind), { ...family, parentIds: [] })).toEqual(children);
		}
		for (const kind of ["child", "sibling", "whole_family", null]) expect(partIsAbout(goal(kind), family)).toEqual(children);
	});

	it("is the children that words to the own people name, otherwise who wrote them when they are family", () => {
		expect(partIsAbout(ask("Wie haalt NOOR op?"), family)).toEqual(["b-noor"]);
		expect(partIsAbout(ask("Wie haalt Sem en noor op?"), family)).toEqual(["a-sem", "b-noor"]);
		expect(partIsAbout(ask("Wie doet boodschappen?"), family)).toEqual(["mother"]);
		expect(partIsAbout(ask("Wie doet boodschappen?", "b-noor"), family)).toEqual(["b-noor"]);
		expect(partIsAbout(ask("Wie doet boodschappen?", "coordinator"), family)).toEqual(children);
		expect(partIsAbout(ask("Wie doet boodschappen?", "coordinator"), { ...family, children: [] })).toEqual(["father", "mother"]);
	});
});
