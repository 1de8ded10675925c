import { dayInAmsterdam } from "@samenplan/access/age";
import type { CaseloadFamily, SignalKind } from "@samenplan/contract/caseload";
import type { Placement } from "@samenplan/plan-rules/due-dates";
import { signalsOf } from "@samenplan/plan-rules/signals";
import type { ActorTx } from "../http/as-actor.ts";
import { organisationDays } from "../reminders/organisation-days.ts";

type Row = {
	family_id: string;
	name: string;
	coordinator_id: string | null;
	coordinator_name: string | null;
	route: CaseloadFamily["route"];
	complex: boolean | null;
	opened_on: string | null;
	current_step: CaseloadFamily["currentStep"];
	evaluation_on: string | null;
	open_questions: number;
	oldest_question_at: Date | null;
	explanations_asked: number;
	explanation_since: Date | null;
	disagreements: number;
	disagreement_since: Date | null;
	version_put_at: Date | null;
	waiting_answers: number;
	answers_waiting: number;
	answers_since: string | null;
	review_state: "asked" | "taken" | "advised" | null;
	review_since: Date | null;
	review_urgent: boolean | null;
	help_waiting_since: string | null;
	last_contact_at: Date | null;
	last_activity_at: Date | null;
	placement: Placement | null;
	last_talk_on: string | null;
	milestone_on: string | null;
	check_in_on: string | null;
	handover_state: "asked" | "arranged" | null;
	handover_since: Date | null;
	handover_talk_on: string | null;
	picked_up: { kind: SignalKind; since: string; words: string; by: string; at: string }[] | null;
};
export type ListedFamily = { coordinator: { id: string; name: string } | null; family: CaseloadFamily };

/** The families of the list this transaction entered, each with its signals of today. One statement, no texts. */
export async function listedFamilies(tx: ActorTx): Promise<ListedFamily[]> {
	const settings = await organisationDays(tx);
	const rows = await tx.sql<Row>({ name: "caseload", text: "select * from app.caseload()" });
	return rows.map((row) => ({
		coordinator: row.coordinator_id === null ? null : { id: row.coordinator_id, name: row.coordinator_name ?? "" },
		family: {
			id: row.family_id,
			name: row.name,
			currentStep: row.current_step,
			route: row.route,
			complex: row.complex ?? false,
			openedOn: row.opened_on,
			evaluationOn: row.evaluation_on,
			openQuestions: row.open_questions,
			lastContactAt: row.last_contact_at?.toISOString() ?? null,
			lastActivityAt: row.last_activity_at?.toISOString() ?? null,
			signals: signalsOf(
				{
					openedOn: row.opened_on,
					evaluationOn: row.evaluation_on,
					openQuestions: row.open_questions,
					oldestQuestionOn: dayOf(row.oldest_question_at),
					explanationsAsked: row.explanations_asked,
					explanationSince: dayOf(row.explanation_since),
					disagreements: row.disagreements,
					disagreementSince: dayOf(row.disagreement_since),
					versionPutOn: dayOf(row.version_put_at),
					waitingAnswers: row.waiting_answers,
					answersWaiting: row.answers_waiting,
					answersSince: row.answers_since,
					reviewState: row.review_state,
					reviewSince: dayOf(row.review_since),
					helpWaitingSince: row.help_waiting_since,
					lastContactOn: dayOf(row.last_contact_at),
					lastActivityOn: dayOf(row.last_activity_at),
					reviewUrgent: row.review_urgent ?? false,
					placement: row.placement ?? "home",
					lastTalkOn: row.last_talk_on,
					milestoneOn: row.milestone_on,
					checkInOn: row.check_in_on,
					handoverState: row.handover_state,
					handoverSince: dayOf(row.handover_since),
					handoverTalkOn: row.handover_talk_on,
					pickedUp: (row.picked_up ?? []).map(({ at, ...said }) => ({ ...said, on: dayInAmsterdam(new Date(at)) })),
				},
				tx.today,
				settings,
			),
		},
	}));
}

const dayOf = (moment: Date | null) => (moment === null ? null : dayInAmsterdam(moment));
