import type { Theme } from "../../packages/contract/src/steps.ts";
import type { Levels } from "../../packages/testing/src/family-story-plan.ts";

/** What a family may come with, in everyday words; `{child}` is the child it is about. All invented. */
export type EverydayStory = {
	/** Only for a parent who is alone. */
	alone?: true;
	theme: Theme;
	question: string;
	wish: string;
	strength: string;
	concern: string;
	conclusion: string;
	picture: string;
	goal: string;
	levels: Levels;
	step: string;
	tie: [name: string, kind: string, words: string];
	help: string;
	provider: string;
	ask: string;
};

export const everydayStories: EverydayStory[] = [
	{
		theme: "daily_care",
		question: "{child} slaapt pas om elf uur en wij zijn allemaal moe.",
		wish: "Een avond op de bank, zonder dat er iemand roept.",
		strength: "{child} kan zichzelf goed troosten met een boek.",
		concern: "In de ochtend is er altijd haast en tranen.",
		conclusion: "Hoe krijgt {child} rust in de avond, en wij ook?",
		picture: "Er is veel liefde en weinig ritme. Een vaste avond helpt iedereen.",
		goal: "{child} ligt om half negen rustig in bed.",
		levels: ["Na elf uur", "Rond tien uur", "Rond half negen", "Half negen, zonder roepen", "{child} gaat zelf"],
		step: "Elke avond hetzelfde boekje lezen",
		tie: ["Oma Tilly", "family", "Leest voor op vrijdag."],
		help: "Drie gesprekken over slapen",
		provider: "Jeugdgezondheid De Linde",
		ask: "Mag het nachtlampje aan blijven, of went {child} daar te veel aan?",
	},
	{
		theme: "learning",
		question: "{child} wil niet meer naar school en zegt niet waarom.",
		wish: "Dat {child} weer fluitend op de fiets stapt.",
		strength: "{child} helpt graag anderen en weet veel van dieren.",
		concern: "Elke maandag is er buikpijn.",
		conclusion: "Wat heeft {child} nodig om weer met plezier naar school te gaan?",
		picture: "{child} mist een vriend in de klas. De juf wil graag meedenken.",
		goal: "{child} gaat vier dagen per week naar school.",
		levels: ["Geen dag", "Twee dagen", "Vier dagen", "Vijf dagen", "Vijf dagen, met plezier"],
		step: "Samen met de juf een vaste plek kiezen",
		tie: ["Juf Marleen", "school", "Belt elke donderdag."],
		help: "Begeleiding op school",
		provider: "Steunpunt De Brug",
		ask: "Wie vertelt de klas waarom {child} soms later komt?",
	},
	{
		theme: "child_behaviour",
		question: "{child} zit de hele dag achter de computer en wordt boos als het stopt.",
		wish: "Weer eens samen een spel doen.",
		strength: "{child} is slim en houdt vol tot iets lukt.",
		concern: "Stoppen met gamen eindigt in ruzie.",
		conclusion: "Hoe maken we afspraken over gamen die {child} zelf ook goed vindt?",
		picture: "Gamen is ook waar de vrienden zijn. Afspraken maken gaat beter samen dan in boosheid.",
		goal: "We stoppen om acht uur, zonder ruzie.",
		levels: ["Elke dag ruzie", "Soms ruzie", "Vier dagen geen ruzie", "Een week geen ruzie", "{child} stopt zelf"],
		step: "Samen een tijd kiezen en op een briefje zetten",
		tie: ["Neef Jordy", "family", "Gamet mee en stopt ook op tijd."],
		help: "Vijf gesprekken thuis",
		provider: "Buurtteam De Spil",
		ask: "Telt samen een film kijken ook als schermtijd?",
	},
	{
		theme: "health",
		question: "{child} heeft suikerziekte en wij durven niemand te laten oppassen.",
		wish: "Een keer samen uit eten.",
		strength: "{child} prikt al zelf en telt heel precies.",
		concern: "We worden elke nacht twee keer wakker van de wekker.",
		conclusion: "Hoe delen we de zorg voor {child}, zodat wij het volhouden?",
		picture: "De ouders doen alles samen en zijn moe. De familie wil wel, maar durft niet.",
		goal: "Twee mensen om ons heen kunnen een avond oppassen.",
		levels: ["Niemand", "Iemand die erbij komt zitten", "Twee mensen", "Drie mensen", "Een nacht weg kan ook"],
		step: "Opa laten zien hoe het prikken gaat",
		tie: ["Opa Gerrit", "family", "Wil het graag leren."],
		help: "Logeerweekend een keer per maand",
		provider: "Logeerhuis Het Nest",
		ask: "Mag opa mee naar de verpleegkundige?",
	},
	{
		theme: "money",
		question: "De rekeningen stapelen op en de kinderen merken het.",
		wish: "Een verjaardag vieren zonder te rekenen.",
		strength: "Wij zijn zuinig en er staat altijd eten op tafel.",
		concern: "{child} vraagt niets meer, om ons te sparen.",
		conclusion: "Hoe krijgen we grip op het geld, zodat er weer ruimte is voor de kinderen?",
		picture: "Er is een plan nodig voor het geld, en lucht voor {child}.",
		goal: "Alle brieven zijn open en er is een lijst.",
		levels: ["Brieven blijven dicht", "De helft is open", "Alles is open", "Er is een afspraak met de gemeente", "Er is weer iets over"],
		step: "Elke maandag samen de post openen",
		tie: ["Buurvrouw Ans", "neighbour", "Werkte vroeger bij de bank."],
		help: "Hulp bij geld",
		provider: "Gemeente, team Inkomen",
		ask: "Krijgt {child} ook geld voor de sportclub?",
	},
	{
		theme: "social_surroundings",
		question: "Wij zijn pas verhuisd en kennen hier niemand.",
		wish: "Dat {child} een vriendje mee naar huis neemt.",
		strength: "{child} stapt op iedereen af.",
		concern: "De dagen zijn lang en stil.",
		conclusion: "Hoe leren we mensen kennen in onze nieuwe buurt?",
		picture: "Een open gezin zonder kring. De eerste stap is iemand in de straat.",
		goal: "{child} speelt elke week met een kind uit de buurt.",
		levels: ["Nooit", "Een keer per maand", "Elke week", "Twee keer per week", "Vrienden over de vloer"],
		step: "Naar het open uur van het buurthuis",
		tie: ["Fatiha van nummer 12", "neighbour", "Heeft een zoon van dezelfde leeftijd."],
		help: "Steungezin",
		provider: "Steunouder in de Wijk",
		ask: "Is er ook een groep waar ze onze taal spreken?",
	},
	{
		theme: "child_behaviour",
		question: "{child} wacht al een jaar op onderzoek en wij willen niet langer wachten.",
		wish: "Weten wat {child} helpt, ook zonder naam.",
		strength: "{child} ziet alles en vergeet niets.",
		concern: "Een druk verjaardagsfeest is te veel.",
		conclusion: "Wat kunnen we nu al doen, terwijl we wachten?",
		picture: "{child} heeft rust en voorspelbare dagen nodig. Daar kunnen we vandaag mee beginnen.",
		goal: "{child} weet elke ochtend wat de dag brengt.",
		levels: ["Elke dag een verrassing", "Soms een plaatje", "Elke ochtend plaatjes", "{child} hangt ze zelf op", "Ook op school"],
		step: "Plaatjes van de dag ophangen",
		tie: ["Tante Mirjam", "family", "Werkt met plaatjes in haar klas."],
		help: "Begeleiding terwijl we wachten",
		provider: "De Vuurtoren",
		ask: "Blijven we op de lijst staan als we nu hulp krijgen?",
	},
	{
		alone: true,
		theme: "parent_behaviour",
		question: "Sinds mijn man er niet meer is, lukt het mij niet om streng te zijn.",
		wish: "Dat we samen over hem kunnen praten.",
		strength: "Wij zorgen goed voor elkaar.",
		concern: "{child} huilt alleen als niemand kijkt.",
		conclusion: "Hoe gaan we samen verder, met ruimte voor verdriet?",
		picture: "Verdriet zit naast gewone dagen. {child} mag allebei hebben.",
		goal: "Elke zondag is er tijd om over papa te praten.",
		levels: ["We praten er niet over", "Soms, per ongeluk", "Elke zondag even", "Ook met opa en oma", "Wanneer iemand wil"],
		step: "Een doos maken met dingen van papa",
		tie: ["Oom Bart", "family", "Kan goed vertellen over vroeger."],
		help: "Rouwgroep voor kinderen",
		provider: "Huis van Verhalen",
		ask: "Mag {child} ook alleen naar de groep?",
	},
];
