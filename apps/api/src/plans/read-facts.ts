import type { WholePlan } from "@samenplan/contract/plans";
import { factsOf, type PlanFacts } from "@samenplan/plan-rules/facts";
import { type Move, possibleMoves, whyNot } from "@samenplan/plan-rules/moves";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";
import { readPlan } from "./read-plan.ts";

/** What the rules of the method need to know, read in this transaction with the reader's own rights. */
export async function readFacts(tx: ActorTx): Promise<PlanFacts> {
	return factsOf(JSON.parse(await readPlan(tx)) as WholePlan, tx.today);
}

/** The moves that the caller can make now; part of the answer to one that is not possible. */
export async function movesNow(tx: ActorTx): Promise<Move[]> {
	return possibleMoves(await readFacts(tx), tx.actor.relations);
}

/**
 * The facts, when a move is possible now.
 * @throws HttpProblem `move-not-possible` with what is possible instead, and every reason
 */
export async function assertMove(tx: ActorTx, move: Move): Promise<PlanFacts> {
	// Moves of one family go one after another: two at the same moment would each decide on facts the other is changing.
	await tx.sql({ text: "select id from plan where family_id = $1 and state = 'open' for update", values: [tx.familyId] });
	const facts = await readFacts(tx);
	const reasons = whyNot(facts, move);
	if (reasons.length > 0) throw moveNotPossible(possibleMoves(facts, tx.actor.relations), reasons);
	return facts;
}
