import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "@samenplan/prisma/app-role";
import type { Settings } from "./settings.ts";

/** The owner's connection to the embedded database of a Samenplan that runs at this moment; nothing when none does. */
export async function runningDatabase(settings: Settings): Promise<string | undefined> {
	if (settings.databaseUrl) return undefined;
	const folder = join(settings.dataFolder, "postgres");
	try {
		// PostgreSQL writes its port on the fourth line.
		const port = Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[3]);
		const password = readFileSync(join(folder, "owner-password"), "utf8").trim();
		const url = `postgresql://samenplan:${password}@127.0.0.1:${port}/samenplan`;
		await withClient(url, (client) => client.query("SELECT 1"));
		return url;
	} catch {
		return undefined;
	}
}
