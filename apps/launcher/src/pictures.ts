import { spawnScript } from "./run-script.ts";

/** `npm run pictures`: makes the README's pictures from real pages. */
process.exitCode = await spawnScript("e2e/pictures.ts", process.argv.slice(2));
