import { expect, it } from "vitest";
import { safePlace } from "./sign-in.ts";

it.each([
	["/families/1/goals?x=1#here", "/families/1/goals?x=1#here"],
	[null, "/"],
	["https://elsewhere.example/", "/"],
	["//elsewhere.example/", "/"],
	["/\\elsewhere.example", "/"],
	["javascript:alert(1)", "/"],
])("after signing in, %s leads to %s", (to, place) => {
	expect(safePlace(to)).toBe(place);
});
