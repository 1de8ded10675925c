import { spawnScript } from "./run-script.ts";

/** `npm run bench`: measures Samenplan beside a bare server; `npm run bench -- reminders`: twenty thousand reminders by two workers. */
// Ending by itself would wait for the channel to the parent.
const [what, ...more] = process.argv.slice(2);
process.exit(
	what === "reminders" ? await spawnScript("e2e/bench/reminders.ts", more) : await spawnScript("e2e/bench/bench.ts", process.argv.slice(2)),
);
