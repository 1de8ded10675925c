import { familyRights } from "@samenplan/access/rights";
import { expect, it } from "vitest";
import { accessMutants, judgeAccess } from "./mutation-of-access.ts";

/** A sample of the mutation run (`npm run test:mutation`), spread over every kind of rule. */
const each = 25;

it("no rule of who may do what can be changed without a test that notices", async () => {
	const mutants = accessMutants();
	expect(mutants.length).toBeGreaterThan(familyRights.length * 10);
	const sample = mutants.filter((_, place) => place % each === 0);
	const verdict = await judgeAccess(sample);
	process.stdout.write(`mutation sample: ${verdict.caught} of ${sample.length} caught, out of ${mutants.length}\n`);
	expect(verdict.survived).toEqual([]);
	expect(verdict.caught).toBe(sample.length);
}, 60_000);
