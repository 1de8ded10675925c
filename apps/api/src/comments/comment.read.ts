import { jsonList } from "../http/json-list.ts";

export const commentsJson = jsonList({
	from: "comment c",
	columns: "id kind about about_id to_team answers_id text language audience readers written_by created_at answered_at",
	where: "c.family_id = $1 and c.plan_id = $2",
	order: "c.created_at, c.id",
});
