import startTemplateDatabase from "@samenplan/testing/template-database";
import { type Bench, functionMutants, judge, policyMutants, type Verdict } from "./mutation.ts";
import { openBench } from "./mutation-bench.ts";
import { accessMutants, judgeAccess, judgeTables } from "./mutation-of-access.ts";

/**
 * `npm run test:mutation`: leaves out every rule of the policy, one at a time, and reports which of them nothing noticed. Exit code 1
 * when any survived. Names after `--` choose parts: data, tables, functions, policies.
 */
const started = Date.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const chosen = process.argv.slice(2);

/** A database to leave rules out of, once the matrix agrees with it. */
async function agreeingBench() {
	const bench = await openBench();
	const before = await bench.matrix.run();
	if (before.differences.length === 0) return bench;
	await bench.close();
	throw new Error(`The matrix fails before anything was left out: ${JSON.stringify(before.differences[0])}`);
}

const onData = { data: ["the policy as data (packages/access)", () => judgeAccess(accessMutants(), say)] } as const;
const onDatabase = {
	tables: ["what opens and changes each table (packages/access)", (bench: Bench) => judgeTables(bench, say)],
	functions: ["functions of the database", async (bench: Bench) => judge(bench, await functionMutants(bench), say)],
	policies: ["row-level policies", async (bench: Bench) => judge(bench, await policyMutants(bench), say)],
} as const;
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name);
const unknown = chosen.filter((name) => !(name in onData) && !(name in onDatabase));
if (unknown.length > 0) throw new Error(`No part is called ${unknown.join(", ")}.`);

const verdicts: (readonly [string, Verdict])[] = [];
for (const [name, [what, run]] of Object.entries(onData)) if (isChosen(name)) verdicts.push([what, await run()]);
const parts = Object.entries(onDatabase).filter(([name]) => isChosen(name));
if (parts.length > 0) {
	const stop = await startTemplateDatabase();
	try {
		const bench = await agreeingBench();
		try {
			for (const [, [what, run]] of parts) verdicts.push([what, await run(bench)]);
		} finally {
			await bench.close();
		}
	} finally {
		await stop();
	}
}
for (const [what, { caught, survived }] of verdicts) say(`${what}: ${caught} of ${caught + survived.length} caught`);
const survived = verdicts.flatMap(([, verdict]) => verdict.survived);
const caught = verdicts.reduce((sum, [, verdict]) => sum + verdict.caught, 0);
say(`${caught} caught, ${survived.length} survived, in ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
process.exit(survived.length > 0 ? 1 : 0);
