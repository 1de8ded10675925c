import { jsonList } from "../http/json-list.ts";

export const reviewsJson = jsonList({
	from: "review r",
	columns: `id kind question urgent told_family_on state asked_by asked_at scientist_id taken_at advice advised_at answer because
		heard_family_on answered_at version`,
	where: "r.family_id = $1 and r.plan_id = $2",
	order: "r.asked_at, r.id",
});
