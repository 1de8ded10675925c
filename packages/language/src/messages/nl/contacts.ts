export const contacts = {
	"contacts.title": "Wanneer we elkaar spraken",
	"contacts.intro": "Hier zie je elk gesprek en elk bericht. Iedereen van het plan leest dit.",
	"contacts.none": "Hier staat nog geen contact",
	"contacts.none-words": "Jullie spraken elkaar nog niet. Of het staat er nog niet bij.",
	"contacts.with": "Met {names}",
	"contacts.to-talk": "Wil je iemand spreken? Vraag het.",
} as const;
