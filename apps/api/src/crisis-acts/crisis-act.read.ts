import { jsonList } from "../http/json-list.ts";

export const crisisActsJson = jsonList({
	from: "crisis_act k",
	columns: "id what done_by done_by_who done_on language written_by version",
	where: "k.family_id = $1 and k.plan_id = $2",
	order: "k.done_on, k.created_at, k.id",
});
