import { jsonList } from "../http/json-list.ts";

export const milestonesJson = jsonList({
	from: "milestone mi",
	columns: "id person_id kind on_day text done_on written_by language version created_at",
	where: "mi.family_id = $1",
	order: "mi.on_day, mi.id",
});
