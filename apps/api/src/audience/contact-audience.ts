import type { ContactAudience } from "@samenplan/contract/shapes";
import type { ActorTx } from "../http/as-actor.ts";

/** From the fewest readers to the most. */
const order: readonly string[] = ["staff", "core", "circle"];

/**
 * An address or a number that more people are to know than before asks who one is once more; telling fewer asks nothing.
 * @param before the audience until now; left out for what is new, which only the professionals would know
 * @throws HttpProblem `prove-again`
 */
export function assertMayTellMore(tx: ActorTx, after: ContactAudience | undefined, before = "staff"): void {
	if (after !== undefined && order.indexOf(after) > order.indexOf(before)) tx.assertProvedAgain("audience.widen");
}
