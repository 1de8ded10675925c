import { jsonList } from "../http/json-list.ts";

export const helpOptionsJson = jsonList({
	from: "help_option x",
	columns: `id name what known_to_work family_for family_against professional_for professional_against waiting distance cost
		preference own_offer recommended written_by version created_at`,
	where: "x.family_id = $1 and x.plan_id = $2",
	order: "x.created_at, x.id",
});
export const decisionsJson = jsonList({
	from: "decision d",
	columns: `id option_id compared what why weighed_knowledge weighed_experience weighed_wishes weighed_referral weighed_running
		took_part decided_on written_by language version created_at`,
	where: "d.family_id = $1 and d.plan_id = $2",
	order: "d.decided_on, d.created_at, d.id",
});
export const helpJson = jsonList({
	from: "help h",
	columns: `id decision_id what provider starts_on ends_on evaluation_on aftercare who_does_what stopped_because instead_of_id state
		waiting_since version created_at`,
	where: "h.family_id = $1 and h.plan_id = $2",
	order: "h.starts_on, h.id",
	more: {
		progress: jsonList({
			from: "progress_note pn",
			columns: "id text advice_fitted audience readers written_by created_at",
			where: "pn.family_id = $1 and pn.help_id = h.id",
			order: "pn.created_at, pn.id",
		}),
	},
});
/** Of the help of this plan, in the order in which it was said. */
export const adviceChecksJson = jsonList({
	from: "advice_check ac",
	columns: "id help_id person_id fitted text written_by recorded language created_at",
	where: "ac.family_id = $1 and ac.help_id in (select ha.id from help ha where ha.family_id = $1 and ha.plan_id = $2)",
	order: "ac.created_at, ac.id",
});
