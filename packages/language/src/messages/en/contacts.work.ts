import type { contactsWork as nl } from "../nl/contacts.work.ts";

export const contactsWork = {
	"contacts.work.nav": "Contact",
	"contacts.work.last": "Last contact",
	"contacts.work.last-none": "No contact yet",
	"contacts.work.first-by": "Have the first contact before {day}.",
	"contacts.work.record": "Record a contact",
	"contacts.work.all": "See all contacts",
	"contacts.work.kind": "How did you speak?",
	"contacts.work.when": "On which day?",
	"contacts.work.with": "With whom?",
	"contacts.work.words": "In a few words",
	"contacts.work.words-hint": "Everyone of the plan reads this. A talk with one of them? Then rather leave this empty.",
	"contacts.work.recorded": "The contact is recorded.",
	"contacts.work.change": "Change this contact: {what}",
	"contacts.work.changing": "Change this contact",
	"contacts.work.remove": "Take it out",
	"contacts.work.removed": "The contact is gone.",
	"contacts.work.nobody": "Choose with whom you spoke.",
} satisfies Record<keyof typeof nl, string>;
