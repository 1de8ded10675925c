import type { AuditAction } from "@samenplan/contract/endpoint";
import type { Problem, ProblemCode } from "@samenplan/contract/problem";
import type { Tx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import type { OpenContext } from "../http/route.ts";

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
	work: (tx: Tx) => Promise<T | Refusal>,
): Promise<T> {
	const answer = await services.frame.asJob({ name: "accounts", ...deed, requestId }, work);
	if (answer instanceof Refusal) throw answer.problem;
	return answer;
}

/** The entry that says whose way to sign in was used or changed, right or wrong, and from where. */
export async function note(
	tx: Tx,
	{ client, requestId }: Pick<OpenContext, "client" | "requestId">,
	deed: {
		event: string;
		action?: AuditAction;
		outcome?: "success" | "denied";
		account: { id: string; personId: string } | null;
		object?: string;
		objectId?: string;
	},
): Promise<void> {
	await tx.sql({
		name: "sign_in_note",
		text: "select app.audit($1, $2::audit_action, $3::audit_outcome, $4, $5, 'self', $6, $7, null, 'none', $8, $9, 'api')",
		values: [
			deed.event,
			deed.action ?? "execute",
			deed.outcome ?? "success",
			deed.account?.id ?? null,
			deed.account?.personId ?? null,
			deed.object ?? "session",
			deed.objectId ?? null,
			client,
			requestId,
		],
	});
}
