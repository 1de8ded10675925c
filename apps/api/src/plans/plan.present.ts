import type { PlanHead } from "@samenplan/contract/plans";
import type { Plan as Row } from "@samenplan/prisma/client";
import { dayOfColumn } from "../http/days.ts";

/** The plan's own facts as they leave the API: the same allowlist as in the whole plan. */
export function presentPlan(row: Row): PlanHead {
	return {
		id: row.id,
		state: row.state,
		route: row.route,
		routeReason: row.routeReason,
		complex: row.complex,
		toldFamilyOn: dayOfColumn(row.toldFamilyOn),
		sharingAgreements: row.sharingAgreements,
		groupPlanOfferedOn: dayOfColumn(row.groupPlanOfferedOn),
		groupPlanAnswer: row.groupPlanAnswer,
		groupPlanWords: row.groupPlanWords,
		networkSkippedBecause: row.networkSkippedBecause,
		closingReason: row.closingReason,
		aftercare: row.aftercare,
		version: row.version,
		openedOn: dayOfColumn(row.openedOn),
		closedOn: dayOfColumn(row.closedOn),
	};
}
