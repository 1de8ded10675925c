import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { processIdentity } from "./process-identity.ts";
import { StartProblem } from "./start-problem.ts";

/** A former Samenplan that was just told to stop gets this long to finish. */
const WAIT_FOR_FORMER_MS = 10_000;

/**
 * Claims a data folder for this process. A claim of a process that no longer runs does not count; one that is ending is waited for.
 *
 * @returns a function that gives the folder back
 * @throws StartProblem when another running process keeps it
 */
export async function takeFolder(folder: string): Promise<() => void> {
	const claim = join(folder, "in-use");
	const draft = `${claim}.${process.pid}`;
	const mine = processIdentity(process.pid) ?? String(process.pid);
	for (const until = Date.now() + WAIT_FOR_FORMER_MS; ; ) {
		try {
			// A link appears with its content or not at all.
			writeFileSync(draft, mine);
			linkSync(draft, claim);
			return () => {
				if (read(claim) === mine) rmSync(claim, { force: true });
			};
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		} finally {
			rmSync(draft, { force: true });
		}
		const holder = read(claim);
		if (holder === undefined) continue;
		const pid = Number(holder.split(" ")[0]);
		if (!(pid > 0) || processIdentity(pid) !== holder) {
			removeStale(claim, holder, draft);
			continue;
		}
		if (Date.now() > until) {
			throw new StartProblem(
				`Another Samenplan (process ${pid}) already runs on ${folder}.`,
				"Use that one, stop it first, or set DATA_DIR to another folder.",
			);
		}
		await wait(100);
	}
}

/** Removes the claim we judged, and not a newer one that another start just put in its place. */
function removeStale(claim: string, judged: string, aside: string): void {
	try {
		renameSync(claim, aside);
		if (read(aside) !== judged) linkSync(aside, claim);
	} catch {
		// Somebody else was faster; the next look decides.
	} finally {
		rmSync(aside, { force: true });
	}
}

function read(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}
