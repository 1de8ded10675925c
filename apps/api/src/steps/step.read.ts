import { jsonList } from "../http/json-list.ts";

export const stepsJson = jsonList({
	from: "step s",
	columns: "id kind state conclusion professional_conclusion agreements concluded_at reopened_because version",
	where: "s.plan_id = $2",
	order: "s.kind",
});
export const viewsJson = jsonList({
	from: "view w",
	columns:
		"id person_id subject theme safety_kind about_person_id text language audience readers written_by recorded version created_at updated_at",
	where: "w.family_id = $1 and w.plan_id = $2",
	order: "w.created_at, w.id",
});
export const loadCapacityJson = jsonList({
	from: "load_capacity l",
	columns: "id person_id load capacity text audience readers written_by created_at",
	where: "l.family_id = $1 and l.plan_id = $2",
	order: "l.created_at, l.id",
});
