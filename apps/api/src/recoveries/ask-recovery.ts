import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as recoveries from "@samenplan/contract/recoveries";
import type { ReasonCode } from "@samenplan/plan-rules/reasons";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible, notFound } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { tellEars } from "./tell-ears.ts";

type Answer = "asked" | "unknown" | "own" | "off" | "not-needed" | "running";

const reasonOf: Record<Exclude<Answer, "asked" | "unknown">, ReasonCode> = {
	own: "own-recovery",
	off: "recovery-account-off",
	"not-needed": "recovery-not-needed",
	running: "recovery-is-running",
};

/**
 * The coordinator asks to let somebody back in who took part before and lost the way. Nothing opens by it: somebody else decides,
 * and the owner of the account hears of it and can stop it.
 *
 * @throws HttpProblem `move-not-possible` with `recovery-not-needed`, `recovery-is-running`, `recovery-account-off` or `own-recovery`
 */
export async function askRecovery(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof recoveries.askRecovery>,
	services: Services,
): Promise<EndpointResponse<typeof recoveries.askRecovery>> {
	const [row] = await tx.sql<{ answer: Answer }>({
		text: "select app.ask_recovery($1, $2, $3, $4, $5) as answer",
		values: [tx.newId, tx.familyId, params.personId, body.reason, body.email],
	});
	return afterAsking(tx, services, row?.answer);
}

/** As {@link askRecovery}, by an administrator for a colleague of the own organisation. */
export async function askEmployeeRecovery(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof recoveries.askEmployeeRecovery>,
	services: Services,
): Promise<EndpointResponse<typeof recoveries.askEmployeeRecovery>> {
	const [row] = await tx.sql<{ answer: Answer }>({
		text: "select app.ask_employee_recovery($1, $2, $3, $4) as answer",
		values: [tx.newId, params.accountId, body.reason, body.email],
	});
	return afterAsking(tx, services, row?.answer);
}

async function afterAsking(tx: ActorTx, services: Services, answer: Answer = "unknown"): Promise<{ id: string }> {
	if (answer === "unknown") throw notFound();
	if (answer !== "asked") throw moveNotPossible([], [reasonOf[answer]]);
	await tellEars(tx, services, tx.newId, { who: "owner", mail: "accessAsked", path: "/me/sign-in" });
	await tellEars(tx, services, tx.newId, { who: "deciders", mail: "accessToDecide", path: "/recoveries" });
	return { id: tx.newId };
}
