import { jsonList } from "../http/json-list.ts";

export const networkTiesJson = jsonList({
	from: "network_tie n",
	columns: "id name kind closeness gives_support costs_energy text audience readers written_by version created_at",
	where: "n.family_id = $1 and n.plan_id = $2",
	order: "n.closeness, n.created_at, n.id",
});
export const asksJson = jsonList({
	from: "ask k",
	columns: "id text when_text state written_by language version created_at",
	where: "k.family_id = $1 and k.plan_id = $2",
	order: "k.created_at, k.id",
	more: {
		offers: jsonList({
			from: "offer fr",
			columns: "id tie_id person_id text written_by created_at",
			where: "fr.family_id = $1 and fr.ask_id = k.id",
			order: "fr.created_at, fr.id",
		}),
	},
});
