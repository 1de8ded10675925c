import { type AgeMilestone, ageMilestones, type Milestone } from "@samenplan/contract/milestones";
import { addDays, addMonths } from "./working-days.ts";

/** A milestone as people see it: one that was written down, or an age that follows from a date of birth. */
export type MilestoneLine = {
	personId: string;
	kind: Milestone["kind"];
	/** `YYYY-MM-DD` in Europe/Amsterdam. */
	onDay: string;
	/** `ahead`: it comes. `now`: it brings the coordinator back. `talked`: we talked about it. `past`: it went by without a talk. */
	state: "ahead" | "now" | "talked" | "past";
	/** What was written down about it. */
	written: Milestone | null;
};
type Child = { id: string; bornOn: string | null };

/** From so many days before a milestone until so many after it, the coordinator asks how it goes. */
export const milestoneDays = { before: 30, after: 60 };
/** An age further away than this is not shown yet. */
const monthsAhead = 24;

/**
 * What lies ahead in the lives of the children (R10), the nearest first. The ages 4, 12, 16 and 18 show by themselves, once each, from
 * two years ahead; what was written down always shows.
 *
 * @param today the calendar day in Europe/Amsterdam
 */
export function milestonesOf(children: readonly Child[], written: readonly Milestone[], today: string): MilestoneLine[] {
	const lines: MilestoneLine[] = written.map((each) => ({
		personId: each.personId,
		kind: each.kind,
		onDay: each.onDay,
		state: stateOf(each.onDay, each.doneOn, today),
		written: each,
	}));
	for (const child of children) {
		if (child.bornOn === null) continue;
		for (const kind of Object.keys(ageMilestones) as AgeMilestone[]) {
			if (written.some((each) => each.personId === child.id && each.kind === kind)) continue;
			const onDay = birthdayOn(child.bornOn, ageMilestones[kind]);
			const state = stateOf(onDay, null, today);
			if (state === "past" || onDay > addMonths(today, monthsAhead)) continue;
			lines.push({ personId: child.id, kind, onDay, state, written: null });
		}
	}
	return lines.sort((one, other) => one.onDay.localeCompare(other.onDay) || one.personId.localeCompare(other.personId));
}

/** The day on which somebody reaches an age; born on 29 February, that is 1 March in other years, as Dutch law counts. */
export function birthdayOn(bornOn: string, age: number): string {
	const year = Number(bornOn.slice(0, 4)) + age;
	return bornOn.endsWith("-02-29") && !isLeap(year) ? `${year}-03-01` : `${year}${bornOn.slice(4)}`;
}

function stateOf(onDay: string, doneOn: string | null, today: string): MilestoneLine["state"] {
	if (doneOn !== null) return "talked";
	if (today < addDays(onDay, -milestoneDays.before)) return "ahead";
	return today <= addDays(onDay, milestoneDays.after) ? "now" : "past";
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
