import { withClient } from "@samenplan/prisma/app-role";
import { type SealedAt, verifyAudit } from "@samenplan/prisma/verify-audit";
import { StartProblem } from "@samenplan/testing/start-problem";
import { type Database, openDatabase } from "./database.ts";
import { runningDatabase } from "./running-database.ts";
import { explainFailure, say } from "./say.ts";
import { readSettings } from "./settings.ts";

/**
 * `npm run audit:verify [-- POSITION HASH]`: works out every seal of the audit log again, of DATABASE_URL or the embedded database.
 * With a position and hash that were kept elsewhere it also says whether the log still holds that very seal. Ends with code 1 and
 * names the first wrong entry when something was changed, removed or put in.
 */
try {
	const kept = readKept(process.argv.slice(2));
	const settings = readSettings();
	const running = await runningDatabase(settings);
	const database = running ? undefined : await openDatabase(settings);
	try {
		const { wrong, lines } = await withClient(running ?? (database as Database).ownerUrl, (client) => verifyAudit(client, kept));
		for (const line of lines) say(line);
		if (wrong) {
			console.error(wrong);
			process.exitCode = 1;
		}
	} finally {
		await database?.embedded?.stop();
	}
} catch (error) {
	explainFailure(error);
	process.exitCode = 1;
}

function readKept([position, hash]: string[]): SealedAt | undefined {
	if (position === undefined) return undefined;
	if (/^\d{1,18}$/.test(position) && /^[0-9a-f]{64}$/.test(hash ?? "")) return { position, hash: hash as string };
	throw new StartProblem(
		"The seal to compare with is not complete.",
		"Give the position and the hash as they were printed, for example: npm run audit:verify -- 1200 9f86d0…",
	);
}
