import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { nl } from "@samenplan/language/nl";
import { nlWork } from "@samenplan/language/nl.work";
import { expect, it } from "vitest";

const source = join(import.meta.dirname, "..");
/** A plan on paper says the words of the screens, and some of its own. */
const onPaper = join(import.meta.dirname, "../../../api/src/plans/paper");
/** Words of values are said by `term()`, words of problems and reasons by their code. */
const saidByCode = /^(term|problem|method)\./;

it("has no message that no page and no paper says", async () => {
	const files = (await readdir(source, { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));
	const paper = (await readdir(onPaper)).filter((name) => !name.includes(".test."));
	const paths = [...files.map((name) => join(source, name)), ...paper.map((name) => join(onPaper, name))];
	const text = paths.map((path) => readFileSync(path, "utf8")).join("\n");
	const literal = new Set([...text.matchAll(/["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/g)].map(([, key]) => key));
	const made = [...text.matchAll(/`([a-z][\w-]*\.(?:[^`$\s]|\$\{[^}]*\})*)`/g)].map(
		([, template = ""]) =>
			new RegExp(
				`^${template
					.split(/\$\{[^}]*\}/)
					.map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&"))
					.join("[\\w.-]*")}$`,
			),
	);
	expect(files.length).toBeGreaterThan(100);
	const said = (key: string) => saidByCode.test(key) || literal.has(key) || made.some((pattern) => pattern.test(key));
	expect(Object.keys({ ...nl, ...nlWork }).filter((key) => !said(key))).toEqual([]);
});
