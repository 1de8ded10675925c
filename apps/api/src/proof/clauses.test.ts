import { expect, it } from "vitest";
import { withoutEachClause } from "./clauses.ts";

it.each([
	["a", ["true"]],
	["(a AND b)", ["true", "(true AND b)", "(a AND true)"]],
	["(a AND (b OR c))", ["true", "(true AND (b OR c))", "(a AND true)", "(a AND (false OR c))", "(a AND (b OR false))"]],
	["f((SELECT x AND y)) AND b", ["true", "true AND b", "f((SELECT x AND y)) AND true"]],
	[
		"CASE k WHEN 'a AND' THEN x ELSE y END",
		["true", "CASE k WHEN 'a AND' THEN true ELSE y END", "CASE k WHEN 'a AND' THEN x ELSE true END"],
	],
])("leaves out each condition of %s", (expression, expected) => {
	const tidy = (text: string) => text.replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ \)/g, ")");
	expect(withoutEachClause(expression).map(tidy)).toEqual(expected);
});
