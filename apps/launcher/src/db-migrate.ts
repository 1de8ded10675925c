import { openDatabase, prepareDatabase } from "./database.ts";
import { explainFailure, say } from "./say.ts";
import { readSettings } from "./settings.ts";

/** `npm run db:migrate`: brings the database of DATABASE_URL, or the embedded one, up to date and ends. */
try {
	const settings = readSettings();
	const database = await openDatabase(settings);
	try {
		await prepareDatabase(database, settings);
		say("The database is up to date.");
	} finally {
		await database.embedded?.stop();
	}
} catch (error) {
	explainFailure(error);
	process.exitCode = 1;
}
