import { spawnScript } from "./run-script.ts";

/** `npm run test:mutation`: leaves out every rule of who may see and do what, one at a time, and says which nothing noticed. */
// Ending by itself would wait for the channel to the parent.
process.exit(await spawnScript("apps/api/src/proof/mutation-run.ts", process.argv.slice(2), { pages: false }));
