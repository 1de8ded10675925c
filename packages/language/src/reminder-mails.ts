/**
 * What a reminder says outside the system: neutral words, no name and no text of a family, a link to the exact place. Subjects fit on
 * a telephone that lies on the kitchen table.
 */
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
type Said = readonly [subject: string, words: string];
type Ladder = Partial<Record<ReminderRung, Said>> & { on_day: Said };
/** `family`: where a member of the family hears it in other words than an employee. */
type Words = Record<ReminderKind, Ladder> & { family: Partial<Record<ReminderKind, Partial<Record<ReminderRung, Said>>>> };

export const reminderWords: Record<"nl" | "en", Words> = {
	nl: {
		evaluation: {
			before: [
				"Binnenkort praten jullie weer",
				"Op {date} kijken jullie samen terug.\nWil je vooraf vertellen wat jij ervan vindt? Dat kost een paar minuten.",
			],
			on_day: ["Vandaag kijken jullie terug", "Vandaag, {date}, kijken jullie samen terug.\nHier staat wat je kunt doen."],
			after: [
				"Er staat nog iets open",
				"Op {date} zouden jullie samen terugkijken.\nDat is nog niet opgeschreven. Wil je er nu naar kijken?",
			],
			team_lead: ["Een terugblik is te laat", "Een terugblik in je team had op {date} moeten zijn.\nWil je kijken wat er nodig is?"],
		},
		unanswered_question: {
			before: ["Een vraag wacht op je", "Een gezin stelde een vraag. Op {date} hoort er een antwoord te zijn."],
			on_day: ["Vandaag graag een antwoord", "Een gezin wacht op een antwoord. Vandaag is de dag waarop het er hoort te zijn."],
			after: [
				"Een vraag wacht nog steeds",
				"Een gezin had op {date} een antwoord moeten hebben.\nLukt het niet? Laat dan even weten wanneer wel.",
			],
			team_lead: [
				"Een vraag in je team blijft liggen",
				"Een gezin in je team had op {date} een antwoord moeten hebben.\nWil je kijken wat er nodig is?",
			],
		},
		waiting_agreement: {
			on_day: [
				"Nog niet iedereen heeft geantwoord",
				"In een plan ligt iets voor. Vandaag zou iedereen geantwoord hebben. Bel eens, of praat er samen over.",
			],
			after: [
				"Een plan wacht op antwoorden",
				"In een plan ligt iets voor. Op {date} zou iedereen geantwoord hebben.\nBel eens, of praat er samen over.",
			],
			team_lead: [
				"Een plan in je team wacht op antwoorden",
				"Een plan in je team wacht sinds {date} op antwoorden.\nWil je kijken wat er nodig is?",
			],
		},
		stalled_plan: {
			before: ["Het is al even stil", "In een plan schreef al een tijd niemand iets.\nHoe gaat het daar? Een kort bericht is genoeg."],
			on_day: ["Een plan ligt stil", "In een plan schreef al lang niemand iets.\nHoe gaat het daar? Een kort bericht is genoeg."],
			after: ["Een plan ligt nog steeds stil", "Sinds {date} geldt een plan als stil.\nNeem contact op, of schrijf op wat er wel gebeurt."],
			team_lead: ["Een plan in je team ligt stil", "In een plan in je team schreef al lang niemand iets.\nWil je kijken wat er nodig is?"],
		},
		review: {
			on_day: ["Meekijken wacht op je", "Voor het meekijken bij een gezin is vandaag de dag waarop er iets van jou hoort te zijn."],
			after: ["Meekijken wacht nog steeds", "Voor het meekijken bij een gezin had er op {date} iets van jou moeten zijn."],
			team_lead: [
				"Meekijken in je team blijft liggen",
				"Het meekijken bij een gezin in je team had op {date} verder moeten zijn.\nWil je kijken wat er nodig is?",
			],
		},
		waiting_list: {
			before: ["Hulp laat op zich wachten", "Een gezin wacht al weken op hulp.\nBel eens hoe het ermee staat, en wat tot die tijd kan."],
			on_day: [
				"Hulp laat te lang op zich wachten",
				"Een gezin wacht nu zo lang als jullie afspraken dat het mag duren.\nBel eens, of kijk samen naar iets anders.",
			],
			after: ["Nog steeds geen hulp", "Een gezin had op {date} hulp moeten hebben.\nBel eens, of kijk samen naar iets anders."],
			team_lead: [
				"Een gezin in je team wacht op hulp",
				"Een gezin in je team had op {date} hulp moeten hebben.\nWil je kijken wat er nodig is?",
			],
		},
		contact_rhythm: {
			before: ["Binnenkort contact", "Het is bijna tijd voor contact met een gezin: niet later dan {date}."],
			on_day: ["Vandaag contact", "Vandaag is de laatste dag voor het contact met een gezin, zoals jullie dat afspraken."],
			after: ["Contact is te laat", "Met een gezin had er op {date} contact moeten zijn.\nWas het er wel? Schrijf het dan op."],
			team_lead: [
				"Contact met een gezin blijft uit",
				"Met een gezin in je team had er op {date} contact moeten zijn.\nWil je kijken wat er nodig is?",
			],
		},
		milestone: {
			before: ["Er komt iets aan", "Op {date} verandert er iets voor een kind.\nVraag eens hoe het gaat, en of er iets nodig is."],
			on_day: [
				"Vandaag is een bijzondere dag",
				"Vandaag verandert er iets voor een kind.\nVraag eens hoe het gaat, en of er iets nodig is.",
			],
			after: ["Hoe ging het?", "Op {date} veranderde er iets voor een kind.\nVraag eens hoe het ging, en schrijf het op."],
			team_lead: [
				"Een belangrijk moment is voorbij",
				"Op {date} veranderde er iets voor een kind in je team.\nNog niemand schreef op hoe het ging.",
			],
		},
		check_in: {
			before: ["Binnenkort vragen hoe het gaat", "Op {date} zou je een gezin vragen hoe het gaat, na het afsluiten."],
			on_day: ["Vandaag vragen hoe het gaat", "Vandaag zou je een gezin vragen hoe het gaat, na het afsluiten."],
			after: [
				"Vraag nog hoe het gaat",
				"Op {date} zou je een gezin vragen hoe het gaat, na het afsluiten.\nDeed je dat? Schrijf het dan op.",
			],
			team_lead: [
				"Een gezin hoort nog niets",
				"Op {date} zou iemand uit je team een gezin vragen hoe het gaat.\nWil je kijken wat er nodig is?",
			],
		},
		handover: {
			before: ["Binnenkort een gesprek samen", "Op {date} praten jullie samen over de overdracht."],
			on_day: ["Vandaag een overdracht", "Vandaag is de dag voor een overdracht. Hier staat wat er nodig is."],
			after: ["Een overdracht staat nog open", "Op {date} had een overdracht een stap verder moeten zijn.\nHier staat wat er nodig is."],
			team_lead: [
				"Een overdracht blijft liggen",
				"Een overdracht in je team had op {date} een stap verder moeten zijn.\nWil je kijken wat er nodig is?",
			],
		},
		inquiry: {
			before: [
				"Binnenkort iets uitgezocht",
				"In een plan staat iets om uit te zoeken, niet later dan {date}.\nVraag eens hoe het ermee staat.",
			],
			on_day: [
				"Vandaag iets uitgezocht",
				"In een plan staat iets dat vandaag uitgezocht zou zijn.\nSchrijf op wat jullie vonden, ook als het nog niet alles is.",
			],
			after: [
				"Iets is nog niet uitgezocht",
				"In een plan staat iets dat op {date} uitgezocht zou zijn.\nSchrijf op wat jullie vonden, of kies een nieuwe dag.",
			],
		},
		family: {
			evaluation: {},
			inquiry: {
				before: ["Je zoekt iets uit", "Je zou iets uitzoeken voor jullie plan. Dat hoeft pas op {date}.\nLukt het niet? Zeg het gerust."],
				on_day: [
					"Je zoekt iets uit",
					"Vandaag zou je iets weten voor jullie plan.\nVertel het aan je coach. Lukt het niet? Zeg het gerust.",
				],
				after: [
					"Je zoekt iets uit",
					"Op {date} zou je iets weten voor jullie plan.\nVertel het aan je coach. Lukt het niet? Zeg het gerust.",
				],
			},
			waiting_agreement: {
				before: [
					"Er ligt iets voor je klaar",
					"Er ligt iets voor je klaar om te lezen.\nWil je voor {date} zeggen wat je ervan vindt? Alles mag.",
				],
				on_day: [
					"Er ligt iets voor je klaar",
					"Er ligt iets voor je klaar om te lezen.\nWil je vandaag zeggen wat je ervan vindt? Alles mag.",
				],
				after: [
					"Je antwoord telt mee",
					"Er ligt iets voor je klaar om te lezen.\nIs iets niet duidelijk? Vraag dan om uitleg. Dat mag altijd.",
				],
			},
			handover: {
				before: ["Binnenkort een gesprek samen", "Op {date} leren jullie iemand kennen. Je coach is er ook bij."],
				on_day: ["Vandaag een gesprek samen", "Vandaag leren jullie iemand kennen. Je coach is er ook bij."],
			},
		},
	},
	en: {
		evaluation: {
			before: [
				"You will talk again soon",
				"On {date} you look back together.\nWould you like to say beforehand what you think? It takes a few minutes.",
			],
			on_day: ["Today you look back", "Today, {date}, you look back together.\nHere is what you can do."],
			after: [
				"Something is still open",
				"On {date} you were going to look back together.\nThat is not written down yet. Would you look at it now?",
			],
			team_lead: ["A look back is late", "A look back in your team was due on {date}.\nWould you see what is needed?"],
		},
		unanswered_question: {
			before: ["A question waits for you", "A family asked a question. The answer is due on {date}."],
			on_day: ["An answer today, please", "A family waits for an answer. Today is the day it is due."],
			after: ["A question still waits", "A family should have had an answer on {date}.\nNot possible yet? Then say when it will be."],
			team_lead: [
				"A question in your team is left lying",
				"A family in your team should have had an answer on {date}.\nWould you see what is needed?",
			],
		},
		waiting_agreement: {
			on_day: [
				"Not everyone has answered yet",
				"Something in a plan was put before people. By today everyone would have answered. Give them a call, or talk about it together.",
			],
			after: [
				"A plan waits for answers",
				"Something in a plan was put before people. By {date} everyone would have answered.\nGive them a call, or talk about it together.",
			],
			team_lead: [
				"A plan in your team waits for answers",
				"A plan in your team has been waiting for answers since {date}.\nWould you see what is needed?",
			],
		},
		stalled_plan: {
			before: [
				"It has been quiet for a while",
				"Nobody has written in a plan for some time.\nHow is it going there? A short message is enough.",
			],
			on_day: [
				"A plan has come to a stop",
				"Nobody has written in a plan for a long time.\nHow is it going there? A short message is enough.",
			],
			after: ["A plan is still at a stop", "A plan has counted as quiet since {date}.\nGet in touch, or write down what does happen."],
			team_lead: [
				"A plan in your team has come to a stop",
				"Nobody has written in a plan in your team for a long time.\nWould you see what is needed?",
			],
		},
		review: {
			on_day: ["Thinking along waits for you", "For thinking along with a family, today is the day something from you is due."],
			after: ["Thinking along still waits", "For thinking along with a family, something from you was due on {date}."],
			team_lead: [
				"Thinking along in your team is left lying",
				"Thinking along with a family in your team was due to go on by {date}.\nWould you see what is needed?",
			],
		},
		waiting_list: {
			before: [
				"Help takes its time",
				"A family has been waiting for help for weeks.\nCall to ask how it stands, and what is possible until then.",
			],
			on_day: [
				"Help takes too long",
				"A family has now waited as long as was agreed it may take.\nCall, or look together for something else.",
			],
			after: ["Still no help", "A family should have had help on {date}.\nCall, or look together for something else."],
			team_lead: [
				"A family in your team waits for help",
				"A family in your team should have had help on {date}.\nWould you see what is needed?",
			],
		},
		contact_rhythm: {
			before: ["Contact is due soon", "It is nearly time for contact with a family: by {date} at the latest."],
			on_day: ["Contact today", "Today is the last day for contact with a family, as was agreed."],
			after: ["Contact is late", "There should have been contact with a family on {date}.\nWas there? Then write it down."],
			team_lead: [
				"No contact with a family yet",
				"There should have been contact with a family in your team on {date}.\nWould you see what is needed?",
			],
		},
		milestone: {
			before: ["Something is coming up", "On {date} something changes for a child.\nAsk how it goes, and whether anything is needed."],
			on_day: ["Today is a special day", "Today something changes for a child.\nAsk how it goes, and whether anything is needed."],
			after: ["How did it go?", "On {date} something changed for a child.\nAsk how it went, and write it down."],
			team_lead: [
				"An important moment has passed",
				"On {date} something changed for a child in your team.\nNobody has written down yet how it went.",
			],
		},
		check_in: {
			before: ["Ask soon how it goes", "On {date} you were going to ask a family how it goes, after closing."],
			on_day: ["Ask today how it goes", "Today you were going to ask a family how it goes, after closing."],
			after: [
				"Still to ask how it goes",
				"On {date} you were going to ask a family how it goes, after closing.\nDid you? Then write it down.",
			],
			team_lead: [
				"A family has not heard yet",
				"On {date} somebody in your team was going to ask a family how it goes.\nWould you see what is needed?",
			],
		},
		handover: {
			before: ["A talk together soon", "On {date} you talk together about the handover."],
			on_day: ["A handover today", "Today is the day for a handover. Here is what is needed."],
			after: ["A handover is still open", "On {date} a handover was due to be a step further.\nHere is what is needed."],
			team_lead: [
				"A handover is left lying",
				"A handover in your team was due to be a step further on {date}.\nWould you see what is needed?",
			],
		},
		inquiry: {
			before: ["Something to find out soon", "A plan holds something to find out, by {date} at the latest.\nAsk how it is going."],
			on_day: [
				"Something to find out today",
				"A plan holds something that was to be found out today.\nWrite down what you found, also when it is not everything yet.",
			],
			after: [
				"Something is not found out yet",
				"A plan holds something that was to be found out on {date}.\nWrite down what you found, or choose a new day.",
			],
		},
		family: {
			evaluation: {},
			inquiry: {
				before: ["You find something out", "You would find something out for your plan, by {date}.\nDoes it not work out? Just say so."],
				on_day: [
					"You find something out",
					"Today you would know something for your plan.\nTell your coach. Does it not work out? Just say so.",
				],
				after: [
					"You find something out",
					"On {date} you would know something for your plan.\nTell your coach. Does it not work out? Just say so.",
				],
			},
			waiting_agreement: {
				before: [
					"Something is ready for you",
					"Something is ready for you to read.\nWould you say what you think before {date}? Every answer is fine.",
				],
				on_day: [
					"Something is ready for you",
					"Something is ready for you to read.\nWould you say what you think today? Every answer is fine.",
				],
				after: ["Your answer counts", "Something is ready for you to read.\nIs anything unclear? Ask for an explanation. You always may."],
			},
			handover: {
				before: ["A talk together soon", "On {date} you meet somebody new. Your coach will be there too."],
				on_day: ["A talk together today", "Today you meet somebody new. Your coach will be there too."],
			},
		},
	},
};

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
