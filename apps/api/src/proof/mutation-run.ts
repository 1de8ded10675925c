import startTemplateDatabase from "@samenplan/testing/template-database";
import { functionMutants, judge, policyMutants, type Verdict } from "./mutation.ts";
import { openBench } from "./mutation-bench.ts";
import { accessMutants, judgeAccess, judgeTables } from "./mutation-of-access.ts";

/**
 * `npm run test:mutation`: leaves out every rule of the policy, one at a time, and reports which of them nothing noticed. Exit code 1
 * when any survived. Names after `--` choose parts: data, tables, functions, policies.
 */
const started = Date.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const stop = await startTemplateDatabase();
const bench = await openBench();
try {
	const before = await bench.matrix.run();
	if (before.differences.length > 0)
		throw new Error(`The matrix fails before anything was left out: ${JSON.stringify(before.differences[0])}`);
	const all = {
		data: ["the policy as data (packages/access)", () => judgeAccess(accessMutants(), say)],
		tables: ["what opens and changes each table (packages/access)", () => judgeTables(bench, say)],
		functions: ["functions of the database", async () => judge(bench, await functionMutants(bench), say)],
		policies: ["row-level policies", async () => judge(bench, await policyMutants(bench), say)],
	} as const;
	const chosen = process.argv.slice(2);
	const parts: (readonly [string, Verdict])[] = [];
	for (const [name, [what, run]] of Object.entries(all)) {
		if (chosen.length > 0 && !chosen.includes(name)) continue;
		const verdict = await run();
		parts.push([what, verdict]);
	}
	for (const [what, { caught, survived }] of parts) say(`${what}: ${caught} of ${caught + survived.length} caught`);
	const survived = parts.flatMap(([, verdict]) => verdict.survived);
	const caught = parts.reduce((sum, [, verdict]) => sum + verdict.caught, 0);
	say(`${caught} caught, ${survived.length} survived, in ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
	process.exitCode = survived.length > 0 ? 1 : 0;
} finally {
	await bench.close();
	await stop();
}
process.exit();
