import { jsonList } from "../http/json-list.ts";

export const inquiriesJson = jsonList({
	from: "inquiry q",
	columns: "id question how instrument suits suits_words person_id due_on found state written_by language version created_at",
	where: "q.family_id = $1 and q.plan_id = $2",
	order: "q.created_at, q.id",
});
export const analysisPointsJson = jsonList({
	from: "analysis_point a",
	columns: "id kind basis text about_person_id theme written_by language version created_at",
	where: "a.family_id = $1 and a.plan_id = $2",
	order: "a.created_at, a.id",
});
export const sharedWordsJson = jsonList({
	from: "shared_word sw",
	columns: "id word family_means professional_means at_home written_by language version created_at",
	where: "sw.family_id = $1 and sw.plan_id = $2",
	order: "sw.created_at, sw.id",
});
