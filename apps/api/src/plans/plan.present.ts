import type { PlanHead } from "@samenplan/contract/plans";
import type { Plan as Row } from "@samenplan/prisma/client";

/** The plan's own facts as they leave the API: the same allowlist as in the whole plan. */
export function presentPlan(row: Row): PlanHead {
	return {
		id: row.id,
		state: row.state,
		route: row.route,
		routeReason: row.routeReason,
		complex: row.complex,
		toldFamilyOn: day(row.toldFamilyOn),
		sharingAgreements: row.sharingAgreements,
		groupPlanOfferedOn: day(row.groupPlanOfferedOn),
		groupPlanAnswer: row.groupPlanAnswer,
		groupPlanWords: row.groupPlanWords,
		networkSkippedBecause: row.networkSkippedBecause,
		closingReason: row.closingReason,
		aftercare: row.aftercare,
		version: row.version,
		openedOn: row.openedOn.toISOString().slice(0, 10),
		closedOn: day(row.closedOn),
	};
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
