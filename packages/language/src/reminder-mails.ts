import type { ReminderKind, ReminderRung, ReminderWords, Said } from "./reminder-kinds.ts";
import { reminderWords as en } from "./reminder-words.en.ts";
import { reminderWords as nl } from "./reminder-words.nl.ts";

/**
 * What a reminder says outside the system: neutral words, no name and no text of a family, a link to the exact place. Subjects fit on
 * a telephone that lies on the kitchen table.
 */
export const reminderWords: Record<"nl" | "en", ReminderWords> = { nl, en };

const around = {
	nl: {
		hello: "Hallo {givenName},",
		end: "Liever anders of op een ander moment horen? Dat kies je zelf:\n{choices}\n\nSamenplan",
		one: "Vandaag: 1 ding",
		more: "Vandaag: {count} dingen",
		intro: "Dit is alles van vandaag bij elkaar.",
	},
	en: {
		hello: "Hello {givenName},",
		end: "Would you rather hear in another way, or at another time? You choose:\n{choices}\n\nSamenplan",
		one: "Today: 1 thing",
		more: "Today: {count} things",
		intro: "This is everything of today together.",
	},
};

/** For a calendar that lies open on a kitchen table or a desk. */
export const calendarWords = {
	nl: { title: "Gesprek", where: "Meer lees je na het inloggen.", fileName: "gesprek.ics" },
	en: { title: "Talk", where: "Sign in to read more.", fileName: "talk.ics" },
} as const;

type Reminder = { kind: ReminderKind; rung: ReminderRung; toStaff: boolean };
type Mail = { subject: string; text: string };

/** Subject and text of one reminder in the reader's language; Dutch where there is no catalogue yet. */
export function reminderMail(
	reminder: Reminder,
	language: string,
	values: { givenName: string; date: string; link: string; choices: string },
): Mail {
	const [subject, words] = saidOf(reminder, language);
	const { hello, end } = around[localeOf(language)];
	return { subject: filled(subject, values), text: [hello, words, values.link, end].map((part) => filled(part, values)).join("\n\n") };
}

/** Everything of one day in one message: one line and one link each. */
export function digestMail(
	reminders: (Reminder & { date: string; link: string })[],
	language: string,
	values: { givenName: string; choices: string },
): Mail {
	const { hello, one, more, intro, end } = around[localeOf(language)];
	const lines = reminders.map(
		(each) => `- ${filled(saidOf(each, language)[1], { date: each.date }).replaceAll("\n", " ")}\n  ${each.link}`,
	);
	return {
		subject: filled(reminders.length === 1 ? one : more, { count: String(reminders.length) }),
		text: [filled(hello, values), intro, ...lines, filled(end, values)].join("\n\n"),
	};
}

const localeOf = (language: string) => (language === "en" ? "en" : "nl");

/** What a rung says to this reader; a rung without words of its own says what is said on the day. */
function saidOf({ kind, rung, toStaff }: Reminder, language: string): Said {
	const words = reminderWords[localeOf(language)];
	const ladder = words[kind];
	return (toStaff ? undefined : words.family[kind]?.[rung]) ?? ladder[rung] ?? ladder.on_day;
}

/** Only values of our own: a name is put in once, whatever stands in it. */
function filled(words: string, values: Record<string, string>): string {
	return words.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}
