import startTemplateDatabase from "@samenplan/testing/template-database";
import { functionMutants, judge, policyMutants } from "./mutation.ts";
import { openBench } from "./mutation-bench.ts";
import { accessMutants, judgeAccess, judgeTables } from "./mutation-of-access.ts";

/**
 * `npm run test:mutation`: leaves out every rule of the policy, one at a time, and reports which of them nothing noticed. Exit code 1
 * when any survived.
 */
const started = Date.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const stop = await startTemplateDatabase();
const bench = await openBench();
try {
	const before = await bench.matrix.run();
	if (before.differences.length > 0)
		throw new Error(`The matrix fails before anything was left out: ${JSON.stringify(before.differences[0])}`);
	const parts = [
		["the policy as data (packages/access)", await judgeAccess(accessMutants(), say)],
		["what opens and changes each table (packages/access)", await judgeTables(bench, say)],
		["functions of the database", await judge(bench, await functionMutants(bench), say)],
		["row-level policies", await judge(bench, await policyMutants(bench), say)],
	] as const;
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
