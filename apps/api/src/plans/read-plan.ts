import { abilitiesOf } from "@samenplan/access/policy";
import { analysisPointsJson, inquiriesJson, sharedWordsJson } from "../analysis/analysis.read.ts";
import { commentsJson } from "../comments/comment.read.ts";
import { contactMomentsJson } from "../contacts/contact.read.ts";
import { crisisActsJson } from "../crisis-acts/crisis-act.read.ts";
import { disagreementTalksJson } from "../disagreement-talks/disagreement-talk.read.ts";
import { draftsJson } from "../drafts/draft.read.ts";
import { evaluationsJson } from "../evaluations/evaluation.read.ts";
import { familyJson, familyJsonOfVersion } from "../families/family.read.ts";
import { actionsJson, goalsJson } from "../goals/goal.read.ts";
import { handoversJson } from "../handovers/handover.read.ts";
import { adviceChecksJson, decisionsJson, helpJson, helpOptionsJson } from "../help/help.read.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { jsonList, jsonObject } from "../http/json-list.ts";
import { notFound } from "../http/problems.ts";
import { milestonesJson } from "../milestones/milestone.read.ts";
import { asksJson, networkTiesJson } from "../network/network.read.ts";
import { positionsJson } from "../positions/position.read.ts";
import { reviewAdvicesJson, reviewsJson } from "../reviews/review.read.ts";
import { statementsJson } from "../statements/statement.read.ts";
import { loadCapacityJson, stepsJson, viewsJson } from "../steps/step.read.ts";

const planJson = jsonObject({
	from: "plan p",
	columns: `id state route route_reason complex told_family_on sharing_agreements when_it_fails written_down
		referrer referral_reason referrer_hears court_order_on court_order own_choices placement group_plan_offered_on group_plan_answer
		group_plan_words group_plan_answered_on group_plan_recorded network_skipped_because closing_reason aftercare closing_kind turn_to check_in_on
		checked_in_on check_in_words wants_milestones reopened_because reopened_on version opened_on closed_on`,
	where: "p.id = $2",
});
const versionsJson = jsonList({
	from: "plan_version v",
	columns: "id number state must_agree put_by put_at talk_on proceeded_because frozen_at",
	where: "v.plan_id = $2",
	order: "v.number",
});
/** Names of people who wrote or read here without being involved (any more): scientists, former coordinators, who left the family. */
const othersJson = `coalesce((select json_agg(json_build_object('id', o.id, 'givenName', o.given_name, 'familyName',
	case when app.of_elsewhere(o.id, $1) then '' else o.family_name end) order by o.id)
	from person o where o.id in (
		select i.person_id from involvement i where i.family_id = $1 and i.ended_at is not null
		union select r.scientist_id from review r where r.family_id = $1
		union select unnest(array[h.to_person_id, h.asked_by, h.arranged_by]) from handover h where h.family_id = $1)), '[]'::json)`;

const content: Record<string, string> = {
	family: familyJson,
	plan: planJson,
	steps: stepsJson,
	views: viewsJson,
	loadCapacity: loadCapacityJson,
	inquiries: inquiriesJson,
	analysisPoints: analysisPointsJson,
	sharedWords: sharedWordsJson,
	goals: goalsJson,
	actions: actionsJson,
	networkTies: networkTiesJson,
	asks: asksJson,
	helpOptions: helpOptionsJson,
	decisions: decisionsJson,
	help: helpJson,
	statements: statementsJson,
	crisisActs: crisisActsJson,
};
const whole: Record<string, string> = {
	...content,
	others: othersJson,
	positions: positionsJson,
	disagreementTalks: disagreementTalksJson,
	adviceChecks: adviceChecksJson,
	versions: versionsJson,
	evaluations: evaluationsJson,
	milestones: milestonesJson,
	reviews: reviewsJson,
	reviewAdvices: reviewAdvicesJson,
	handovers: handoversJson,
	comments: commentsJson,
	contactMoments: contactMomentsJson,
	drafts: draftsJson,
};

const select = (parts: Record<string, string>) =>
	`select json_build_object(${Object.entries(parts)
		.map(([key, sql]) => `'${key}', ${sql}`)
		.join(",\n")})::text as json`;

/** The newest plan of the family: the open one, or the last that was closed. */
const newestPlan = "(select id from plan where family_id = $1 order by (state = 'open') desc, opened_on desc, id desc limit 1)";

export const wholePlanSql = `with newest as materialized ${newestPlan} ${select(whole)}`.replaceAll("$2", "(select id from newest)");
/** As {@link wholePlanSql}, for one of the family's plans; `$1` is the family, `$2` the plan. */
export const planSql = select(whole);
const contentSql = `with newest as materialized ${newestPlan} ${select({ ...content, family: familyJsonOfVersion })}`.replaceAll(
	"$2",
	"(select id from newest)",
);

/** The whole plan as JSON text, in one statement; row-level security leaves out what the actor may not read. */
export async function readPlan(tx: ActorTx): Promise<string> {
	const [row] = await tx.sql<{ json: string }>({ name: "whole_plan", text: wholePlanSql, values: [tx.familyId] });
	if (!row) throw notFound();
	const viewer = {
		personId: tx.actor.personId,
		side: tx.actor.side,
		relations: tx.actor.relations,
		abilities: abilitiesOf(tx.actor.relations),
	};
	return `{"viewer":${JSON.stringify(viewer)},${row.json.trimStart().slice(1)}`;
}

/** What is put before people: the plan without the conversation around it. */
export async function readPlanContent(tx: Pick<ActorTx, "sql" | "familyId">): Promise<string> {
	const [row] = await tx.sql<{ json: string }>({ name: "plan_content", text: contentSql, values: [tx.familyId] });
	if (!row) throw notFound();
	return row.json;
}
