import { jsonList } from "../http/json-list.ts";

export const goalsJson = jsonList({
	from: "goal g",
	columns: `id theme for_kind for_person_id text professional_text term state levels start_level position from_view_id written_by
		language version created_at`,
	where: "g.family_id = $1 and g.plan_id = $2",
	order: "g.position, g.created_at, g.id",
});
export const actionsJson = jsonList({
	from: "action t",
	columns: "id goal_id person_id text due_on repeats state note reported_at written_by language version created_at",
	where: "t.family_id = $1 and t.plan_id = $2",
	order: "t.due_on nulls last, t.created_at, t.id",
});
