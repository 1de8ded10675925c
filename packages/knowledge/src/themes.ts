import type { ListInWords, Source } from "./source.ts";

/**
 * The themes of upbringing with their sub-themes, and plain questions to begin with; strengths are asked before concerns.
 * The five practical ones (money to law) are not in the source: a plan covers all areas of life.
 */
export const themesSource: Source = {
	title: "Thema's van opvoeden met ouders met een licht verstandelijke beperking",
	authors: "Van Hof, Fokkens, Van Assen, IJpma & Dekker, NTZ 2022-4",
	year: 2022,
};

export const upbringingThemes = ["daily_care", "child_behaviour", "parent_behaviour", "safety", "social_surroundings", "learning"] as const;
export const practicalThemes = ["money", "housing", "work", "health", "law"] as const;
export type ThemeCode = (typeof upbringingThemes)[number] | (typeof practicalThemes)[number];

export type ThemeKnowledge = { parts: ListInWords; goesWell: ListInWords; isHard: ListInWords };

export const themeKnowledge: Readonly<Record<ThemeCode, ThemeKnowledge>> = {
	daily_care: {
		parts: {
			nl: ["Eten, slapen, wassen", "Een vast ritme", "Huis en huishouden"],
			en: ["Eating, sleeping, washing", "A steady rhythm", "Home and household"],
		},
		goesWell: {
			nl: ["Welk stuk van de dag gaat goed?", "Wat doe je elke dag hetzelfde?"],
			en: ["Which part of the day goes well?", "What do you do the same every day?"],
		},
		isHard: {
			nl: ["Wanneer is het druk of lastig in huis?", "Wie kijkt er wel eens mee?"],
			en: ["When is it busy or hard at home?", "Who looks along now and then?"],
		},
	},
	child_behaviour: {
		parts: {
			nl: ["Wat het kind doet", "Wat het kind voelt", "Aanvoelen wat het nodig heeft"],
			en: ["What the child does", "What the child feels", "Sensing what it needs"],
		},
		goesWell: { nl: ["Wanneer is je kind blij?", "Waar ben je trots op?"], en: ["When is your child happy?", "What are you proud of?"] },
		isHard: {
			nl: ["Wat snap je niet aan je kind?", "Wat doe je dan?"],
			en: ["What puzzles you about your child?", "What do you do then?"],
		},
	},
	parent_behaviour: {
		parts: {
			nl: ["Eigen gevoel en stress", "Warmte en liefde", "Doen wat je zegt", "Samen ouders zijn"],
			en: ["Own feelings and stress", "Warmth and love", "Doing as you say", "Being parents together"],
		},
		goesWell: {
			nl: ["Wat doe jij goed als ouder?", "Wat doen jullie goed samen?"],
			en: ["What do you do well as a parent?", "What do you do well together?"],
		},
		isHard: {
			nl: ["Wanneer word je moe of boos?", "Wat helpt je om rustig te blijven?"],
			en: ["When do you get tired or angry?", "What helps you to stay calm?"],
		},
	},
	safety: {
		parts: {
			nl: ["Veilig in huis", "Veilig voelen", "Veilig met je lijf", "Wie er om het kind heen is"],
			en: ["Safe at home", "Feeling safe", "Safe with your body", "Who is around the child"],
		},
		goesWell: { nl: ["Waar en bij wie voelt iedereen zich veilig?"], en: ["Where and with whom does everyone feel safe?"] },
		isHard: {
			nl: ["Is er wel eens iemand bang?", "Is er spanning met een vroegere partner?"],
			en: ["Is anybody ever afraid?", "Is there tension with a former partner?"],
		},
	},
	social_surroundings: {
		parts: { nl: ["Mensen die je spreekt", "Mensen die helpen"], en: ["People you talk to", "People who help"] },
		goesWell: {
			nl: ["Wie bel je als er iets is?", "Bij wie komt je kind graag?"],
			en: ["Whom do you call when something is up?", "Whom does your child like to visit?"],
		},
		isHard: { nl: ["Met wie is het lastig?", "Wie mis je?"], en: ["With whom is it hard?", "Whom do you miss?"] },
	},
	learning: {
		parts: {
			nl: ["Doen wat past bij dit kind", "Leren en spelen", "School, opvang en arts"],
			en: ["Doing what fits this child", "Learning and playing", "School, day care and doctor"],
		},
		goesWell: {
			nl: ["Wat leert je kind graag?", "Wat gaat goed op school?"],
			en: ["What does your child like to learn?", "What goes well at school?"],
		},
		isHard: {
			nl: ["Wat lukt nog niet?", "Wat zei de school of de arts, en snap je dat?"],
			en: ["What does not work yet?", "What did school or doctor say, and is it clear to you?"],
		},
	},
	money: {
		parts: { nl: ["Rondkomen", "Rekeningen en schulden"], en: ["Making ends meet", "Bills and debts"] },
		goesWell: { nl: ["Wat lukt met geld?"], en: ["What works with money?"] },
		isHard: {
			nl: ["Is er elke maand genoeg?", "Welke brief maak je liever niet open?"],
			en: ["Is there enough each month?", "Which letter would you rather not open?"],
		},
	},
	housing: {
		parts: { nl: ["Ruimte en rust", "Buurt"], en: ["Room and rest", "Neighbourhood"] },
		goesWell: { nl: ["Wat is fijn aan je huis en je buurt?"], en: ["What is good about your home and neighbourhood?"] },
		isHard: { nl: ["Wat mist er in je huis?"], en: ["What does your home lack?"] },
	},
	work: {
		parts: { nl: ["Werk, opleiding, dag invullen"], en: ["Work, training, filling the day"] },
		goesWell: { nl: ["Wat doe je graag, en wat kun je goed?"], en: ["What do you like doing, and what are you good at?"] },
		isHard: { nl: ["Past je werk bij je gezin?"], en: ["Does your work fit your family?"] },
	},
	health: {
		parts: { nl: ["Lijf", "Hoofd", "Slaap"], en: ["Body", "Mind", "Sleep"] },
		goesWell: { nl: ["Wat doe je om fit te blijven?"], en: ["What do you do to stay fit?"] },
		isHard: { nl: ["Heeft iemand vaak pijn of zorgen?"], en: ["Is anybody often in pain or worried?"] },
	},
	law: {
		parts: { nl: ["Gezag en omgang", "Papieren", "De rechter"], en: ["Authority and contact", "Papers", "The court"] },
		goesWell: { nl: ["Wat is goed geregeld?"], en: ["What is well arranged?"] },
		isHard: { nl: ["Wat is nog niet geregeld?"], en: ["What is not arranged yet?"] },
	},
};
