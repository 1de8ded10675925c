import { spawnScript } from "./run-script.ts";

/** `npm run bench`: measures Samenplan beside a bare server. */
// Ending by itself would wait for the channel to the parent.
process.exit(await spawnScript("e2e/bench/bench.ts", process.argv.slice(2)));
