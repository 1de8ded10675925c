import type { Audience } from "@samenplan/access/audiences";
import type { TextKind } from "@samenplan/contract/audience";
import type { ActorTx } from "../http/as-actor.ts";
import { found, notAllowed } from "../http/problems.ts";
import type { Readers } from "./choose-readers.ts";

/** Per kind: whose words they are, who they are about, and whether an edit counts versions. */
const columns: Record<TextKind, { whose: string; subject: string; versioned: boolean }> = {
	view: { whose: "person_id", subject: "coalesce(about_person_id, person_id)", versioned: true },
	comment: { whose: "written_by", subject: "written_by", versioned: false },
	load_capacity: { whose: "person_id", subject: "person_id", versioned: false },
	network_tie: { whose: "written_by", subject: "written_by", versioned: true },
	progress_note: { whose: "written_by", subject: "written_by", versioned: false },
};

export type Text = { audience: Audience; readers: string[]; written_by: string; whose: string; subject: string };

/**
 * Open pages of the family hear of what everyone of the plan may read, before or after; words for fewer stir no page of who does not read
 * them.
 */
export function tellReaders(tx: ActorTx, ...audiences: Audience[]): void {
	if (!audiences.some((audience) => audience === "core" || audience === "circle")) tx.quiet();
}

/**
 * A text that whoever acts can read, locked until the end of this transaction.
 * @throws HttpProblem `not-found`, or `not-allowed` when they read it and the database lets them change nothing of it
 */
export async function textToChange(tx: ActorTx, kind: TextKind, id: string): Promise<Text> {
	const { whose, subject } = columns[kind];
	const [text] = await tx.sql<Text>({
		text: `select audience::text, readers::text[], written_by, ${whose} as whose, ${subject} as subject
			from "${kind}" where id = $1 and family_id = $2 for update`,
		values: [id, tx.familyId],
	});
	if (text) return text;
	found((await tx.sql({ text: `select 1 from "${kind}" where id = $1 and family_id = $2`, values: [id, tx.familyId] }))[0]);
	throw notAllowed();
}

/** Keeps who reads a text from now on; the former text keeps the readers it had. */
export async function keepReaders(tx: ActorTx, kind: TextKind, id: string, { audience, readers, consentId }: Readers): Promise<void> {
	await tx.sql({
		text: `update "${kind}" set audience = $3::audience, readers = $4::uuid[], consent_id = $5
			${columns[kind].versioned ? ", version = version + 1" : ""} where id = $1 and family_id = $2`,
		values: [id, tx.familyId, audience, readers, consentId],
	});
}
