import type { readTeam as contract } from "@samenplan/contract/caseload";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { byNeed } from "@samenplan/plan-rules/signals";
import type { ActorTx } from "../http/as-actor.ts";
import { listedFamilies } from "./caseload-rows.ts";

/** The families of the team per coordinator: names, dates, counts and signals; no family texts. */
export async function readTeam(tx: ActorTx): Promise<EndpointResponse<typeof contract>> {
	const account = await tx.db.account.findUnique({ where: { id: tx.actor.accountId }, select: { teamId: true } });
	const team = account?.teamId ? await tx.db.team.findUnique({ where: { id: account.teamId }, select: { name: true } }) : null;
	const coordinators = new Map<string, EndpointResponse<typeof contract>["coordinators"][number]>();
	for (const { coordinator, family } of await listedFamilies(tx)) {
		// A family whose plan was closed may have nobody any more; it is not in anybody's way.
		if (!coordinator) continue;
		const known = coordinators.get(coordinator.id) ?? { ...coordinator, families: [] };
		known.families.push(family);
		coordinators.set(coordinator.id, known);
	}
	for (const { families } of coordinators.values()) families.sort(byNeed);
	return {
		today: tx.today,
		team: team?.name ?? "",
		coordinators: [...coordinators.values()].sort((one, other) => one.name.localeCompare(other.name, "nl")),
	};
}
