import type { Services } from "../http/route.ts";

/**
 * Removes the notes for the work whose day has come, for good: no former text, only the line in the log that one went. Those of a
 * family whose file was asked for stay until that is done.
 *
 * @returns how many went
 */
export async function removeExpiredNotes({ frame }: Pick<Services, "frame">): Promise<number> {
	return frame.asJob({ name: "retention", event: "work-notes.retention", action: "execute", object: "work_note" }, async (tx) => {
		const [row] = await tx.sql<{ gone: number }>({ text: "select app.remove_expired_work_notes() as gone" });
		return row?.gone ?? 0;
	});
}
