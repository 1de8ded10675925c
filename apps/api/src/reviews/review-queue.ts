import type { Reviewed } from "@samenplan/contract/reviewed";
import type { ReviewInQueue } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible, notFound } from "../http/problems.ts";

type QueueRow = {
	review_id: string;
	family_id: string;
	family_name: string;
	state: ReviewInQueue["state"];
	kind: ReviewInQueue["kind"];
	urgent: boolean;
	urgent_because: string;
	crisis: boolean;
	asked_at: Date;
	asked_by_name: string;
	mine: boolean;
	own_case: boolean;
	answer: ReviewInQueue["answer"];
	advised_at: Date | null;
};

/** The cases of the organisation that wait for a scientist, urgent ones first and then who waits longest; and the reader's own. */
export async function listReviews(tx: ActorTx): Promise<ReviewInQueue[]> {
	const rows = await tx.sql<QueueRow>({
		name: "review_queue",
		text: "select * from app.review_queue() order by state = 'answered', urgent desc, asked_at, review_id",
	});
	return rows.map((row) => ({
		reviewId: row.review_id,
		familyId: row.family_id,
		familyName: row.family_name,
		state: row.state,
		kind: row.kind,
		urgent: row.urgent,
		urgentBecause: row.urgent_because,
		crisis: row.crisis,
		askedAt: row.asked_at.toISOString(),
		askedByName: row.asked_by_name,
		mine: row.mine,
		ownCase: row.own_case,
		answer: row.answer,
		advisedAt: row.advised_at?.toISOString() ?? null,
	}));
}

type OfReview = { params: { reviewId: string } };

/**
 * Takes a case; of two scientists at the same moment one gets it.
 * @throws HttpProblem `move-not-possible` with `own-case` when the reader works with the family, did or will (R6), or `taken-by-another`
 */
export async function takeReview(tx: ActorTx, { params }: OfReview): Promise<{ familyId: string }> {
	const before = (await listReviews(tx)).find(({ reviewId }) => reviewId === params.reviewId);
	const [row] = await tx.sql<{ family: string | null }>({
		name: "take_review",
		text: "select app.take_review($1) as family",
		values: [params.reviewId],
	});
	if (row?.family) return { familyId: row.family };
	if (before?.ownCase) throw moveNotPossible([], ["own-case"]);
	if (before?.mine) return { familyId: before.familyId };
	if (before) throw moveNotPossible([], ["taken-by-another"]);
	throw notFound();
}

/** A case as the reader advised on it, also after their relation to the family ended. */
export async function readReviewed(tx: ActorTx, { params }: OfReview): Promise<Reviewed> {
	type Row = { [key: string]: unknown; asked_at: Date; advised_at: Date | null; answered_at: Date | null };
	const row = found((await tx.sql<Row>({ name: "reviewed", text: "select * from app.reviewed($1)", values: [params.reviewId] }))[0]);
	return {
		id: row.id,
		familyId: row.family_id,
		familyName: row.family_name,
		askedByName: row.asked_by_name,
		kind: row.kind,
		question: row.question,
		urgent: row.urgent,
		urgentBecause: row.urgent_because,
		state: row.state,
		askedAt: row.asked_at.toISOString(),
		advice: row.advice,
		advisedAt: row.advised_at?.toISOString() ?? null,
		answer: row.answer,
		because: row.because,
		heardFamilyOn: row.heard_family_on,
		answeredAt: row.answered_at?.toISOString() ?? null,
		advices: row.advices,
		content: row.content,
	} as Reviewed;
}
