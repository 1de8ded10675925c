import { spawnScript } from "./run-script.ts";

/** `npm run pictures`: makes the README's pictures from real pages. */
// Ending by itself would wait for the channel to the parent.
process.exit(await spawnScript("e2e/pictures.ts", process.argv.slice(2)));
