import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
	conditionsOfRelation,
	personStates,
	rightsOfOpenPlan,
	rightsPartlyOfOpenPlan,
	rightsWithConsent,
	rightsWithReason,
} from "@samenplan/access/conditions";
import { dutyPolicy, familyPolicy } from "@samenplan/access/policy";
import { duties, relations } from "@samenplan/access/relations";
import { dutyRights, familyRights, rightsThatProveAgain } from "@samenplan/access/rights";
import { familyTables } from "@samenplan/access/tables";
import type { Bench, Verdict } from "./mutation.ts";

const sources = dirname(fileURLToPath(import.meta.resolve("@samenplan/access/policy")));
const folder = join(sources, "..", ".mutants", String(process.pid));

/** One rule changed in a copy of packages/access, and the tests that must notice. */
type AccessMutant = { name: string; file: string; source: string; tests: readonly string[] };

/**
 * Every cell of the policy the other way round (a yes taken away, an own made a yes, a yes where there was none), every duty, every
 * right that asks to prove again, every condition; and every comparison of the rules about age, readers, consent and requests.
 */
export function accessMutants(): AccessMutant[] {
	const source = (file: string) => readFileSync(join(sources, file), "utf8");
	const [policy, rights, conditions] = [source("policy.ts"), source("rights.ts"), source("conditions.ts")];
	const added = (file: string, text: string, tests: readonly string[]) => (name: string, line: string) => ({
		name,
		file,
		source: `${text}\n${line}\n`,
		tests,
	});
	const inPolicy = added("policy.ts", policy, ["policy.test.ts"]);
	const inRights = added("rights.ts", rights, ["conditions.test.ts"]);
	const inConditions = added("conditions.ts", conditions, ["conditions.test.ts"]);
	const cells = familyRights.flatMap((right) =>
		relations.flatMap((relation) => {
			const grant = familyPolicy[right][relation];
			const cell = `familyPolicy["${right}"]["${relation}"]`;
			const of = (what: string) => `${right} x ${relation}: ${what}`;
			return grant === undefined
				? [inPolicy(of("yes"), `${cell} = "yes";`)]
				: [
						inPolicy(of("no"), `delete ${cell};`),
						inPolicy(of(grant === "own" ? "yes" : "own"), `${cell} = "${grant === "own" ? "yes" : "own"}";`),
					];
		}),
	);
	const ofDuties = dutyRights.flatMap((right) =>
		duties.map((duty) => {
			const may = dutyPolicy[right].includes(duty);
			const list = may ? dutyPolicy[right].filter((each) => each !== duty) : [...dutyPolicy[right], duty];
			return inPolicy(`${right} x ${duty}: ${may ? "no" : "yes"}`, `dutyPolicy["${right}"] = ${JSON.stringify(list)} as never;`);
		}),
	);
	const without = (list: string, values: readonly string[], put: typeof inRights) =>
		values.map((value, place) => put(`${list} without ${value}`, `(${list} as string[]).splice(${place}, 1);`));
	const inList = [
		...without("rightsThatProveAgain", rightsThatProveAgain, inRights),
		...without("rightsOfOpenPlan", rightsOfOpenPlan, inConditions),
		...without("rightsPartlyOfOpenPlan", rightsPartlyOfOpenPlan, inConditions),
		...without("rightsWithConsent", rightsWithConsent, inConditions),
		...without("rightsWithReason", rightsWithReason, inConditions),
		...Object.keys(conditionsOfRelation).map((relation) =>
			inConditions(`conditionsOfRelation without ${relation}`, `delete (conditionsOfRelation as Record<string, unknown>).${relation};`),
		),
		...Object.keys(personStates).map((state) =>
			inConditions(
				`personStates: ${state} the other way round`,
				`(personStates as Record<string, unknown>).${state} = { does: "${state === "present" ? "nothing" : "as_relation"}" };`,
			),
		),
	];
	const rules = ["age.ts", "readers.ts", "consent.ts", "shared-part.ts", "who-may-ask.ts", "policy.ts", "rights.ts"].filter((file) =>
		existsSync(join(sources, file)),
	);
	const compared = rules.flatMap((file) => {
		const test = file.replace(".ts", ".test.ts");
		const tests = file === "rights.ts" ? ["conditions.test.ts"] : [test, "edges.test.ts"];
		return existsSync(join(sources, tests[0] as string)) ? comparisons(file, source(file)).map((mutant) => ({ ...mutant, tests })) : [];
	});
	return [...cells, ...ofDuties, ...inList, ...compared];
}

const otherWay: readonly [RegExp, string][] = [
	[/ >= /g, " > "],
	[/ <= /g, " < "],
	[/ < (?=\w+[;) ])/g, " <= "],
	[/ === /g, " !== "],
	[/ !== /g, " === "],
	[/ && /g, " || "],
	[/ \|\| /g, " && "],
	[/\.some\(/g, ".every("],
	[/\.every\(/g, ".some("],
];

/** Each comparison outside comments, types and imports, turned round. */
function comparisons(file: string, text: string): Omit<AccessMutant, "tests">[] {
	const found: Omit<AccessMutant, "tests">[] = [];
	for (const [pattern, other] of otherWay)
		for (const match of text.matchAll(pattern)) {
			const at = match.index as number;
			const line = text.slice(text.lastIndexOf("\n", at) + 1, text.indexOf("\n", at));
			if (/^\s*(\*|\/\/|\/\*|import|export type|type )/.test(line)) continue;
			const source = text.slice(0, at) + other + text.slice(at + match[0].length);
			found.push({ name: `${file}: ${match[0].trim()} as ${other.trim()} in "${line.trim().slice(0, 90)}"`, file, source });
		}
	return found;
}

/**
 * Runs the tests of every copy in one go, and reads which copies failed.
 *
 * @throws when a copy in which nothing was changed fails too: then failing proves nothing
 */
export async function judgeAccess(mutants: readonly AccessMutant[], say: (line: string) => void = () => undefined): Promise<Verdict> {
	const first = mutants[0];
	if (!first) throw new Error("There is nothing to leave out.");
	const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
	const unchanged = { name: "nothing", file: first.file, source: readFileSync(join(sources, first.file), "utf8"), tests };
	const { caught, survived } = await judgeCopies([...mutants, unchanged]);
	if (survived.at(-1) !== unchanged.name) throw new Error("The tests of packages/access fail before anything was left out.");
	survived.pop();
	for (const name of survived) say(`  survived: ${name}`);
	return { caught, survived };
}

async function judgeCopies(mutants: readonly AccessMutant[]): Promise<Verdict> {
	rmSync(folder, { recursive: true, force: true });
	try {
		const files = readdirSync(sources).filter((name) => name.endsWith(".ts"));
		for (const [place, mutant] of mutants.entries()) {
			const copy = join(folder, `m${place}`);
			mkdirSync(copy, { recursive: true });
			for (const name of files)
				if (!name.endsWith(".test.ts") || mutant.tests.includes(name)) cpSync(join(sources, name), join(copy, name));
			writeFileSync(join(copy, mutant.file), mutant.source);
		}
		writeFileSync(
			join(folder, "vitest.config.ts"),
			`export default { test: { root: ${JSON.stringify(folder)}, include: ["m*/*.test.ts"], isolate: false, pool: "threads", reporters: ["json"], outputFile: ${JSON.stringify(join(folder, "report.json"))} } };\n`,
		);
		await vitest();
		const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as { testResults: { name: string; status: string }[] };
		const failed = new Set(
			report.testResults.filter(({ status }) => status !== "passed").map(({ name }) => /[/\\]m(\d+)[/\\]/.exec(name)?.[1]),
		);
		const ran = new Set(report.testResults.map(({ name }) => /[/\\]m(\d+)[/\\]/.exec(name)?.[1]));
		const survived = mutants.filter((_, place) => !failed.has(String(place)) || !ran.has(String(place))).map(({ name }) => name);
		return { caught: mutants.length - survived.length, survived };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function vitest(): Promise<void> {
	const program = fileURLToPath(import.meta.resolve("vitest/package.json")).replace("package.json", "vitest.mjs");
	const child = spawn(process.execPath, [program, "run", "--config", join(folder, "vitest.config.ts")], { cwd: folder, stdio: "ignore" });
	return new Promise((resume) => child.on("exit", () => resume()));
}

/** What opens and changes each table, as the policy has it: each line left out must differ from what the database does. */
export async function judgeTables({ matrix }: Bench, say: (line: string) => void = () => undefined): Promise<Verdict> {
	const verdict: Verdict = { caught: 0, survived: [] };
	const check = async (name: string, table: string) => {
		if ((await matrix.run({ only: [table], stopAtFirst: true })).differences.length > 0) verdict.caught += 1;
		else {
			verdict.survived.push(name);
			say(`  survived: ${name}`);
		}
	};
	for (const [table, rule] of Object.entries(familyTables)) {
		for (const opening of rule.opens) {
			familyTables[table] = { ...rule, opens: rule.opens.filter((each) => each !== opening) };
			await check(`${table}: not opened by ${opening}`, table);
		}
		if (rule.changes.length > 0) {
			familyTables[table] = { ...rule, changes: [] };
			await check(`${table}: changed by nobody`, table);
		}
		for (const flag of ["closedInEmergency", "addedBy", "ownName"] as const)
			if (rule[flag] !== undefined) {
				const { [flag]: _, ...without } = rule;
				familyTables[table] = without;
				await check(`${table}: without ${flag}`, table);
			}
		familyTables[table] = rule;
	}
	return verdict;
}
