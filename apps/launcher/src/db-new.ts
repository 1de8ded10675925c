import { newMigration } from "@samenplan/prisma/new-migration";
import { say } from "./say.ts";

/** `npm run db:new -- NAME`: writes the next migration from what changed in the schema. */
try {
	const { path, changed } = await newMigration(process.argv[2] ?? "");
	say(changed ? `Wrote ${path}` : `Wrote an empty ${path}: the schema did not change.`);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
