import type pg from "pg";

/** A seal that was written down elsewhere. */
export interface SealedAt {
	position: string;
	/** SHA-256 in 64 hexadecimal digits. */
	hash: string;
}

interface Verdict {
	entries: string;
	newest: string;
	newest_hash: string | null;
	waiting: string;
	wrong: "changed" | "missing" | "seal_missing" | "inserted" | "cut_off" | null;
	at_position: string | null;
	at_entry: string | null;
}

/**
 * Works out every seal of the audit log again, inside the database. Changed, removed, swapped and inserted entries break the
 * running hash; the newest seals being cut off shows in the mark beside them, and in comparison with a seal that was kept elsewhere.
 *
 * @param kept what an earlier run printed
 * @returns what to tell, and in `wrong` the first thing that is not right, if any
 */
export async function verifyAudit(client: pg.ClientBase, kept?: SealedAt): Promise<{ lines: string[]; wrong: string | undefined }> {
	// Joining and sorting a million rows is quick in memory of this size, and slow in the few megabytes of the default.
	await client.query("SET work_mem = '128MB'");
	const { rows } = await client.query<Verdict>("SELECT * FROM app.verify_audit()");
	const verdict = rows[0] as Verdict;
	const lines = [
		`The audit log holds ${verdict.entries} entries; ${verdict.waiting} of them are not sealed yet.`,
		verdict.newest_hash === null ? "Nothing is sealed yet." : `Newest seal, to keep elsewhere: ${verdict.newest} ${verdict.newest_hash}`,
	];
	const wrong = wordsFor(verdict) ?? (kept && (await differsFrom(client, kept)));
	if (!wrong) lines.push("Every seal is right.");
	return { lines, wrong };
}

function wordsFor({ wrong, at_position, at_entry }: Verdict): string | undefined {
	switch (wrong) {
		case null:
			return undefined;
		case "changed":
			return `Entry ${at_entry} is not what was sealed at position ${at_position}: it was changed, or took the place of another.`;
		case "missing":
			return `Entry ${at_entry}, sealed at position ${at_position}, is gone.`;
		case "seal_missing":
			return `The seal at position ${at_position} is gone.`;
		case "inserted":
			return `Entry ${at_entry} was put in afterwards, among entries that were sealed.`;
		case "cut_off":
			return `The log was cut off: the seals from position ${at_position} on are gone.`;
	}
}

async function differsFrom(client: pg.ClientBase, { position, hash }: SealedAt): Promise<string | undefined> {
	const { rows } = await client.query<{ hash: string }>("SELECT encode(hash, 'hex') AS hash FROM audit_seal WHERE position = $1", [
		position,
	]);
	if (rows.length === 0) return `The log was cut off: there is no seal at position ${position} any more.`;
	return rows[0]?.hash === hash ? undefined : `The seal at position ${position} is not the one that was kept: the log was made anew.`;
}
