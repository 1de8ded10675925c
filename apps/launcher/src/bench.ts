import { spawnScript } from "./run-script.ts";

/** `npm run bench`: measures Samenplan beside a bare server. */
process.exitCode = await spawnScript("e2e/bench/bench.ts", process.argv.slice(2));
