import * as retention from "@samenplan/contract/retention";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";
import { type Route, route } from "../http/route.ts";
import { sameName } from "../requests/handle-request.ts";

type Proposal = { family_id: string; family_name: string; term_over_on: string; proposed_at: Date };
type Hold = { id: string; family_id: string; family_name: string; because: string; recorded_by: string; created_at: Date };

const proposals = (tx: ActorTx) =>
	tx.sql<Proposal>({ text: "select family_id, family_name, term_over_on::text, proposed_at from app.retention_list()" });
const holds = (tx: ActorTx) => tx.sql<Hold>({ text: "select * from app.legal_holds()" });

async function readRetention(tx: ActorTx): Promise<retention.Retention> {
	const [kept] = await tx.sql<{ years: number }>({ text: "select app.years_kept(app.organisation()) as years" });
	const standing = await holds(tx);
	const proofs = await tx.db.destructionProof.findMany({ orderBy: { destroyedAt: "desc" }, take: 200 });
	const staff = await tx.db.person.findMany({ where: { id: { in: proofs.flatMap(({ destroyedBy }) => destroyedBy ?? []) } } });
	return {
		yearsKept: found(kept).years,
		proposals: (await proposals(tx)).map((row) => ({
			familyId: row.family_id,
			familyName: row.family_name,
			termOverOn: row.term_over_on,
			proposedAt: row.proposed_at.toISOString(),
			onHold: standing.some((hold) => hold.family_id === row.family_id),
		})),
		holds: standing.map((row) => ({
			id: row.id,
			familyId: row.family_id,
			familyName: row.family_name,
			because: row.because,
			recordedBy: row.recorded_by,
			createdAt: row.created_at.toISOString(),
		})),
		proofs: proofs.map(({ id, formerFamilyId, ground, counts, destroyedBy, destroyedAt }) => {
			const by = staff.find((person) => person.id === destroyedBy);
			return {
				id,
				formerFamilyId,
				ground,
				counts: counts as Record<string, number>,
				destroyedBy: by ? fullName(by) : "",
				destroyedAt: destroyedAt.toISOString(),
			};
		}),
	};
}

export const retentionRoutes: Route[] = [
	route(retention.readRetention, readRetention),
	route(retention.setYearsKept, async (tx, { body }) => {
		await tx.sql({ text: "select app.set_years_kept($1)", values: [body.yearsKept] });
		return undefined;
	}),
	route(retention.destroyAfterTerm, async (tx, { body }) => {
		const proposal = found((await proposals(tx)).find((row) => row.family_id === body.fileOf));
		if ((await holds(tx)).some((hold) => hold.family_id === body.fileOf)) throw moveNotPossible([], ["legal-hold"]);
		// Destroying would be the answer to whoever waits to inspect it.
		const [asked] = await tx.sql<{ for: boolean }>({ text: "select app.is_asked_for($1) as for", values: [body.fileOf] });
		if (asked?.for) throw moveNotPossible([], ["file-is-asked-for"]);
		if (!sameName(proposal.family_name, body.familyName)) throw moveNotPossible([], ["family-name-differs"]);
		const [gone] = await tx.sql<{ counts: Record<string, number> }>({
			text: "select app.destroy_after_term($1) as counts",
			values: [body.fileOf],
		});
		return { counts: found(gone).counts };
	}),
	route(retention.placeHold, async (tx, { body }) => {
		await tx.sql({ text: "select app.place_hold($1, $2, $3)", values: [tx.newId, body.fileOf, body.because] });
		return { id: tx.newId };
	}),
	route(retention.endHold, async (tx, { params }) => {
		await tx.sql({ text: "select app.end_hold($1)", values: [params.holdId] });
		return undefined;
	}),
];
