import { jsonList } from "../http/json-list.ts";

export const disagreementTalksJson = jsonList({
	from: "disagreement_talk dg",
	columns: "id subject subject_id subject_version held_on took_part text proceeds written_by language created_at",
	where: "dg.family_id = $1",
	order: "dg.created_at, dg.id",
});
