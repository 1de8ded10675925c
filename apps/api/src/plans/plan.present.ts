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
		whenItFails: row.whenItFails,
		writtenDown: row.writtenDown,
		referrer: row.referrer,
		referralReason: row.referralReason,
		referrerHears: row.referrerHears,
		courtOrderOn: dayOfColumn(row.courtOrderOn),
		courtOrder: row.courtOrder,
		ownChoices: row.ownChoices,
		placement: row.placement,
		groupPlanOfferedOn: dayOfColumn(row.groupPlanOfferedOn),
		groupPlanAnswer: row.groupPlanAnswer,
		groupPlanWords: row.groupPlanWords,
		groupPlanAnsweredOn: dayOfColumn(row.groupPlanAnsweredOn),
		groupPlanRecorded: row.groupPlanRecorded,
		networkSkippedBecause: row.networkSkippedBecause,
		closingReason: row.closingReason,
		aftercare: row.aftercare,
		closingKind: row.closingKind,
		turnTo: row.turnTo,
		checkInOn: dayOfColumn(row.checkInOn),
		checkedInOn: dayOfColumn(row.checkedInOn),
		checkInWords: row.checkInWords,
		wantsMilestones: row.wantsMilestones,
		reopenedBecause: row.reopenedBecause,
		reopenedOn: dayOfColumn(row.reopenedOn),
		version: row.version,
		openedOn: dayOfColumn(row.openedOn),
		closedOn: dayOfColumn(row.closedOn),
	};
}
