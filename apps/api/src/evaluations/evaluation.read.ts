import { jsonList } from "../http/json-list.ts";

export const evaluationsJson = jsonList({
	from: "evaluation e",
	columns: "id due_on state held_on decision why what_worked proud_of what_next next_on written_by version created_at",
	where: "e.family_id = $1 and e.plan_id = $2",
	order: "e.due_on, e.id",
	more: {
		scores: jsonList({
			from: "evaluation_score es",
			columns: "goal_id person_id score text language written_by recorded version updated_at",
			where: "es.family_id = $1 and es.evaluation_id = e.id",
			order: "es.goal_id, es.person_id",
		}),
		cooperation: jsonList({
			from: "cooperation_answer ca",
			columns: "person_id statement score text written_by recorded",
			where: "ca.family_id = $1 and ca.evaluation_id = e.id",
			order: "ca.person_id, ca.statement",
		}),
	},
});
