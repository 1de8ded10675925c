import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as takingOver from "@samenplan/contract/taking-over";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible, notFound } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { type Ear, tellOfHandover } from "./tell-of-handover.ts";

type Mine = EndpointResponse<typeof takingOver.listMyHandovers>[number];
type OfTeam = EndpointResponse<typeof takingOver.listTeamHandovers>[number];

/** The families I am asked to take over. I read no plan yet: whose family it is, where it stands, dates and counts. */
export async function listMyHandovers(tx: ActorTx): Promise<Mine[]> {
	type Row = Omit<Mine, "arrangedAt" | "mayAccept"> & { arrangedAt: Date };
	const rows = await tx.sql<Row>({
		name: "my_handovers",
		text: `select id, family_name as "familyName", from_name as "fromName", arranged_at as "arrangedAt", talk_on::text as "talkOn",
			talk_where as "talkWhere", told_family_on::text as "toldFamilyOn", route, complex, current_step as "currentStep",
			evaluation_on::text as "evaluationOn", help_ends_on::text as "helpEndsOn", open_questions as "openQuestions",
			waiting_answers as "waitingAnswers", open_steps as "openSteps", review_state as "reviewState", help_waiting as "helpWaiting", answers
			from app.my_handovers()`,
	});
	return rows.map((row) => ({ ...row, arrangedAt: row.arrangedAt.toISOString(), mayAccept: row.talkOn <= tx.today }));
}

type Answered = EndpointParsed<typeof takingOver.acceptHandover>;

/**
 * Takes the family. From this moment the former coordinator is out, with every page and stream they have open.
 * @throws HttpProblem `not-found` for what is not mine to answer, `move-not-possible` before the day of the talk
 */
export async function acceptHandover(tx: ActorTx, { params }: Answered, services: Services): Promise<{ familyId: string }> {
	const waits = await waitsFor(tx, params.handoverId);
	if (waits) throw moveNotPossible([], [waits]);
	return { familyId: await answer(tx, services, { id: params.handoverId, accept: true, words: "" }, ["former", "lead", "family"]) };
}

/** Does not take it; the reason is read by the family, the coordinator and the team lead. A request of the family goes on. */
export async function declineHandover(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof takingOver.declineHandover>,
	services: Services,
): Promise<undefined> {
	await waitsFor(tx, params.handoverId);
	await answer(tx, services, { id: params.handoverId, accept: false, words: body.words }, ["former", "lead", "family"]);
}

/** Why it cannot be accepted yet; nothing for what is not mine to answer. */
async function waitsFor(tx: ActorTx, id: string): Promise<"talk-first" | "duty-too-new" | undefined> {
	const [row] = await tx.sql<{ talk_on: string; free_at: Date | null }>({
		text: "select talk_on::text, free_at from app.my_handover_waits_for($1)",
		values: [id],
	});
	if (!row) throw notFound();
	if (row.free_at !== null && row.free_at > tx.now) return "duty-too-new";
	return row.talk_on > tx.today ? "talk-first" : undefined;
}

async function answer(
	tx: ActorTx,
	services: Services,
	{ id, accept, words }: { id: string; accept: boolean; words: string },
	ears: readonly Ear[],
): Promise<string> {
	const [row] = await tx.sql<{ family: string | null }>({
		text: "select app.answer_my_handover($1, $2, $3) as family",
		values: [id, accept, words],
	});
	// Meanwhile called off, or I have come to stand otherwise to this family.
	if (!row?.family) throw moveNotPossible([], ["handover-is-over"]);
	await tellOfHandover(Object.assign(tx, { familyId: row.family }), services, id, ears);
	return row.family;
}

/** What the team lead sees to: requests for another coordinator, and handovers that run or were not taken. */
export async function listTeamHandovers(tx: ActorTx): Promise<OfTeam[]> {
	type Row = Omit<OfTeam, "createdAt" | "arrangedAt" | "answeredAt"> & {
		createdAt: Date;
		arrangedAt: Date | null;
		answeredAt: Date | null;
	};
	const rows = await tx.sql<Row>({
		name: "team_handovers",
		text: `select id, family_id as "familyId", family_name as "familyName", state, because, asked_by_name as "askedByName",
			asked_by_family as "askedByFamily", from_name as "fromName", to_name as "toName", created_at as "createdAt",
			arranged_at as "arrangedAt", talk_on::text as "talkOn", told_family_on::text as "toldFamilyOn", answer_words as "answerWords",
			answered_at as "answeredAt", version, answers from app.team_handovers()`,
	});
	return rows.map((row) => ({
		...row,
		createdAt: row.createdAt.toISOString(),
		arrangedAt: row.arrangedAt?.toISOString() ?? null,
		answeredAt: row.answeredAt?.toISOString() ?? null,
	}));
}
