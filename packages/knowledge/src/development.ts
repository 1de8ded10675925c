import type { InWords, ListInWords, Source } from "./source.ts";

/**
 * What belongs to an age, in our own words. Terms of 2009 that are no longer right today are reworded with care or left out.
 * Names of disorders stand only where a professional needs them to know when to look further.
 */
export const developmentSource: Source = {
	title: "Allemaal opvoeders",
	authors: "Van Yperen (2009), Nederlands Jeugdinstituut (2017)",
	year: 2009,
};

export type AgeBand = {
	/** Whole years; `until` is the first age that no longer belongs. */
	from: number;
	until: number;
	settings: InWords;
	/** What a child of this age is busy with. */
	child: ListInWords;
	/** What this asks of parents. */
	parent: ListInWords;
	/** Questions that nearly every family has. */
	ordinary: ListInWords;
	/** Signs to look further together with somebody who knows about it. */
	serious: ListInWords;
};

export const ageBands: readonly AgeBand[] = [
	{
		from: 0,
		until: 2,
		settings: { nl: "Gezin en opvang", en: "Family and day care" },
		child: {
			nl: ["Ritme vinden in slapen, eten en huilen", "Zich hechten aan wie er steeds is", "De wereld ontdekken", "Dingen zelf willen doen"],
			en: [
				"Finding a rhythm in sleeping, eating and crying",
				"Attaching to those who are always there",
				"Discovering the world",
				"Wanting to do things alone",
			],
		},
		parent: {
			nl: [
				"Zorgen zonder haast",
				"Zien wat het kind nodig heeft en daarop ingaan",
				"Er zijn als het spannend is",
				"Ruimte geven en steunen",
			],
			en: [
				"Caring without haste",
				"Seeing what the child needs and responding to it",
				"Being there when things are scary",
				"Giving room and support",
			],
		},
		ordinary: {
			nl: ["Drinken en eten", "Slapen", "Huilen bij afscheid", "Bang voor vreemden, donker of geluid"],
			en: ["Drinking and eating", "Sleeping", "Crying when parting", "Fear of strangers, dark or sounds"],
		},
		serious: {
			nl: ["Heel veel huilen", "Eten of slapen lukt lange tijd niet", "Zich aan niemand hechten"],
			en: ["Crying very much", "Eating or sleeping fails for a long time", "Attaching to nobody"],
		},
	},
	{
		from: 2,
		until: 5,
		settings: { nl: "Gezin, opvang en voorschool", en: "Family, day care and pre-school" },
		child: {
			nl: ["Praten en zeggen wat je voelt", "Spelen met anderen", "Regels leren, ook zindelijk worden", "Weten wie je bent"],
			en: ["Talking and saying what you feel", "Playing with others", "Learning rules, toilet training too", "Knowing who you are"],
		},
		parent: {
			nl: [
				"Aansluiten bij wat het kind begrijpt",
				"Zeggen wat goed gaat",
				"Omgaan met ja en nee tegelijk",
				"Duidelijk zijn op een manier die past",
			],
			en: ["Joining what the child understands", "Saying what goes well", "Handling yes and no at once", "Being clear in a way that fits"],
		},
		ordinary: {
			nl: ["Angst", "Koppig zijn en driftbuien", "Niet luisteren", "Heel druk", "Nog niet zindelijk"],
			en: ["Fears", "Stubbornness and tantrums", "Not listening", "Very active", "Not yet dry"],
		},
		serious: {
			nl: [
				"Angst die het leven klein maakt",
				"Praten of bewegen blijft achter",
				"Boosheid die niet zakt, ook buiten huis",
				"Aandacht houden lukt nergens",
			],
			en: [
				"Fear that makes life small",
				"Speech or movement lags behind",
				"Anger that does not settle, outside home too",
				"Keeping attention fails everywhere",
			],
		},
	},
	{
		from: 5,
		until: 12,
		settings: { nl: "Gezin, school, vrienden en clubs", en: "Family, school, friends and clubs" },
		child: {
			nl: ["Zien hoe een ander het ziet", "Leren lezen, rekenen en volhouden", "IJver en trots op wat lukt", "Erbij horen in de groep"],
			en: [
				"Seeing another’s point of view",
				"Learning to read, count and persevere",
				"Diligence and pride in what works out",
				"Belonging to the group",
			],
		},
		parent: {
			nl: ["Ruimte voor vrienden", "Meeleven met school", "Waarderen wat het kind doet", "Warm zijn en samen regels maken"],
			en: ["Room for friends", "Sharing in school life", "Valuing what the child does", "Being warm and making rules together"],
		},
		ordinary: {
			nl: ["Ruzie", "Moeite met opletten", "Lage cijfers", "Niet naar school willen", "Een keer iets stelen of stukmaken"],
			en: ["Quarrels", "Trouble concentrating", "Low marks", "Not wanting to go to school", "Stealing or breaking something once"],
		},
		serious: {
			nl: [
				"Bedplassen dat blijft",
				"Leren lukt niet, hoe goed het ook probeert",
				"Zich terugtrekken",
				"Lang niet naar school gaan",
				"Vaak pijn zonder dat een arts iets vindt",
			],
			en: [
				"Bed-wetting that stays",
				"Learning fails however hard the child tries",
				"Withdrawing",
				"Not going to school for long",
				"Often pain without a doctor finding a cause",
			],
		},
	},
	{
		from: 12,
		until: 20,
		settings: { nl: "Gezin, school, vrienden, werk en wat er online is", en: "Family, school, friends, work and what is online" },
		child: {
			nl: [
				"Losser komen van ouders, met gevoel en in doen",
				"Omgaan met liefde en lijf",
				"Eigen waarden vinden",
				"Een plek vinden in school, werk en wereld",
			],
			en: [
				"Growing away from parents, in feeling and doing",
				"Dealing with love and body",
				"Finding own values",
				"Finding a place in school, work and the world",
			],
		},
		parent: {
			nl: [
				"Steunen zonder over te nemen",
				"Ruimte om te proberen",
				"Grenzen die passen bij de leeftijd",
				"Een voorbeeld zijn",
				"Meer naast het kind staan dan erboven",
			],
			en: [
				"Supporting without taking over",
				"Room to try things",
				"Limits that fit the age",
				"Being an example",
				"Standing beside the child rather than above",
			],
		},
		ordinary: {
			nl: [
				"Drank of drugs proberen",
				"Twijfel over wie je bent of wat je wordt",
				"Zorgen over hoe je eruitziet",
				"Botsen met gezag",
				"Een keer spijbelen",
			],
			en: [
				"Trying alcohol or drugs",
				"Doubt about who you are or will be",
				"Worries about looks",
				"Clashing with authority",
				"Playing truant once",
			],
		},
		serious: {
			nl: [
				"Steeds drinken of gebruiken",
				"Te weinig of te veel eten",
				"Niet meer willen leven",
				"Geweld of steeds de wet breken",
				"Stoppen met school zonder plan",
			],
			en: [
				"Drinking or using all the time",
				"Eating too little or too much",
				"No longer wanting to live",
				"Violence or breaking the law again and again",
				"Leaving school without a plan",
			],
		},
	},
];

/** What belongs to an age in whole years; nothing for grown-ups. */
export function ageBandOf(age: number): AgeBand | undefined {
	return ageBands.find(({ from, until }) => age >= from && age < until);
}
