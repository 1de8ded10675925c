import { type AgeMilestone, ageMilestones, type Milestone } from "@samenplan/contract/milestones";
import { dueDefaults } from "./due-dates.ts";
import { addDays, addMonths } from "./working-days.ts";

/** A milestone as people see it: one that was written down, or an age that follows from a date of birth. */
export type MilestoneLine = {
	personId: string;
	kind: Milestone["kind"];
	/** `YYYY-MM-DD` in Europe/Amsterdam. */
	onDay: string;
	/** `ahead`: it comes. `now`: it brings the coordinator back. `talked`: we talked about it. */
	state: "ahead" | "now" | "talked";
	/** What was written down about it. */
	written: Milestone | null;
};
type Child = { id: string; bornOn: string | null };

/** An age that nobody talked about stops showing so many days after it. */
const daysAfterAge = 60;
/** An age further away than this is not shown yet. */
const monthsAhead = 24;

/**
 * What lies ahead in the lives of the children (R10), the nearest first. The ages 4, 12, 16 and 18 show by themselves, once each, from
 * two years ahead; what was written down shows until people talked about it, and after. The database counts alike (app.open_milestones).
 *
 * @param today the calendar day in Europe/Amsterdam
 */
export function milestonesOf(
	children: readonly Child[],
	written: readonly Milestone[],
	today: string,
	settings = dueDefaults,
): MilestoneLine[] {
	const before = settings.milestoneBeforeDays;
	const lines: MilestoneLine[] = written.map((each) => ({
		personId: each.personId,
		kind: each.kind,
		onDay: each.onDay,
		state: stateOf(each.onDay, each.doneOn, today, before),
		written: each,
	}));
	for (const child of children) {
		if (child.bornOn === null) continue;
		for (const kind of Object.keys(ageMilestones) as AgeMilestone[]) {
			if (written.some((each) => each.personId === child.id && each.kind === kind)) continue;
			const onDay = birthdayOn(child.bornOn, ageMilestones[kind]);
			if (onDay < addDays(today, -daysAfterAge) || onDay > addMonths(today, monthsAhead)) continue;
			lines.push({ personId: child.id, kind, onDay, state: stateOf(onDay, null, today, before), written: null });
		}
	}
	return lines.sort((one, other) => one.onDay.localeCompare(other.onDay) || one.personId.localeCompare(other.personId));
}

/** The day on which somebody reaches an age; born on 29 February, that is 1 March in other years, as Dutch law counts. */
export function birthdayOn(bornOn: string, age: number): string {
	const year = Number(bornOn.slice(0, 4)) + age;
	return bornOn.endsWith("-02-29") && !isLeap(year) ? `${year}-03-01` : `${year}${bornOn.slice(4)}`;
}

function stateOf(onDay: string, doneOn: string | null, today: string, before: number): MilestoneLine["state"] {
	if (doneOn !== null) return "talked";
	return today < addDays(onDay, -before) ? "ahead" : "now";
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
