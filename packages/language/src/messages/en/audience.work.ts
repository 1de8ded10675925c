import type { audienceWork as nl } from "../nl/audience.work.ts";

export const audienceWork = {
	"audience.as.link": "See the plan as {name} sees it",
	"audience.as.title": "How {name} sees it",
	"audience.as.loading": "The plan through other eyes",
	"audience.as.less": "Only to look at. What you may not read is not here either.",
	"audience.as.close": "Close",
	"audience.as.own-part": "{name} does not read the plan. This is what {name} does see.",
	"audience.as.nothing": "{name} does not take part yet and sees nothing here now.",
	"audience.as.load": "Load and capacity",
	"audience.as.ties": "People around the family",
	"audience.as.notes": "How the help goes",
	"audience.as.comments": "What was said",
	"audience.as.contacts": "Addresses and numbers",
	"audience.contact.staff": "Professionals only",
	"audience.contact.core": "The family too",
	"audience.contact.circle": "Everyone involved",
	"audience.contact.reach": "Who may know telephone and e-mail?",
	"audience.contact.address": "Who may know the address?",
} satisfies Record<keyof typeof nl, string>;
