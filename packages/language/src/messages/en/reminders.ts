import type { reminders as nl } from "../nl/reminders.ts";

export const reminders = {
	"reminders.mine.title": "How do you hear from us?",
	"reminders.mine.intro":
		"We send you a message when something waits for you. A message never says anything about your family or about others.",
	"reminders.mine.how": "How often would you like a message?",
	"reminders.mine.each": "Right away",
	"reminders.mine.each-hint": "Each thing has a message of its own.",
	"reminders.mine.daily": "Once a day",
	"reminders.mine.daily-hint": "Everything of a day comes together, in the morning.",
	"reminders.mine.quiet": "When rather not?",
	"reminders.mine.quiet-intro": "In these hours we send you nothing. A code to sign in always comes.",
	"reminders.mine.at-any-time": "A message may come at any time",
	"reminders.mine.from": "Quiet from",
	"reminders.mine.until": "Quiet until",
	"reminders.mine.hour": "{hour} o’clock",
	"reminders.mine.now": "Now you hear nothing between {from} and {until}.",
	"reminders.mine.now-always": "Now a message may come at any hour.",
	"reminders.mine.saved": "This is kept.",
	"reminders.mine.no-address-title": "We cannot mail you yet",
	"reminders.mine.no-address": "We have no e-mail address of yours. Everything that waits you see after signing in.",
	"reminders.mine.address": "Add an e-mail address",
	"reminders.calendar.take": "Add to my calendar",
	"reminders.calendar.taken": "Open the file. Then the day comes into your calendar.",
	"reminders.calendar.hint": 'Your calendar only says "Talk". It does not say what about.',
} satisfies Record<keyof typeof nl, string>;
