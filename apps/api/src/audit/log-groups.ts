import type { logGroups } from "@samenplan/contract/audit-log";

export type LogGroup = (typeof logGroups)[number];

/** In which group of the search each object of the log is; a test finds one that is in none. */
export const objectsOf: Record<LogGroup, readonly string[]> = {
	plan: [
		"plan",
		"plan_version",
		"step",
		"view",
		"load_capacity",
		"own_words",
		"own_part",
		"goal",
		"action",
		"network_tie",
		"ask",
		"offer",
		"help",
		"help_option",
		"progress_note",
		"decision",
		"evaluation",
		"evaluation_score",
		"cooperation_answer",
		"position",
		"review",
		"comment",
		"statement",
		"disagreement_talk",
		"advice_check",
		"inquiry",
		"analysis_point",
		"shared_word",
		"crisis_act",
		"contact_moment",
		"live",
		"draft",
	],
	people: ["family", "person", "involvement", "household", "kinship", "authority", "invitation", "age_task", "milestone", "handover"],
	sharing: ["consent", "share", "shield", "audience", "readers"],
	safety: ["safety_track", "safety_list", "work_note", "emergency", "emergency_search", "emergency_use"],
	request: ["privacy_request", "my_data", "inspection", "retention", "legal_hold"],
	log: ["who_looked", "audit_search", "odd_pattern"],
	sending: ["mail", "reminder", "escalation", "calendar", "print"],
	account: [
		"account",
		"account_recovery",
		"session",
		"passkey",
		"authenticator_app",
		"recovery_code",
		"identity_provider",
		"organisation",
		"team",
	],
	other: ["caseload", "clock"],
};

const groups = new Map(Object.entries(objectsOf).flatMap(([group, objects]) => objects.map((object) => [object, group as LogGroup])));

/** The group of an object; what is not known is `other`. */
export const groupOf = (object: string): LogGroup => groups.get(object) ?? "other";
export const isGrouped = (object: string): boolean => groups.has(object);
