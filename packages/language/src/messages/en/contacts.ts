import type { contacts as nl } from "../nl/contacts.ts";

export const contacts = {
	"contacts.title": "When we spoke",
	"contacts.intro": "Here you see every talk and every message. Everyone of the plan reads this.",
	"contacts.none": "No contact is written here yet",
	"contacts.none-words": "You have not spoken yet. Or it was not written down.",
	"contacts.with": "With {names}",
	"contacts.to-talk": "Do you want to talk to somebody? Ask for it.",
} satisfies Record<keyof typeof nl, string>;
