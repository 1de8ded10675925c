import type { LookedAt } from "@samenplan/contract/audit";

/**
 * Which of the few words of a family an object of the log falls under. `null`: says nothing to a family and is left out. What is
 * not here is left out too.
 */
export const lookedAtOf: Record<string, LookedAt | null> = {
	plan: "plan",
	plan_version: "plan_version",
	crisis_act: "plan",
	contact_moment: "contact",
	family: "people",
	person: "people",
	involvement: "people",
	household: "people",
	kinship: "people",
	authority: "people",
	invitation: "invitation",
	account_recovery: "recovery",
	view: "view",
	load_capacity: "view",
	step: "step",
	inquiry: "step",
	analysis_point: "step",
	shared_word: "view",
	goal: "goal",
	action: "action",
	network_tie: "network",
	ask: "network",
	offer: "network",
	help: "help",
	help_option: "help",
	progress_note: "help",
	advice_check: "help",
	decision: "decision",
	evaluation: "evaluation",
	evaluation_score: "evaluation",
	cooperation_answer: "evaluation",
	position: "position",
	disagreement_talk: "position",
	review: "review",
	handover: "handover",
	comment: "comment",
	// Who reads a text was changed; whoever may not read that text does not learn of it.
	audience: "view",
	own_part: "shared",
	own_words: "shared",
	readers: null,
	// What is kept from whom is told to nobody here: it could be kept from who reads this.
	shield: null,
	who_looked: "who_looked",
	reminder: "reminder",
	escalation: "reminder",
	calendar: "export",
	mail: "letter",
	print: "print",
	consent: "consent",
	share: "consent",
	age_task: "people",
	// Who broke the glass stands above the list, with the reason; that somebody of the family read so is their own business.
	emergency_use: null,
	emergency: null,
	emergency_search: null,
	// Notes for the work and the list of worries about safety are for the professionals. One worry comes here once it is not shielded
	// any more (SQL: app.family_may_know).
	work_note: null,
	safety_list: null,
	safety_track: "safety",
	statement: "other",
	// What one person asks about their own data, and what they got, is not for the others of the family (SQL: app.log_hides).
	privacy_request: "request",
	my_data: "export",
	inspection: "export",
	legal_hold: null,
	retention: null,
	// An open screen that listens for changes reads nothing by itself.
	live: null,
	// What somebody is still writing is theirs alone, and so is that they write.
	draft: null,
	account: null,
	session: null,
	caseload: null,
	clock: null,
};
