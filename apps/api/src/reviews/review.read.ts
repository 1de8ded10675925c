import { jsonList } from "../http/json-list.ts";

export const reviewsJson = jsonList({
	from: "review r",
	columns: `id kind question urgent urgent_because told_family_on state asked_by asked_at scientist_id taken_at advice advised_at answer
		because heard_family_on answered_at version`,
	where: "r.family_id = $1 and r.plan_id = $2",
	order: "r.asked_at, r.id",
});

/** Advice per step of every review of the family; each names its review. */
export const reviewAdvicesJson = jsonList({
	from: "review_advice a",
	columns: "id review_id step text written_by answer because answered_by answered_at version created_at",
	where: "a.family_id = $1",
	order: "a.review_id, a.step",
});
