/** What is reminded of, and on which rungs: before the day, on it, after it, and to the team lead. */
export const reminderKinds = [
	"evaluation",
	"unanswered_question",
	"waiting_agreement",
	"stalled_plan",
	"review",
	"waiting_list",
	"contact_rhythm",
	"milestone",
	"check_in",
	"handover",
	"inquiry",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];
export const reminderRungs = ["before", "on_day", "after", "team_lead"] as const;
export type ReminderRung = (typeof reminderRungs)[number];

/** Subject, and the sentences of the text. */
export type Said = readonly [subject: string, words: string];
type Ladder = Partial<Record<ReminderRung, Said>> & { on_day: Said };
/** `family`: where a member of the family hears it in other words than an employee. */
export type ReminderWords = Record<ReminderKind, Ladder> & { family: Partial<Record<ReminderKind, Partial<Record<ReminderRung, Said>>>> };
