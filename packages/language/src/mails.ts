import { createIntl } from "@formatjs/intl";

/**
 * The words of mails. Neutral by rule: no family text, no family name, nothing about why; only what to do and where.
 */
const mails = {
	nl: {
		signInCode: {
			subject: "Je code voor Samenplan",
			text: "Hallo {givenName},\n\nJe code is {code}.\nDe code werkt {minutes} minuten.\n\nHeb je niet om een code gevraagd? Dan hoef je niets te doen.\n\nSamenplan",
		},
		invitation: {
			subject: "Een uitnodiging voor je",
			text: "Hallo {givenName},\n\n{invitedBy} nodigt je uit voor Samenplan.\nDaar maak je samen een plan.\n\nOpen deze link:\n{link}\n\nOf typ deze code op {address}:\n{code}\n\nDe uitnodiging werkt tot en met {until}.\n\nSamenplan",
		},
		cardUsed: {
			subject: "Er is ingelogd met een nieuwe kaart",
			text: "Hallo {givenName},\n\nIemand heeft met een nieuwe kaart ingelogd als jij.\n{invitedBy} heeft die kaart gemaakt.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		emergencyOpened: {
			subject: "Iemand gebruikte noodtoegang",
			text: "Hallo {givenName},\n\nEen collega heeft noodtoegang gebruikt.\nWie, waarom en bij wie staat in Samenplan. Log in om het te lezen.\n\n{link}\n\nSamenplan",
		},
		consentAsked: {
			subject: "Er is een vraag voor je",
			text: "Hallo {givenName},\n\nEr staat een vraag voor je klaar.\nJe kunt ja of nee zeggen. Beide is goed.\n\n{link}\n\nSamenplan",
		},
		accessChanged: {
			subject: "Er is iets veranderd voor je",
			text: "Hallo {givenName},\n\nEr is iets veranderd. Daardoor kun je misschien meer of minder zien.\nKlopt het niet, of heb je een vraag? Bel of mail je coach.\n\n{link}\n\nSamenplan",
		},
		evaluationBefore: {
			subject: "Binnenkort praten jullie weer",
			text: "Hallo {givenName},\n\nOp {date} kijken jullie samen terug.\nWil je vooraf vertellen wat jij ervan vindt? Dat kost een paar minuten.\n\n{link}\n\nSamenplan",
		},
		evaluationOnDay: {
			subject: "Vandaag kijken jullie terug",
			text: "Hallo {givenName},\n\nVandaag, {date}, kijken jullie samen terug.\nHier staat wat je kunt doen:\n\n{link}\n\nSamenplan",
		},
		evaluationAfter: {
			subject: "Er staat nog iets open",
			text: "Hallo {givenName},\n\nOp {date} zouden jullie samen terugkijken.\nDat is nog niet opgeschreven. Wil je er nu naar kijken?\n\n{link}\n\nSamenplan",
		},
		evaluationTeamLead: {
			subject: "Een terugblik is te laat",
			text: "Hallo {givenName},\n\nEen terugblik in je team had op {date} moeten zijn.\nWil je kijken wat er nodig is?\n\n{link}\n\nSamenplan",
		},
		requestCame: {
			subject: "Er kwam een verzoek binnen",
			text: "Hallo {givenName},\n\nIemand stelde een vraag over bewaarde gegevens.\nHier zie je welke, en wanneer het antwoord er moet zijn:\n\n{link}\n\nSamenplan",
		},
		requestNews: {
			subject: "Er is nieuws over je vraag",
			text: "Hallo {givenName},\n\nJe stelde een vraag over je gegevens.\nHier lees je hoe het ermee staat:\n\n{link}\n\nSamenplan",
		},
		retentionOver: {
			subject: "Een bewaartermijn is voorbij",
			text: "Hallo {givenName},\n\nVan een of meer dossiers is de bewaartermijn voorbij.\nEr gaat niets weg zonder jouw ja:\n\n{link}\n\nSamenplan",
		},
	},
	en: {
		signInCode: {
			subject: "Your code for Samenplan",
			text: "Hello {givenName},\n\nYour code is {code}.\nThe code works for {minutes} minutes.\n\nDid you not ask for a code? Then you do not need to do anything.\n\nSamenplan",
		},
		invitation: {
			subject: "An invitation for you",
			text: "Hello {givenName},\n\n{invitedBy} invites you to Samenplan.\nThere you make a plan together.\n\nOpen this link:\n{link}\n\nOr type this code at {address}:\n{code}\n\nThe invitation works until {until}.\n\nSamenplan",
		},
		cardUsed: {
			subject: "Somebody signed in with a new card",
			text: "Hello {givenName},\n\nSomebody signed in as you with a new card.\n{invitedBy} made that card.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		emergencyOpened: {
			subject: "Somebody used emergency access",
			text: "Hello {givenName},\n\nA colleague used emergency access.\nWho, why and for whom is in Samenplan. Sign in to read it.\n\n{link}\n\nSamenplan",
		},
		consentAsked: {
			subject: "There is a question for you",
			text: "Hello {givenName},\n\nA question is waiting for you.\nYou can say yes or no. Both are fine.\n\n{link}\n\nSamenplan",
		},
		accessChanged: {
			subject: "Something changed for you",
			text: "Hello {givenName},\n\nSomething changed. You may see more or less because of it.\nIs it not right, or do you have a question? Call or mail your coach.\n\n{link}\n\nSamenplan",
		},
		evaluationBefore: {
			subject: "You will talk again soon",
			text: "Hello {givenName},\n\nOn {date} you look back together.\nWould you like to say beforehand what you think? It takes a few minutes.\n\n{link}\n\nSamenplan",
		},
		evaluationOnDay: {
			subject: "Today you look back",
			text: "Hello {givenName},\n\nToday, {date}, you look back together.\nHere is what you can do:\n\n{link}\n\nSamenplan",
		},
		evaluationAfter: {
			subject: "Something is still open",
			text: "Hello {givenName},\n\nOn {date} you were going to look back together.\nThat is not written down yet. Would you look at it now?\n\n{link}\n\nSamenplan",
		},
		evaluationTeamLead: {
			subject: "A look back is late",
			text: "Hello {givenName},\n\nA look back in your team was due on {date}.\nWould you see what is needed?\n\n{link}\n\nSamenplan",
		},
		requestCame: {
			subject: "A request came in",
			text: "Hello {givenName},\n\nSomebody asked something about kept data.\nHere you see what, and by when the answer must be there:\n\n{link}\n\nSamenplan",
		},
		requestNews: {
			subject: "There is news about your request",
			text: "Hello {givenName},\n\nYou asked something about your data.\nHere you read how it is going:\n\n{link}\n\nSamenplan",
		},
		retentionOver: {
			subject: "A term of keeping is over",
			text: "Hello {givenName},\n\nThe term of keeping one or more files is over.\nNothing goes without your yes:\n\n{link}\n\nSamenplan",
		},
	},
} as const;
export type MailKind = keyof (typeof mails)["nl"];

/** Subject and text of a mail in the reader's language; Dutch where there is no catalogue yet. */
export function mailText(kind: MailKind, language: string, values: Record<string, string | number>): { subject: string; text: string } {
	const locale = language === "en" ? "en" : "nl";
	const { subject, text } = mails[locale][kind];
	const intl = createIntl({ locale, messages: { subject, text } });
	return { subject: intl.formatMessage({ id: "subject" }, values), text: intl.formatMessage({ id: "text" }, values) };
}
