import type { StepKind } from "@samenplan/contract/steps";
import type { ReminderKind, ReminderRung } from "@samenplan/language/reminder-kinds";

/** Where one does what a reminder asks. */
const places: Record<ReminderKind, (home: string, staff: boolean, step: StepKind | null) => string> = {
	evaluation: (home) => `${home}/steps/evaluate`,
	unanswered_question: (home) => `${home}/questions`,
	// Who must answer finds everything that waits for them together; who calls them is shown what it is about.
	waiting_agreement: (home, staff, step) => `${home}/${staff ? (step ? `steps/${step}` : "versions") : "waiting"}`,
	stalled_plan: (home) => home,
	review: (home) => `${home}/reviews`,
	waiting_list: (home) => `${home}/steps/help`,
	contact_rhythm: (home) => `${home}/contacts`,
	milestone: (home) => `${home}/milestones`,
	check_in: (home) => `${home}/steps/evaluate`,
	handover: (home) => `${home}/coordinator`,
	inquiry: (home, staff) => `${home}/steps/strengths${staff ? "" : "/analysis"}#inquiry`,
};
/** For employees who do not coordinate the family: it is closed to them, or opens from a list of their own. */
const lists: Partial<Record<ReminderKind, string>> = { review: "/reviews", handover: "/handovers" };

type Reminder = {
	kind: ReminderKind;
	rung: ReminderRung;
	family_id: string;
	staff: boolean;
	coordinates: boolean;
	leads?: boolean;
	/** The step in which it stands, when it is about what stands in a step. */
	step?: StepKind | null;
};

/** The exact place in the product that a reminder leads to, after signing in. */
export function placeOf({ kind, rung, family_id, staff, coordinates, leads = false, step = null }: Reminder): string {
	if (rung === "team_lead") return "/team";
	if (staff && !coordinates) return leads ? "/team" : (lists[kind] ?? "/team");
	return places[kind](`/families/${family_id}`, staff, step);
}
