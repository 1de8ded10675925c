import type { HelpExample } from "./help-example.ts";

/** Support around a family that the QuickScan of 2014 names, wider than treatment. */
export const practicalSupport: readonly HelpExample[] = [
	around(
		"home_care",
		{ nl: "Hulp in huis", en: "Home care" },
		{ nl: "Iemand helpt thuis met zorg of huishouden.", en: "Somebody helps at home with care or the household." },
		"home",
	),
	around(
		"respite",
		{ nl: "Logeren, om even op adem te komen", en: "A short stay, to catch one's breath" },
		{
			nl: "Een kind logeert af en toe ergens anders. Thuis is er dan rust.",
			en: "A child stays elsewhere now and then. Home is quiet for a while.",
		},
	),
	around(
		"home_start",
		{ nl: "Home-Start: een vrijwilliger komt langs", en: "Home-Start: a volunteer visits" },
		{
			nl: "Een vrijwilliger komt thuis, en denkt en doet mee.",
			en: "A volunteer comes to your home, and thinks and lends a hand.",
		},
		"home",
	),
	around(
		"mothers",
		{ nl: "Moeders informeren moeders", en: "Mothers informing mothers" },
		{ nl: "Een ervaren moeder komt langs bij een nieuwe moeder.", en: "An experienced mother visits a new one." },
		"people",
	),
	around(
		"peers",
		{ nl: "Praten met ouders die dit ook meemaken", en: "Talking with parents in the same boat" },
		{ nl: "Ouders ontmoeten elkaar en helpen elkaar met wat zij weten.", en: "Parents meet and help each other with what they know." },
		"people",
	),
	around(
		"meeting_group",
		{ nl: "Ontmoetingsgroep in de buurt", en: "A meeting group nearby" },
		{ nl: "Ouders en kinderen komen samen, dicht bij huis.", en: "Parents and children come together, close to home." },
		"group",
	),
	around(
		"parent_association",
		{ nl: "Vereniging van ouders", en: "Parent association" },
		{
			nl: "Ouders met dezelfde vragen. Zij geven uitleg en komen voor elkaar op.",
			en: "Parents with the same questions. They explain and stand up for each other.",
		},
		"people",
	),
	around(
		"parent_supporter",
		{ nl: "Iemand die naast de ouder staat", en: "A supporter beside the parent" },
		{ nl: "Iemand gaat mee naar gesprekken en helpt met regelen.", en: "Somebody comes along to talks and helps to arrange things." },
		"people",
	),
	around(
		"early_team",
		{ nl: "Team voor vroege hulp", en: "Early-intervention team" },
		{ nl: "Verschillende mensen die veel weten, kijken vroeg samen mee.", en: "Different experts have an early look together." },
		"talk",
	),
	around(
		"consultation",
		{ nl: "Eén of twee gesprekken met iemand die er veel van weet", en: "One or two talks with an expert" },
		{ nl: "Je vraagt om raad, en gaat daarna zelf weer verder.", en: "You ask for advice, and then go on yourselves." },
		"talk",
	),
	around(
		"intermediary",
		{ nl: "Iemand die je taal en cultuur kent, met een tolk", en: "Somebody who knows your language and culture, with an interpreter" },
		{ nl: "Deze persoon legt uit en helpt elkaar te snappen.", en: "This person explains and helps people understand each other." },
		"talk",
	),
	around(
		"distress_thermometer",
		{ nl: "Lijst over hoe zwaar het is, met een gesprek", en: "A list about how heavy it is, with a talk" },
		{ nl: "Een ouder kruist aan wat zwaar is. Daarna praten jullie erover.", en: "A parent ticks what is heavy. Then you talk about it." },
		"talk",
	),
];

function around(code: string, name: HelpExample["name"], what: HelpExample["what"], form?: HelpExample["form"]): HelpExample {
	return { code, kind: "around", name, what, ...(form && { form }) };
}
