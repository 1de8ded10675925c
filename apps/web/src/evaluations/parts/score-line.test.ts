import type { Evaluation } from "@samenplan/contract/evaluations";
import { expect, it } from "vitest";
import { sightOf } from "./score-line.tsx";

const scores = (...given: number[]): Evaluation["scores"] =>
	given.map((score, index) => ({
		goalId: "goal",
		personId: `person-${index}`,
		score,
		text: "",
		language: "nl",
		writtenBy: `person-${index}`,
		recorded: false,
		version: 1,
		updatedAt: "2026-11-22T10:00:00Z",
	}));

it.each([
	[[], "one"],
	[[2], "one"],
	[[1, 1, 1], "same"],
	[[0, 1], "near"],
	[[-1, 0, 0], "near"],
	[[-1, 1], "differ"],
	[[0, 0, 0, -2], "differ"],
	[[-2, 2], "differ"],
] as const)("views %j of a goal: %s", (given, sight) => expect(sightOf(scores(...given))).toBe(sight));
