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
		writtenDown: {
			subject: "Er is iets voor je opgeschreven",
			text: "Hallo {givenName},\n\nJe coach heeft iets opgeschreven wat jij zei.\nHier lees je het. Klopt het niet? Dan kun je dat daar zeggen.\n\n{link}\n\nSamenplan",
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
		staffSignIn: {
			subject: "Inloggen bij Samenplan",
			text: "Hallo {givenName},\n\nJe vroeg om een code.\nAls medewerker log je in met je passkey of je wachtwoord:\n\n{link}\n\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.\n\nSamenplan",
		},
		staffInvitation: {
			subject: "Je account voor Samenplan",
			text: "Hallo {givenName},\n\n{organisation} heeft een account voor je gemaakt.\nOpen deze link en kies hoe je inlogt:\n\n{link}\n\nDe link werkt één keer, {hours} uur lang.\n\nSamenplan",
		},
		accessAsked: {
			subject: "Iemand vraagt toegang voor jou",
			text: "Hallo {givenName},\n\nIemand van {organisation} vraagt om jou weer toegang te geven tot Samenplan.\nDaarna kan iemand op een nieuwe manier inloggen als jij.\n\nHeb jij daarom gevraagd? Dan hoef je niets te doen.\nWas jij het niet? Log in en kies: Dit ben ik niet. Je kunt ook {organisation} bellen.\n\n{link}\n\nSamenplan",
		},
		accessGranted: {
			subject: "Er is weer toegang gegeven voor jou",
			text: "Hallo {givenName},\n\n{organisation} vindt het goed dat jij weer toegang krijgt tot Samenplan.\nVanaf {moment} kan iemand op een nieuwe manier inloggen als jij.\n\nHeb jij daarom gevraagd? Dan hoef je niets te doen.\nWas jij het niet? Log in en kies: Dit ben ik niet. Je kunt ook {organisation} bellen.\n\n{link}\n\nSamenplan",
		},
		accessUsed: {
			subject: "Er is op een nieuwe manier ingelogd",
			text: "Hallo {givenName},\n\nIemand heeft op een nieuwe manier ingelogd als jij.\nWat je eerst had om in te loggen, werkt niet meer. Andere apparaten zijn uitgelogd.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan meteen {organisation}.\n\nSamenplan",
		},
		accessLink: {
			subject: "Kies opnieuw hoe je inlogt",
			text: "Hallo {givenName},\n\nEr is voor jou gevraagd om weer toegang te krijgen, en dat is goed gevonden.\nOpen deze link en kies opnieuw hoe je inlogt:\n\n{link}\n\nDe link werkt vanaf {moment}, één keer, {hours} uur lang.\nHeb je hier niet om gevraagd? Open de link niet, en bel de privacyfunctionaris.\n\nSamenplan",
		},
		accessStopped: {
			subject: "Iemand zei: dit ben ik niet",
			text: "Hallo {givenName},\n\nEr was gevraagd om iemand weer toegang te geven.\nDe eigenaar van het account zegt: dit ben ik niet. Het is gestopt.\nWat er gevraagd is en door wie, staat in Samenplan:\n\n{link}\n\nSamenplan",
		},
		accessToDecide: {
			subject: "Iemand wil weer toegang",
			text: "Hallo {givenName},\n\nEen collega vraagt om iemand weer toegang te geven.\nJij beslist als tweede. Wie en waarom staat in Samenplan:\n\n{link}\n\nSamenplan",
		},
		passwordReset: {
			subject: "Kies een nieuw wachtwoord",
			text: "Hallo {givenName},\n\nWil je een nieuw wachtwoord? Open deze link:\n\n{link}\n\nDe link werkt één keer, {minutes} minuten lang.\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.\n\nSamenplan",
		},
		passwordChosen: {
			subject: "Je wachtwoord is nieuw",
			text: "Hallo {givenName},\n\nEr is een nieuw wachtwoord gekozen voor jouw account.\nAndere apparaten zijn uitgelogd.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		passkeyAdded: {
			subject: "Je kunt op een nieuwe manier inloggen",
			text: "Hallo {givenName},\n\nEr is een passkey gemaakt voor jouw account.\nDaarmee log je in met een vinger, een gezicht of een code.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		authenticatorAdded: {
			subject: "Je kunt op een nieuwe manier inloggen",
			text: "Hallo {givenName},\n\nEr is een app met codes gekoppeld aan jouw account.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		factorRemoved: {
			subject: "Een manier om in te loggen is weg",
			text: "Hallo {givenName},\n\nEr is een manier om in te loggen weggehaald bij jouw account.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		recoveryUsed: {
			subject: "Er is een herstelcode gebruikt",
			text: "Hallo {givenName},\n\nIemand heeft een herstelcode van jou gebruikt.\nJe hebt er nog {left}.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		newEmail: {
			subject: "Je code voor Samenplan",
			text: "Hallo {givenName},\n\nIs dit jouw adres? Typ dan deze code: {code}.\nDe code werkt {minutes} minuten.\n\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.\n\nSamenplan",
		},
		emailChanged: {
			subject: "Je adres is nieuw",
			text: "Hallo {givenName},\n\nBij jouw account staat nu een ander e-mailadres.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan {organisation}.\n\nSamenplan",
		},
		serviceLinked: {
			subject: "Je kunt op een nieuwe manier inloggen",
			text: "Hallo {givenName},\n\nJe kunt nu inloggen met het account van {organisation}.\n\nWas jij dat? Dan hoef je niets te doen.\nWas jij het niet? Bel dan je beheerder.\n\nSamenplan",
		},
		serviceFirst: {
			subject: "Is dit jouw inloggen?",
			text: "Hallo {givenName},\n\nIemand wil als jij inloggen met het account van {organisation}.\nWas jij dat? Open dan deze link en kies hoe je inlogt:\n\n{link}\n\nDe link werkt één keer, {minutes} minuten lang. Daarna kun je het account van {organisation} gebruiken.\nWas jij het niet? Open de link niet, en bel de privacyfunctionaris.\n\nSamenplan",
		},
		serviceProposed: {
			subject: "Iemand stelt een andere inlogdienst voor",
			text: "Hallo {givenName},\n\n{by} stelt voor dat medewerkers van {organisation} inloggen via deze dienst:\n{issuer}\n\nEr verandert niets tot iemand anders dat bevestigt.\nKijk of je dit kent, en bevestig het of wijs het af:\n{link}\n\nSamenplan",
		},
		serviceChanged: {
			subject: "Medewerkers loggen anders in",
			text: "Hallo {givenName},\n\n{by} heeft bevestigd via welke dienst medewerkers van {organisation} inloggen:\n{issuer}\n\nKlopt dat? Dan hoef je niets te doen.\nWist je hier niet van? Vraag het dan na.\n\nSamenplan",
		},
		serviceWithdrawn: {
			subject: "Een voorstel voor inloggen is van tafel",
			text: "Hallo {givenName},\n\n{by} heeft het voorstel voor een inlogdienst van {organisation} ingetrokken of afgewezen:\n{issuer}\n\nEr is niets veranderd.\n\nSamenplan",
		},
		serviceStopped: {
			subject: "Medewerkers loggen anders in",
			text: "Hallo {givenName},\n\n{by} heeft het inloggen via deze dienst uitgezet:\n{issuer}\n\nMedewerkers van {organisation} loggen nu in met een passkey of een wachtwoord.\nWist je hier niet van? Vraag het dan na.\n\nSamenplan",
		},
		requestCame: {
			subject: "Er kwam een verzoek binnen",
			text: "Hallo {givenName},\n\nIemand stelde een vraag over bewaarde gegevens.\nHier zie je welke, en wanneer het antwoord er moet zijn:\n\n{link}\n\nSamenplan",
		},
		requestNews: {
			subject: "Er is nieuws over je vraag",
			text: "Hallo {givenName},\n\nJe stelde een vraag over je gegevens.\nHier lees je hoe het ermee staat:\n\n{link}\n\nSamenplan",
		},
		handoverFamily: {
			subject: "Er is nieuws voor je",
			text: "Hallo {givenName},\n\nEr is nieuws over wie met jullie meewerkt.\nHier lees je het. Je kunt zeggen wat jij ervan vindt.\n\n{link}\n\nSamenplan",
		},
		handoverStaff: {
			subject: "Er is nieuws over een overdracht",
			text: "Hallo {givenName},\n\nEr is nieuws over de overdracht van een gezin.\nHier lees je het:\n\n{link}\n\nSamenplan",
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
		writtenDown: {
			subject: "Something was written down for you",
			text: "Hello {givenName},\n\nYour coach wrote down something that you said.\nYou can read it here. Is it not right? Then you can say so there.\n\n{link}\n\nSamenplan",
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
		staffSignIn: {
			subject: "Signing in to Samenplan",
			text: "Hello {givenName},\n\nYou asked for a code.\nAs an employee you sign in with your passkey or your password:\n\n{link}\n\nDid you not ask for this? Then you do not need to do anything.\n\nSamenplan",
		},
		staffInvitation: {
			subject: "Your account for Samenplan",
			text: "Hello {givenName},\n\n{organisation} made an account for you.\nOpen this link and choose how you sign in:\n\n{link}\n\nThe link works once, for {hours} hours.\n\nSamenplan",
		},
		accessAsked: {
			subject: "Somebody asks access for you",
			text: "Hello {givenName},\n\nSomebody of {organisation} asks to let you back into Samenplan.\nAfter that somebody can sign in as you in a new way.\n\nDid you ask for it? Then you do not need to do anything.\nWas it not you? Sign in and choose: This is not me. You can also call {organisation}.\n\n{link}\n\nSamenplan",
		},
		accessGranted: {
			subject: "Access was given for you again",
			text: "Hello {givenName},\n\n{organisation} agrees that you get back into Samenplan.\nFrom {moment} on somebody can sign in as you in a new way.\n\nDid you ask for it? Then you do not need to do anything.\nWas it not you? Sign in and choose: This is not me. You can also call {organisation}.\n\n{link}\n\nSamenplan",
		},
		accessUsed: {
			subject: "Somebody signed in in a new way",
			text: "Hello {givenName},\n\nSomebody signed in as you in a new way.\nWhat you had before to sign in no longer works. Other devices are signed out.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation} at once.\n\nSamenplan",
		},
		accessLink: {
			subject: "Choose again how you sign in",
			text: "Hello {givenName},\n\nIt was asked to let you back in, and that was granted.\nOpen this link and choose again how you sign in:\n\n{link}\n\nThe link works from {moment} on, once, for {hours} hours.\nDid you not ask for this? Do not open the link, and call the privacy officer.\n\nSamenplan",
		},
		accessStopped: {
			subject: "Somebody said: this is not me",
			text: "Hello {givenName},\n\nIt was asked to let somebody back in.\nThe owner of the account says: this is not me. It was stopped.\nWhat was asked and by whom is in Samenplan:\n\n{link}\n\nSamenplan",
		},
		accessToDecide: {
			subject: "Somebody wants to get back in",
			text: "Hello {givenName},\n\nA colleague asks to let somebody back in.\nYou decide as the second person. Who and why is in Samenplan:\n\n{link}\n\nSamenplan",
		},
		passwordReset: {
			subject: "Choose a new password",
			text: "Hello {givenName},\n\nWould you like a new password? Open this link:\n\n{link}\n\nThe link works once, for {minutes} minutes.\nDid you not ask for this? Then you do not need to do anything.\n\nSamenplan",
		},
		passwordChosen: {
			subject: "Your password is new",
			text: "Hello {givenName},\n\nA new password was chosen for your account.\nOther devices are signed out.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		passkeyAdded: {
			subject: "There is a new way to sign in",
			text: "Hello {givenName},\n\nA passkey was made for your account.\nWith it you sign in by a finger, a face or a code.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		authenticatorAdded: {
			subject: "There is a new way to sign in",
			text: "Hello {givenName},\n\nAn app with codes was connected to your account.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		factorRemoved: {
			subject: "A way to sign in is gone",
			text: "Hello {givenName},\n\nA way to sign in was removed from your account.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		recoveryUsed: {
			subject: "A recovery code was used",
			text: "Hello {givenName},\n\nSomebody used a recovery code of yours.\nYou have {left} left.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		newEmail: {
			subject: "Your code for Samenplan",
			text: "Hello {givenName},\n\nIs this your address? Then type this code: {code}.\nThe code works for {minutes} minutes.\n\nDid you not ask for this? Then you do not need to do anything.\n\nSamenplan",
		},
		emailChanged: {
			subject: "Your address is new",
			text: "Hello {givenName},\n\nYour account now has another e-mail address.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call {organisation}.\n\nSamenplan",
		},
		serviceLinked: {
			subject: "There is a new way to sign in",
			text: "Hello {givenName},\n\nYou can now sign in with the account of {organisation}.\n\nWas it you? Then you do not need to do anything.\nWas it not you? Then call your administrator.\n\nSamenplan",
		},
		serviceFirst: {
			subject: "Is it you who signs in?",
			text: "Hello {givenName},\n\nSomebody wants to sign in as you with the account of {organisation}.\nWas it you? Then open this link and choose how you sign in:\n\n{link}\n\nThe link works once, for {minutes} minutes. After that you can use the account of {organisation}.\nWas it not you? Do not open the link, and call the privacy officer.\n\nSamenplan",
		},
		serviceProposed: {
			subject: "Somebody proposes another sign-in service",
			text: "Hello {givenName},\n\n{by} proposes that employees of {organisation} sign in through this service:\n{issuer}\n\nNothing changes until somebody else confirms it.\nSee whether you know of this, and confirm or refuse it:\n{link}\n\nSamenplan",
		},
		serviceChanged: {
			subject: "Employees sign in differently",
			text: "Hello {givenName},\n\n{by} confirmed through which service employees of {organisation} sign in:\n{issuer}\n\nIs that right? Then you do not need to do anything.\nDid you not know of this? Then ask about it.\n\nSamenplan",
		},
		serviceWithdrawn: {
			subject: "A proposal for signing in is off the table",
			text: "Hello {givenName},\n\n{by} withdrew or refused the proposal for a sign-in service of {organisation}:\n{issuer}\n\nNothing changed.\n\nSamenplan",
		},
		serviceStopped: {
			subject: "Employees sign in differently",
			text: "Hello {givenName},\n\n{by} turned off signing in through this service:\n{issuer}\n\nEmployees of {organisation} now sign in with a passkey or a password.\nDid you not know of this? Then ask about it.\n\nSamenplan",
		},
		requestCame: {
			subject: "A request came in",
			text: "Hello {givenName},\n\nSomebody asked something about kept data.\nHere you see what, and by when the answer must be there:\n\n{link}\n\nSamenplan",
		},
		requestNews: {
			subject: "There is news about your request",
			text: "Hello {givenName},\n\nYou asked something about your data.\nHere you read how it is going:\n\n{link}\n\nSamenplan",
		},
		handoverFamily: {
			subject: "There is news for you",
			text: "Hello {givenName},\n\nThere is news about who works with you.\nYou can read it here, and say what you think of it.\n\n{link}\n\nSamenplan",
		},
		handoverStaff: {
			subject: "There is news about a handover",
			text: "Hello {givenName},\n\nThere is news about the handover of a family.\nYou can read it here:\n\n{link}\n\nSamenplan",
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
