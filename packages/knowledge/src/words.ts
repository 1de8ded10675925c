import type { InWords, Source } from "./source.ts";

/**
 * Words that parents and professionals use for different things, so that both find out before they decide. In our own words after
 * talks with parents and professionals; what a family itself means stands beside it, in its plan.
 */
export const wordsSource: Source = {
	title: "Thema's van opvoeden met ouders met een licht verstandelijke beperking",
	authors: "Van Hof, Fokkens, Van Assen, IJpma & Dekker, NTZ 2022-4",
	year: 2022,
};

export type HardWord = {
	word: InWords;
	/** What parents often mean by it. */
	parents: InWords;
	/** What professionals often mean by it. */
	professionals: InWords;
	/** What one can see of it at home. */
	atHome: InWords;
};

export const wordCodes = [
	"safety",
	"emotional_safety",
	"attachment",
	"emotional_availability",
	"emotion_regulation",
	"structure",
	"predictability",
	"boundaries",
	"development_level",
	"network",
	"good_enough",
] as const;
export type WordCode = (typeof wordCodes)[number];

export const hardWords: Readonly<Record<WordCode, HardWord>> = {
	safety: {
		word: { nl: "Veiligheid", en: "Safety" },
		parents: {
			nl: "Een dak, een slot op de deur en niemand die slaat.",
			en: "A roof, a lock on the door, and nobody who hits.",
		},
		professionals: {
			nl: "Ook of een kind zich veilig voelt, en wie er om het kind heen is.",
			en: "Also whether a child feels safe, and who is around the child.",
		},
		atHome: {
			nl: "Er is iemand die oplet. Het kind durft te zeggen dat het bang is.",
			en: "Somebody watches over the child. The child dares to say it is afraid.",
		},
	},
	emotional_safety: {
		word: { nl: "Emotionele veiligheid", en: "Emotional safety" },
		parents: { nl: "Mijn kind weet dat ik van hem hou.", en: "My child knows that I love them." },
		professionals: {
			nl: "Het kind mag boos, bang of verdrietig zijn, en iemand helpt het dan.",
			en: "The child may be angry, afraid or sad, and then somebody helps.",
		},
		atHome: {
			nl: "Na ruzie zegt iemand sorry. Het kind komt naar je toe als het huilt.",
			en: "After a quarrel somebody says sorry. The child comes to you when it cries.",
		},
	},
	attachment: {
		word: { nl: "Hechting", en: "Attachment" },
		parents: { nl: "Wij zijn gek op elkaar.", en: "We are mad about each other." },
		professionals: {
			nl: "Het kind zoekt troost bij vaste mensen, en durft daarna weer te spelen.",
			en: "The child seeks comfort with the same people, and then dares to play again.",
		},
		atHome: {
			nl: "Het kind valt en komt naar jou. Even later speelt het weer.",
			en: "The child falls and comes to you. A little later it plays again.",
		},
	},
	emotional_availability: {
		word: { nl: "Er voor je kind zijn (emotioneel beschikbaar)", en: "Being there for your child (emotionally available)" },
		parents: { nl: "Ik ben altijd thuis.", en: "I am always at home." },
		professionals: {
			nl: "Je ziet wat je kind voelt. En je hebt ruimte om er iets mee te doen.",
			en: "You see what your child feels, and you have room to do something with it.",
		},
		atHome: {
			nl: "Je kijkt op van je telefoon. Je zegt wat je ziet: je bent boos, hè?",
			en: "You look up from your phone. You say what you see: you are angry, aren't you?",
		},
	},
	emotion_regulation: {
		word: { nl: "Omgaan met gevoel (emotieregulatie)", en: "Handling feelings (emotion regulation)" },
		parents: { nl: "Niet zo boos worden.", en: "Not getting so angry." },
		professionals: {
			nl: "Een gevoel merken, er woorden voor hebben en weer rustig worden.",
			en: "Noticing a feeling, having words for it, and calming down again.",
		},
		atHome: {
			nl: "Je telt tot tien. Je kind gaat even op de bank met een kussen.",
			en: "You count to ten. Your child sits on the couch with a cushion for a while.",
		},
	},
	structure: {
		word: { nl: "Structuur", en: "Structure" },
		parents: { nl: "Regels in huis, en dat iedereen luistert.", en: "House rules, and everyone listening." },
		professionals: {
			nl: "De dag loopt zo dat een kind weet wat er komt.",
			en: "The day runs in such a way that a child knows what comes next.",
		},
		atHome: {
			nl: "Eten om zes uur. Eerst tanden poetsen, dan een boekje, dan slapen.",
			en: "Dinner at six. First brushing teeth, then a book, then sleep.",
		},
	},
	predictability: {
		word: { nl: "Discipline, of doen wat je zegt", en: "Discipline, or doing as you say" },
		parents: { nl: "Streng zijn. Straf geven als het moet.", en: "Being strict. Punishing when it has to be." },
		professionals: {
			nl: "Voorspelbaar zijn: een kind weet vooraf wat je doet, ook als het misgaat.",
			en: "Being predictable: a child knows beforehand what you do, also when things go wrong.",
		},
		atHome: {
			nl: "Je zegt: nog vijf minuten. Na vijf minuten gaat de televisie uit.",
			en: "You say: five more minutes. After five minutes the television goes off.",
		},
	},
	boundaries: {
		word: { nl: "Grenzen", en: "Boundaries" },
		parents: { nl: "Nee is nee.", en: "No means no." },
		professionals: {
			nl: "Duidelijk zeggen wat mag, op een manier die past bij de leeftijd. En ook: van wie is dit lijf, deze kamer.",
			en: "Saying clearly what is allowed, in a way that fits the age. And also: whose body, whose room is this.",
		},
		atHome: {
			nl: "Je zegt rustig wat niet mag, en wat wel. Je klopt op de deur.",
			en: "You say calmly what is not allowed, and what is. You knock on the door.",
		},
	},
	development_level: {
		word: { nl: "Niveau, of hoe ver een kind is", en: "Level of development" },
		parents: { nl: "Hoe slim mijn kind is.", en: "How clever my child is." },
		professionals: {
			nl: "Wat een kind nu begrijpt, voelt en zelf kan. Dat kan per stuk verschillen.",
			en: "What a child understands, feels and can do now. That may differ from part to part.",
		},
		atHome: {
			nl: "Het kind is acht. Het leest als acht, en wil getroost worden als vier.",
			en: "The child is eight. It reads like eight, and wants comforting like four.",
		},
	},
	network: {
		word: { nl: "Netwerk", en: "Network" },
		parents: { nl: "Mijn familie. Of: de hulpverleners.", en: "My relatives. Or: the helpers." },
		professionals: {
			nl: "Iedereen om het gezin heen die steun kan geven, ook de buurvrouw en de trainer.",
			en: "Everyone around the family who can give support, also the neighbour and the coach.",
		},
		atHome: {
			nl: "Oma haalt de kinderen op. Je hebt iemand om te bellen als het niet gaat.",
			en: "Grandmother picks up the children. You have somebody to call when things go badly.",
		},
	},
	good_enough: {
		word: { nl: "Goed genoeg opvoeden", en: "Good-enough upbringing" },
		parents: { nl: "Dat ik het fout doe, en net niet erg genoeg.", en: "That I do it wrong, and only just not badly enough." },
		professionals: {
			nl: "Niemand doet het perfect. Het kind krijgt wat het nodig heeft om te groeien.",
			en: "Nobody does it perfectly. The child gets what it needs to grow.",
		},
		atHome: {
			nl: "De was ligt er nog. De kinderen aten goed, en er is gelachen.",
			en: "The laundry is still there. The children ate well, and there was laughter.",
		},
	},
};
