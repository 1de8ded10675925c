import type { Relation } from "./relations.ts";
import { type DutyRight, type FamilyRight, type Right, rightsThatProveAgain } from "./rights.ts";

/**
 * What must hold besides the relation before a right may be used. `own`: only what is one's own. `open_plan`: while the plan is
 * open; `partly_open_plan`: some of it. `consent`: whoever age and authority name has agreed. `prove_again`: the person shows once more who they are.
 * `reason`: in words that others can read. `one_hour`: sixty minutes. `while_review` and `while_request`: as long as that runs.
 */
export const conditions = [
	"own",
	"open_plan",
	"partly_open_plan",
	"consent",
	"prove_again",
	"reason",
	"one_hour",
	"while_review",
	"while_request",
] as const;
export type Condition = (typeof conditions)[number];

/**
 * Rights that only an open plan knows: whoever tries on a closed one is told that it is closed. Who reads one's own words can be
 * chosen on a closed plan too, and a question for advice taken back.
 */
export const rightsOfOpenPlan: readonly FamilyRight[] = [
	"plan.steer",
	"plan.put_version",
	"view.write",
	"view.record",
	"view.record_child",
	"load.write",
	"goal.propose",
	"goal.write",
	"action.write",
	"position.give",
	"position.record",
	"network.write",
	"ask.answer",
	"group_plan.answer",
	"help.write",
	"help.weigh",
	"evaluation.plan",
	"evaluation.score",
	"cooperation.answer",
	"evaluation.decide",
	"review.ask",
	"handover.ask",
	"handover.arrange",
];
/**
 * Rights of which a part is told so: reporting on a step, for who reads the plan; offering help and saying how help goes, for whom it
 * was shared with; moving a work note into the plan; a talk about a disagreement. Words about the plan go on.
 */
export const rightsPartlyOfOpenPlan: readonly FamilyRight[] = ["action.report", "position.explain", "shared.comment", "work_note.write"];
/** What these rights open for somebody outside the plan waits for consent. */
export const rightsWithConsent: readonly FamilyRight[] = ["share.write"];
/** Used with a written reason, which stays readable. */
export const rightsWithReason: readonly Right[] = [
	"consent.deviate",
	"emergency.open",
	"emergency.delay",
	"retention.write",
	"request.handle",
];

/** What a relation always asks, whatever the right. */
export const conditionsOfRelation: Partial<Record<Relation, readonly Condition[]>> = {
	scientist: ["while_review"],
	professional: ["consent"],
	emergency: ["reason", "one_hour"],
	privacy_officer: ["while_request"],
};

/** What must hold besides a yes, in the order of {@link conditions}; derived from the lists of the policy. */
export function conditionsOf(right: Right, relation?: Relation, grant?: "yes" | "own"): Condition[] {
	const held: Record<Condition, boolean> = {
		own: grant === "own",
		open_plan: (rightsOfOpenPlan as readonly Right[]).includes(right),
		partly_open_plan: (rightsPartlyOfOpenPlan as readonly Right[]).includes(right),
		consent: (rightsWithConsent as readonly Right[]).includes(right),
		prove_again: rightsThatProveAgain.includes(right),
		reason: rightsWithReason.includes(right),
		one_hour: false,
		while_review: false,
		while_request: false,
	};
	const ofRelation = relation ? (conditionsOfRelation[relation] ?? []) : [];
	return conditions.filter((condition) => held[condition] || ofRelation.includes(condition));
}

/**
 * In what state somebody can be, and what each does to every right at the next request. `nothing`: opens nothing. `as_relation`:
 * opens what the relation says. `less`: counts as the relation named.
 */
export const personStates = {
	present: { does: "as_relation" },
	invited: { does: "nothing" },
	starts_later: { does: "nothing" },
	ended: { does: "nothing" },
	consent_missing: { does: "nothing" },
	account_off: { does: "nothing" },
	session_over: { does: "nothing" },
	under_12: { does: "nothing" },
	authority_no: { does: "less", countsAs: "parent_without_authority" },
	authority_unknown: { does: "less", countsAs: "parent_without_authority" },
} as const satisfies Record<string, { does: "as_relation" | "nothing" } | { does: "less"; countsAs: Relation }>;
export type PersonState = keyof typeof personStates;

/** What a right is about; the published table has a part for each. */
export const subjects = [
	"reading",
	"plan",
	"goals",
	"agreeing",
	"network",
	"help",
	"looking_back",
	"review",
	"talking",
	"people",
	"sharing",
	"safety",
	"requests",
	"organisation",
] as const;
export type Subject = (typeof subjects)[number];

const subjectOfPrefix: Record<string, Subject> = {
	plan: "plan",
	view: "plan",
	load: "plan",
	milestone: "plan",
	draft: "plan",
	goal: "goals",
	action: "goals",
	position: "agreeing",
	network: "network",
	ask: "network",
	group_plan: "network",
	help: "help",
	evaluation: "looking_back",
	cooperation: "looking_back",
	review: "review",
	comment: "talking",
	shared: "talking",
	people: "people",
	invitations: "people",
	authority: "people",
	involvement: "people",
	network_member: "people",
	age_task: "people",
	handover: "people",
	escalation: "people",
	calendar: "looking_back",
	handovers: "organisation",
	audience: "sharing",
	shield: "sharing",
	share: "sharing",
	consent: "sharing",
	work_note: "safety",
	safety: "safety",
	emergency: "safety",
	request: "requests",
	requests: "requests",
	my_data: "requests",
	statement: "requests",
	retention: "requests",
	live: "reading",
	own_part: "reading",
	who_looked: "reading",
	families: "organisation",
	caseload: "organisation",
	reviews: "organisation",
	team: "organisation",
	accounts: "organisation",
	recovery: "organisation",
	organisation: "organisation",
	audit: "organisation",
};
const readingOfThePlan: readonly (FamilyRight | DutyRight)[] = ["plan.read", "plan.take", "plan.read_as"];

/** @throws Error for a right whose noun has no subject yet */
export function subjectOf(right: Right): Subject {
	if (readingOfThePlan.includes(right)) return "reading";
	const subject = subjectOfPrefix[right.split(".")[0] as string];
	if (!subject) throw new Error(`Give the right ${right} a subject.`);
	return subject;
}
