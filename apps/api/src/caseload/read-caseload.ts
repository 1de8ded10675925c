import type { readCaseload as contract } from "@samenplan/contract/caseload";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { byNeed } from "@samenplan/plan-rules/signals";
import type { ActorTx } from "../http/as-actor.ts";
import { listedFamilies } from "./caseload-rows.ts";

/** The families I coordinate, those that need me first. */
export async function readCaseload(tx: ActorTx): Promise<EndpointResponse<typeof contract>> {
	const families = (await listedFamilies(tx)).map(({ family }) => family);
	return { today: tx.today, families: families.sort(byNeed) };
}
