import { expect, it } from "vitest";
import { type AskState, askMoves } from "./ask-moves.ts";

it.each<[AskState, number, AskState[]]>([
	["open", 0, ["withdrawn"]],
	["open", 1, ["taken", "withdrawn"]],
	["taken", 1, ["done", "open", "withdrawn"]],
	["done", 1, ["taken"]],
	["done", 0, []],
	["withdrawn", 2, ["open"]],
])("an ask that is %s with %i offers can become %j", (state, offers, expected) => {
	expect(askMoves(state, offers)).toEqual(expected);
});
