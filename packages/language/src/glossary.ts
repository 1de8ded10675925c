/**
 * The words of the domain, once: how each is called in code, in Dutch and in English, and what it is. The words for values of
 * lists (states, kinds) are the messages `term.<list>.<value>`; a test of the web compares those with the contract.
 */
export type GlossaryWord = { readonly nl: string; readonly en: string; readonly meaning: string };

export const glossary = {
	organisation: {
		nl: "organisatie",
		en: "organisation",
		meaning: "Employs coordinators and scientists; holds settings, catalogue and retention.",
	},
	team: { nl: "team", en: "team", meaning: "A part of an organisation with a team lead." },
	person: { nl: "persoon", en: "person", meaning: "A human being, with or without an account, and how they like to read and be reached." },
	account: { nl: "account", en: "account", meaning: "A way to sign in for one person." },
	invitation: {
		nl: "kaart",
		en: "card",
		meaning: "Asks one person to join, once and for a short time: link, picture to scan, short code.",
	},
	family: { nl: "gezin", en: "family", meaning: "Persons with their kinship and households, and one coordinator." },
	household: { nl: "huishouden", en: "household", meaning: "Who lives where; separated parents have two." },
	kinship: { nl: "verwantschap", en: "kinship", meaning: "How two persons of a family are related." },
	involvement: { nl: "betrokkenheid", en: "involvement", meaning: "A person's relation to a family: role, from, until, ground, audience." },
	authority: { nl: "gezag", en: "authority", meaning: "A fact about a parent and a child, with source and date; unknown counts as no." },
	coordinator: {
		nl: "coördinator",
		en: "coordinator",
		meaning: "Makes the plan with the family, who say coach; a family with an open plan has exactly one.",
	},
	scientist: {
		nl: "gedragswetenschapper",
		en: "behavioural scientist",
		meaning: "Thinks along when a case is complex, and never about an own case.",
	},
	plan: { nl: "plan", en: "plan", meaning: "What the family and the people around it do together; at most one is open." },
	route: { nl: "weg", en: "route", meaning: "How much of the method a question needs: light, full, explore or crisis." },
	planVersion: { nl: "versie", en: "version", meaning: "What was put before people and agreed, frozen with its date." },
	step: { nl: "stap", en: "step", meaning: "One of the six parts of the method, done in dialogue." },
	view: { nl: "kijk", en: "view", meaning: "What one person says about a subject, in own words, or recorded for a child." },
	sharedPicture: { nl: "samenhangend beeld", en: "shared picture", meaning: "The conclusion of the second step." },
	theme: { nl: "thema", en: "theme", meaning: "One of the parts of life a view or goal is about." },
	load: { nl: "draaglast", en: "load", meaning: "What weighs on somebody." },
	capacity: { nl: "draagkracht", en: "capacity", meaning: "What somebody can carry." },
	goal: { nl: "doel", en: "goal", meaning: "What we want, for whom, and how we notice it on five levels." },
	level: { nl: "tree", en: "rung", meaning: "One of the five levels of a goal, from much less (-2) to much more (+2) than hoped." },
	action: { nl: "stapje", en: "small step", meaning: "A small concrete thing: who, what, when, once or repeating." },
	position: {
		nl: "antwoord",
		en: "answer",
		meaning: "Agree, agree but, do not agree, or explain please; kept visible beside what it is about.",
	},
	networkTie: { nl: "band", en: "tie", meaning: "A person or group around the family: kind, closeness, gives support or costs energy." },
	ask: { nl: "vraag om hulp", en: "ask", meaning: "A concrete request for help from the own network." },
	offer: { nl: "aanbod", en: "offer", meaning: "Who takes an ask, or offers something unasked." },
	groupPlan: {
		nl: "familiegroepsplan",
		en: "family group plan",
		meaning: "The family and its people make the plan themselves; offered to every family.",
	},
	meeting: { nl: "gesprek", en: "meeting", meaning: "Date, place, people, agenda with the family's subjects first, agreements." },
	helpOption: { nl: "hulpoptie", en: "help option", meaning: "An alternative, compared with others before deciding." },
	help: { nl: "hulp", en: "help", meaning: "Decided and running support with provider, period and evaluation date." },
	decision: { nl: "besluit", en: "decision", meaning: "What, why, who took part, what each one thought of it, and when." },
	evaluation: {
		nl: "evaluatie",
		en: "evaluation",
		meaning: "Scores and words of each person per goal, how we worked together, and the next date.",
	},
	review: { nl: "meekijken", en: "review", meaning: "A scientist's question, advice, and the coordinator's answer to it." },
	comment: { nl: "reactie", en: "comment", meaning: "Words on any part of the plan, or to the team." },
	question: { nl: "vraag", en: "question", meaning: "A comment that is to be answered." },
	consent: { nl: "toestemming", en: "consent", meaning: "Given, refused, withdrawn or expired; always for something specific." },
	reminder: { nl: "herinnering", en: "reminder", meaning: "Who must do what by when; stops the moment it is done." },
	signal: { nl: "signaal", en: "signal", meaning: "Something that needs a coordinator's eye." },
	lead: { nl: "regie", en: "lead", meaning: "Who steers now: the family, or for a while the coordinator." },
	audience: { nl: "wie dit leest", en: "audience", meaning: "Who can read a text." },
	auditEntry: { nl: "logregel", en: "log entry", meaning: "One line about who read or changed what, when and why." },
} as const satisfies Record<string, GlossaryWord>;

export type GlossaryKey = keyof typeof glossary;
