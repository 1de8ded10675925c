import { jsonList } from "../http/json-list.ts";

/** Own statements beside texts of the plan; row-level security gives each the readers of its text. */
export const statementsJson = jsonList({
	from: "statement o",
	columns: "id object object_id person_id text language created_at",
	where: "o.family_id = $1",
	order: "o.created_at, o.id",
});
