import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type * as recoveries from "@samenplan/contract/recoveries";
import type { ActorTx } from "../http/as-actor.ts";

type Asked = {
	id: string;
	reason: string;
	new_email: string | null;
	asked_by_name: string;
	asked_at: Date;
	decided_by_name: string | null;
	decided_at: Date | null;
	decided_words: string;
	usable_from: Date | null;
	expires_at: Date;
	state: recoveries.RecoveryState;
};

const shown = (row: Asked) => ({
	id: row.id,
	reason: row.reason,
	newEmail: row.new_email,
	askedBy: row.asked_by_name,
	askedAt: row.asked_at.toISOString(),
	decidedBy: row.decided_by_name,
	decidedAt: row.decided_at?.toISOString() ?? null,
	decidedWords: row.decided_words,
	usableFrom: row.usable_from?.toISOString() ?? null,
	expiresAt: row.expires_at.toISOString(),
	state: row.state,
});

/** How it stands with each person of the family for whom it was asked, for its coordinator. */
export async function listFamilyRecoveries(tx: ActorTx): Promise<EndpointResponse<typeof recoveries.listFamilyRecoveries>> {
	const rows = await tx.sql<Asked & { person_id: string }>({
		name: "family_recoveries",
		text: "select * from app.family_recoveries($1)",
		values: [tx.familyId],
	});
	return rows.map((row) => ({ ...shown(row), personId: row.person_id }));
}

type Row = Asked & {
	owner_name: string;
	family_name: string | null;
	spoke_themselves: boolean;
	owner_reachable: boolean;
	ended_at: Date | null;
	may_decide: boolean;
	account_id: string | null;
};

/** What waits for a second person, and what came of the earlier ones: names, and the reason of whoever asked. No text of a family. */
export async function listRecoveries(tx: ActorTx): Promise<EndpointResponse<typeof recoveries.listRecoveries>> {
	const rows = await tx.sql<Row>({ name: "recoveries", text: "select * from app.recoveries()" });
	return {
		now: tx.now.toISOString(),
		recoveries: rows.map((row) => ({
			...shown(row),
			name: row.owner_name,
			family: row.family_name,
			accountId: row.account_id,
			spokeThemselves: row.spoke_themselves,
			ownerReachable: row.owner_reachable,
			endedAt: row.ended_at?.toISOString() ?? null,
			mayDecide: row.may_decide,
		})),
	};
}
