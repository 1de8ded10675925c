import type { logGroups } from "./audit-log.ts";

export type LogGroup = (typeof logGroups)[number];

/** Everything the log is about, each in one group of its search. */
export const logObjects = {
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
} as const satisfies Record<LogGroup, readonly string[]>;

export type LogObject = (typeof logObjects)[LogGroup][number];

const groups = new Map<string, LogGroup>(
	Object.entries(logObjects).flatMap(([group, objects]) => objects.map((object) => [object, group as LogGroup] as const)),
);

/** The group of an object; what is not known is `other`. */
export const groupOf = (object: string): LogGroup => groups.get(object) ?? "other";
export const isLogObject = (object: string): object is LogObject => groups.has(object);
