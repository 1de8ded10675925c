import { jsonList } from "../http/json-list.ts";

export const handoversJson = jsonList({
	from: "handover h",
	columns: `id state from_person_id to_person_id because to_know talk_on talk_where told_family_on answer_words answered_at asked_by
		arranged_by arranged_at version created_at`,
	where: "h.family_id = $1 and h.plan_id = $2",
	order: "h.created_at, h.id",
});
