import type { ReminderWords } from "./reminder-kinds.ts";

/** What a reminder says, in Dutch. */
export const reminderWords: ReminderWords = {
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
		on_day: ["Vandaag is een bijzondere dag", "Vandaag verandert er iets voor een kind.\nVraag eens hoe het gaat, en of er iets nodig is."],
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
			on_day: ["Je zoekt iets uit", "Vandaag zou je iets weten voor jullie plan.\nVertel het aan je coach. Lukt het niet? Zeg het gerust."],
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
};
