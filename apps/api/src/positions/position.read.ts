import { jsonList } from "../http/json-list.ts";

export const positionsJson = jsonList({
	from: "position o",
	columns: `id subject subject_id subject_version person_id answer text language written_by recorded explanation explained_by
		explained_at created_at`,
	where: "o.family_id = $1",
	order: "o.created_at, o.id",
});
