import type { AuditAction } from "@samenplan/contract/endpoint";
import type { Problem, ProblemCode } from "@samenplan/contract/problem";
import type { JobTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import type { OpenContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";

/** A refusal that is answered after the transaction: what was counted and noted stays. */
class Refusal {
	readonly problem: HttpProblem;
	constructor(problem: HttpProblem) {
		this.problem = problem;
	}
}
export const refuse = (code: ProblemCode, extra: Partial<Problem> = {}): Refusal => new Refusal(new HttpProblem(code, extra));
export type { Refusal };

/** Works as the job `accounts`, under which row-level security shows ways to sign in and nothing of a family. */
export async function asAccounts<T>(
	{ services, requestId }: Pick<OpenContext, "services" | "requestId">,
	deed: { event: string; action: AuditAction; object: string; objectId?: string },
	work: (tx: JobTx) => Promise<T | Refusal>,
): Promise<T> {
	const answer = await services.frame.asJob({ name: "accounts", ...deed, requestId }, async (tx) => {
		const result = await work(tx);
		if (result instanceof Refusal) tx.entry.outcome = "denied";
		return result;
	});
	if (answer instanceof Refusal) throw answer.problem;
	return answer;
}

/** What only the work knows of the entry that its transaction leaves: whose way to sign in was used or changed, right or wrong. */
export async function note(
	tx: Tx,
	deed: {
		event: string;
		action?: AuditAction;
		outcome?: "success" | "denied";
		account: { id: string; personId: string } | null;
		object?: string;
		objectId?: string;
	},
): Promise<void> {
	Object.assign((tx as JobTx).entry, {
		event: deed.event,
		action: deed.action ?? "execute",
		outcome: deed.outcome ?? "success",
		object: deed.object ?? "session",
		...(deed.account && { accountId: deed.account.id, personId: deed.account.personId }),
		...(deed.objectId && { objectId: deed.objectId }),
	});
}
