import * as accounts from "./accounts.ts";
import * as audit from "./audit.ts";
import * as caseload from "./caseload.ts";
import * as comments from "./comments.ts";
import * as demo from "./demo.ts";
import type { Endpoint } from "./endpoint.ts";
import * as evaluations from "./evaluations.ts";
import * as families from "./families.ts";
import * as goals from "./goals.ts";
import * as help from "./help.ts";
import * as network from "./network.ts";
import * as people from "./people.ts";
import * as plans from "./plans.ts";
import * as positions from "./positions.ts";
import * as reviewed from "./reviewed.ts";
import * as reviews from "./reviews.ts";
import * as steps from "./steps.ts";

const nouns: Record<string, unknown>[] = [
	accounts,
	families,
	people,
	plans,
	steps,
	goals,
	positions,
	network,
	help,
	evaluations,
	reviews,
	reviewed,
	comments,
	caseload,
	audit,
	demo,
];

/** The endpoint table: every endpoint of every noun. Tests compare it with the handlers and walk it for access. */
export const endpoints: readonly Endpoint[] = nouns.flatMap((noun) => Object.values(noun).filter(isEndpoint));

function isEndpoint(value: unknown): value is Endpoint {
	return typeof value === "object" && value !== null && "method" in value && "path" in value && "right" in value;
}
