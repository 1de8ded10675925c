import { grantOf } from "./policy.ts";
import { type Relation, relations } from "./relations.ts";
import type { DutyRight, FamilyRight } from "./rights.ts";

/**
 * What opens a row of family data. `plan`: a right that opens the whole plan. `circle`: everyone involved. `audience`: as the row
 * says. `figures`: what a team lead sees of a family. `everyone`: any relation. `safety`: who keeps the safety track. `handled`:
 * whoever handles a request. `text`: whoever reads the text it stands beside. `log`: what
 * of the log somebody on that side may know. `shared`: shared by name, with a consent that stands. `own_offer`: their own answer to what they were asked. `own_draft`: what they are still writing. `own:<column>`: that column names the reader.
 * `duty:<right>`: a right of somebody's work for the whole organisation.
 */
export type Opening =
	| "plan"
	| "circle"
	| "audience"
	| "figures"
	| "everyone"
	| "safety"
	| "handled"
	| "shared"
	| "coordinator's"
	| "compared"
	| "held"
	| "former"
	| "shield"
	| "emergency"
	| "work_note"
	| "text"
	| "log"
	| "own_offer"
	| "own_draft"
	| `own:${string}`
	| `duty:${DutyRight}`;

export type TableRule = {
	/** Any of these opens a row for reading. */
	opens: readonly Opening[];
	/** Holding one of these rights is needed to change a row one may read; empty: nobody changes it directly. */
	changes: readonly FamilyRight[];
	/** Not for somebody who broke the glass, whatever else opens it. */
	closedInEmergency?: true;
	/**
	 * A row says what the person of `person_id` answered: added by that person, or by the coordinator as recorded together with them.
	 * `or-parent`: or by a parent of what their own young child said; and nobody else changes it but the coordinator.
	 */
	ownName?: true | "or-parent";
	/** Whoever adds a row stands in this column, or in `person_id` when it says nothing; `nobody`: only a function of the database adds rows. */
	addedBy?: string | "nobody";
};

const plan: readonly Opening[] = ["plan"];

/**
 * For every table with family data: what opens it, and which rights change it. The database says the same in row-level security;
 * a test compares both for every row and every kind of caller.
 */
export const familyTables: Record<string, TableRule> = {
	family: { opens: ["everyone"], changes: ["people.write", "plan.steer"], addedBy: "nobody" },
	involvement: {
		opens: ["circle", "figures", "own:person_id", "coordinator's"],
		changes: ["people.write", "involvement.write", "invitations.write", "network_member.invite", "consent.answer"],
	},
	household: { opens: plan, changes: ["people.write"] },
	household_member: { opens: plan, changes: ["people.write"] },
	kinship: { opens: plan, changes: ["people.write"] },
	authority: { opens: plan, changes: ["authority.write", "people.write"] },
	invitation: { opens: plan, changes: ["invitations.write", "network_member.invite", "involvement.write"] },
	plan: {
		opens: plan,
		changes: ["plan.steer", "plan.put_version", "group_plan.answer", "network.write", "evaluation.decide", "position.give"],
	},
	step: { opens: plan, changes: ["plan.steer", "view.write", "goal.propose", "network.write"] },
	view: {
		opens: ["audience"],
		changes: ["view.write", "view.record", "view.record_child", "work_note.write"],
		addedBy: "written_by",
		ownName: "or-parent",
	},
	load_capacity: { opens: ["audience"], changes: ["load.write"] },
	goal: { opens: ["plan", "shared"], changes: ["goal.propose", "goal.write", "position.give", "evaluation.decide"] },
	action: { opens: ["plan", "own:person_id"], changes: ["action.write", "action.report"] },
	position: { opens: plan, changes: ["position.give", "position.record", "position.explain"], addedBy: "written_by", ownName: true },
	plan_version: { opens: ["plan", "shared"], changes: ["plan.put_version", "position.give"] },
	network_tie: { opens: ["audience"], changes: ["network.write"] },
	ask: { opens: ["plan", "shared"], changes: ["network.write", "ask.answer"] },
	offer: { opens: ["plan", "own_offer"], changes: ["ask.answer", "network.write", "shared.comment"] },
	help_option: { opens: plan, changes: ["help.write", "help.weigh"] },
	decision: { opens: plan, changes: ["help.write", "position.give"] },
	help: { opens: ["plan", "shared"], changes: ["help.write", "evaluation.decide"] },
	progress_note: { opens: ["audience"], changes: ["help.write", "help.weigh", "shared.comment"] },
	evaluation: { opens: plan, changes: ["evaluation.plan", "evaluation.decide", "position.give"] },
	evaluation_score: { opens: ["compared"], changes: ["evaluation.score"], addedBy: "written_by", ownName: true },
	cooperation_answer: { opens: ["held"], changes: ["cooperation.answer", "evaluation.decide"], addedBy: "written_by", ownName: true },
	review: { opens: plan, changes: ["review.ask", "review.advise", "review.answer"] },
	comment: { opens: ["audience"], changes: ["comment.write", "comment.answer", "shared.comment"] },
	former_text: { opens: ["former"], changes: [], closedInEmergency: true },
	reminder: { opens: plan, changes: ["evaluation.plan", "evaluation.decide"] },
	consent: {
		opens: ["plan", "own:about_person_id"],
		changes: ["consent.ask", "consent.answer", "consent.record", "consent.deviate"],
		closedInEmergency: true,
	},
	consent_answer: {
		opens: ["plan", "own:person_id"],
		changes: ["consent.answer", "consent.record"],
		addedBy: "written_by",
		ownName: true,
		closedInEmergency: true,
	},
	share: { opens: ["plan", "own:person_id"], changes: ["share.write", "consent.answer"], closedInEmergency: true },
	shield: { opens: ["shield"], changes: ["shield.write"], closedInEmergency: true },
	age_task: { opens: plan, changes: ["age_task.do"], closedInEmergency: true },
	emergency_access: { opens: ["own:person_id", "emergency"], changes: [] },
	work_note: {
		opens: ["work_note"],
		changes: ["work_note.write"],
		closedInEmergency: true,
		addedBy: "author_id",
	},
	safety_track: { opens: ["safety"], changes: ["safety.write"], addedBy: "opened_by" },
	safety_entry: { opens: ["safety"], changes: ["safety.write"], addedBy: "written_by" },
	privacy_request: {
		opens: ["own:person_id", "own:recorded_by", "handled"],
		changes: ["request.make", "request.handle"],
		closedInEmergency: true,
	},
	statement: { opens: ["text"], changes: ["statement.write"], closedInEmergency: true, ownName: true },
	legal_hold: { opens: ["handled"], changes: ["request.handle"] },
	audit_entry: { opens: ["log"], changes: [], closedInEmergency: true },
	mail: { opens: [], changes: [] },
	account_recovery: { opens: [], changes: [] },
	retention_proposal: { opens: ["duty:retention.write"], changes: [] },
	odd_pattern: { opens: ["duty:audit.odd"], changes: [] },
	crisis_act: { opens: plan, changes: ["plan.steer"], addedBy: "written_by" },
	contact_moment: { opens: plan, changes: ["plan.steer"], addedBy: "written_by" },
	milestone: { opens: plan, changes: ["milestone.write"], addedBy: "written_by" },
	inquiry: { opens: plan, changes: ["plan.steer"], addedBy: "written_by" },
	analysis_point: { opens: plan, changes: ["plan.steer"], addedBy: "written_by" },
	shared_word: { opens: plan, changes: ["view.write"], addedBy: "written_by" },
	disagreement_talk: { opens: plan, changes: ["position.explain"], addedBy: "written_by" },
	advice_check: { opens: plan, changes: ["help.weigh", "view.record"], addedBy: "written_by", ownName: true },
	review_advice: { opens: plan, changes: ["review.advise", "review.answer"], addedBy: "written_by" },
	handover: { opens: ["plan", "figures"], changes: ["handover.ask", "handover.arrange"], addedBy: "asked_by" },
	escalation: { opens: ["figures"], changes: ["escalation.answer"], addedBy: "answered_by" },
	draft_text: { opens: ["own_draft"], changes: ["draft.write"] },
};

const withRight = (rights: readonly FamilyRight[]): Relation[] =>
	relations.filter((relation) => rights.some((right) => grantOf(right, [relation]) !== undefined));

/** Who may change rows of a table, as far as they may read them. */
export const changersOf = (table: string): Relation[] => withRight(familyTables[table]?.changes ?? []);

/** Who reads the whole plan: for a task of their own, or to answer a request for it. */
export const readersOfPlan = (): Relation[] =>
	relations.filter((relation) => grantOf("plan.read", [relation]) === "yes" || grantOf("request.export", [relation]) === "yes");
/** Everyone who sees anything of a plan that was meant for them. */
export const peopleAround = (): Relation[] => [...new Set([...readersOfPlan(), ...withRight(["own_part.read"])])];
/** The professionals' side of the plan, which reads what is for staff. */
export const professionalRelations: readonly Relation[] = [
	"coordinator",
	"scientist",
	"team_lead",
	"professional",
	"emergency",
	"privacy_officer",
];
