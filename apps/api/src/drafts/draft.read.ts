import { jsonList } from "../http/json-list.ts";

/** What the reader is still writing in this family; nobody else's. */
export const draftsJson = jsonList({
	from: "draft_text dt",
	columns: "place text updated_at",
	where: "dt.family_id = $1 and dt.person_id = app.person()",
	order: "dt.place",
});
