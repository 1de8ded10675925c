import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import { addDays } from "@samenplan/language/dates";
import { lastCheckInDay } from "@samenplan/plan-rules/due-dates";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, assertUntil, dayColumn, dayOfColumn } from "../http/days.ts";
import { changeClosedPlan, changeNewestPlan, closedPlan } from "./closed-plan.ts";

/** Moves the day on which we ask how it goes after closing: ahead of us, and at most half a year after closing. */
export async function moveCheckIn(tx: ActorTx, { body }: EndpointParsed<typeof plans.moveCheckIn>): Promise<PlanHead> {
	const { closedOn } = await closedPlan(tx);
	assertDay(body.checkInOn, "checkInOn", { from: addDays(tx.today, 1) });
	assertUntil(body.checkInOn, "checkInOn", lastCheckInDay(dayOfColumn(closedOn) ?? tx.today, tx.today));
	return changeClosedPlan(tx, body.version, { checkInOn: dayColumn(body.checkInOn) });
}

/** How it goes after closing, in words that the family reads too. */
export async function checkIn(tx: ActorTx, { body }: EndpointParsed<typeof plans.checkIn>): Promise<PlanHead> {
	const { closedOn } = await closedPlan(tx);
	assertDay(body.checkedInOn, "checkedInOn", { from: dayOfColumn(closedOn) ?? undefined, until: tx.today });
	return changeClosedPlan(tx, body.version, { checkedInOn: dayColumn(body.checkedInOn), checkInWords: body.words });
}

/** Whether the family wishes to hear from the coordinator at milestones; said on an open plan and after closing alike. */
export async function wishMilestones(tx: ActorTx, { body }: EndpointParsed<typeof plans.wishMilestones>): Promise<PlanHead> {
	return changeNewestPlan(tx, body.version, { wantsMilestones: body.wants });
}
