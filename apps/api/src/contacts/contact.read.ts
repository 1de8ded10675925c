import { jsonList } from "../http/json-list.ts";

export const contactMomentsJson = jsonList({
	from: "contact_moment c",
	columns: "id kind held_on with_whom text language written_by version",
	where: "c.family_id = $1 and c.plan_id = $2",
	order: "c.held_on desc, c.created_at desc, c.id",
});
