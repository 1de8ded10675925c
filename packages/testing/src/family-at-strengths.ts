import { type Place, tellFamily } from "./family-story.ts";
import { addReview } from "./family-story-review.ts";

/**
 * A family at step 2: a young mother who reads easy text, a father who works nights, a boy of 6 who is angry at school and a baby.
 * The question is clear; strengths and concerns are being gathered; a scientist is asked to think along.
 */
export function tellFamilyAtStrengths(place: Place) {
	const story = tellFamily(place, "Gezin Brouwer", 24);
	const { now } = place;
	const year = now.getUTCFullYear();
	const mother = story.person("parent", {
		givenName: "Chantal",
		familyName: "Brouwer",
		bornOn: `${year - 27}-03-14`,
		role: "moeder",
		easyText: true,
		pictures: true,
		readAloud: true,
		reachNote: "Liefst een spraakbericht. Bellen kan na negen uur.",
		account: true,
		email: "chantal.brouwer@demo.invalid",
		demoNote: "Moeder van Dylan en Jayla. Leest graag korte zinnen.",
		order: 20,
	});
	const father = story.person("parent", {
		givenName: "Ricardo",
		familyName: "Martina",
		bornOn: `${year - 30}-08-02`,
		role: "vader",
		reachNote: "Werkt in de nacht en slaapt tot een uur.",
		account: true,
		email: "ricardo.martina@demo.invalid",
		demoNote: "Vader van Dylan en Jayla. Werkt in de nacht.",
		order: 21,
	});
	const boy = story.person("child", { givenName: "Dylan", familyName: "Martina", bornOn: `${year - 6}-01-19`, role: "zoon" });
	const baby = story.person("child", { givenName: "Jayla", familyName: "Martina", bornOn: `${year - 1}-02-25`, role: "dochter" });
	const grandmother = story.person("network_member", { givenName: "Rita", familyName: "Brouwer", role: "oma" });
	for (const child of [boy, baby]) for (const parent of [mother, father]) story.kin(parent, "parent", child);
	story.kin(mother, "partner", father);
	story.kin(boy, "sibling", baby);
	story.kin(grandmother, "parent", mother);
	story.authority(mother, [boy, baby]);
	story.authority(father, [boy, baby]);
	story.household(
		"Thuis",
		[mother, father, boy, baby].map((person) => [person, "full"]),
	);
	Object.assign(story.plan, {
		route: "full",
		routeReason: "Er speelt meer tegelijk: school, geld en slaap. We nemen de tijd voor alle zes stappen.",
		sharingAgreements: "Met school praten we alleen over wat Dylan helpt in de klas. Chantal is daar steeds bij.",
		referrer: "Huisarts De Wit",
		referralReason: "Dylan is boos op school en zijn moeder slaapt slecht.",
		referrerHears: "Dat we begonnen zijn. Meer niet.",
		whenItFails: "Dan zeggen we het eerst tegen elkaar. Lukt dat niet, dan mag Rita erbij komen zitten.",
		writtenDown: "Alleen wat jullie hier ook lezen. Over Rita schrijven we niets zonder haar.",
	});

	story.view(mother, "question", "Dylan is boos op school. De juf belt elke week. Ik weet niet meer wat ik moet doen.", { daysAgo: 22 });
	story.view(father, "question", "Ik wil dat het thuis weer rustig is. Dylan luistert naar mij wel, maar ik ben er vaak niet.", {
		daysAgo: 21,
	});
	story.view(boy, "question", "De juf zegt altijd mijn naam. De anderen doen het ook.", { daysAgo: 18, recorded: true });
	story.view(mother, "wish", "Ik wil dat Dylan blij uit school komt.", { daysAgo: 22 });
	story.view(father, "wish", "Een keer per week samen eten, met zijn vieren.", { daysAgo: 21 });
	story.view(mother, "worry", "Ik ben bang dat ze denken dat ik een slechte moeder ben.", { daysAgo: 22 });
	story.view(mother, "expectation", "Zeg het gewoon als iets niet goed gaat. En praat niet over mij met school als ik er niet bij ben.", {
		daysAgo: 20,
	});
	story.view(mother, "worry", "Dat Jayla later ook zo boos wordt.", { about: baby, daysAgo: 22 });
	story.view(mother, "wish", "Dat Ricardo een avond per week gewoon kan zitten.", { about: father, daysAgo: 21 });
	story.view(mother, "earlier_help", "Het consultatiebureau. De wandelingen met een andere moeder hielpen. De lijsten niet.", {
		daysAgo: 21,
	});
	story.view(mother, "expectation", "Ik zeg het als ik een afspraak niet haal.", { about: mother, daysAgo: 20 });
	story.view(father, "expectation", "Bel mij ook, niet alleen Chantal.", { daysAgo: 20 });
	story.view(story.coordinator, "expectation", "Dat jullie zeggen wat niet goed gaat, ook over mij.", { daysAgo: 20 });
	story.view(
		story.coordinator,
		"expectation",
		"Ik kom elke twee weken langs, ook een keer als Ricardo thuis is. Ik schrijf niets op dat jullie niet lezen.",
		{ about: story.coordinator, daysAgo: 20 },
	);
	story.contact("visit", [mother, father, boy], "Kennisgemaakt aan de keukentafel. Dylan liet zijn tekeningen zien.", 22);
	story.contact("call", [father], "", 14);
	story.contact("visit", [mother, boy], "Samen gekeken naar wat goed gaat.", 7);
	story.contact("message", [mother, father], "Wanneer Ricardo vrij is, voor het volgende gesprek.", 2);
	story.step("clarify", "concluded", {
		conclusion: "Hoe krijgen we het rustig, zodat Dylan blij naar school gaat en Chantal weer slaapt?",
		professional: "Vraag om steun bij het gedrag van Dylan op school en bij de draagkracht van de ouders.",
		agreements: "We zien elkaar om de week op dinsdag. Spreekberichten mogen altijd.",
		daysAgo: 15,
	});

	const strengths = story.step("strengths", "in_progress");
	story.view(mother, "strength", "Dylan is heel lief voor Jayla. Hij zingt voor haar als ze huilt.", {
		theme: "child_behaviour",
		about: boy,
		daysAgo: 10,
	});
	story.view(father, "strength", "Wij lachen veel samen. En Chantal vergeet nooit een afspraak van de kinderen.", {
		theme: "parent_behaviour",
		about: mother,
		daysAgo: 9,
	});
	story.view(mother, "strength", "Mijn moeder woont om de hoek. Zij past op als ik moet rusten.", {
		theme: "social_surroundings",
		daysAgo: 10,
	});
	story.view(boy, "strength", "Ik kan goed bouwen. Mijn toren was hoger dan papa.", {
		theme: "learning",
		about: boy,
		daysAgo: 8,
		recorded: true,
	});
	story.view(mother, "concern", "Jayla wordt vier keer wakker. Ik slaap bijna niet.", { theme: "daily_care", daysAgo: 10 });
	story.view(mother, "concern", "De brieven over geld liggen in een la. Ik durf ze niet open te maken.", { theme: "money", daysAgo: 6 });
	story.view(father, "concern", "Dylan gooit op school met stoelen. Thuis doet hij dat niet.", {
		theme: "child_behaviour",
		about: boy,
		daysAgo: 9,
	});
	story.view(story.coordinator, "concern", "Op school is er weinig rust om Dylan heen. Hij zit met dertig kinderen in een kleine klas.", {
		theme: "learning",
		about: boy,
		daysAgo: 7,
	});
	story.view(mother, "safety", "Het traphekje is nu vast. Dylan kan het zelf open maken, Jayla niet.", {
		theme: "safety",
		safetyKind: "physical_material",
		daysAgo: 6,
	});
	story.view(boy, "strength", "Bij oma is het stil. Daar slaap ik goed.", {
		theme: "safety",
		safetyKind: "context",
		about: boy,
		daysAgo: 8,
		recorded: true,
	});
	story.view(boy, "concern", "Als de baby huilt wordt mama heel moe.", { theme: "daily_care", about: mother, daysAgo: 8, recorded: true });
	story.view(father, "strength", "Als ik vrij ben slaapt Jayla gewoon door.", { theme: "daily_care", about: baby, daysAgo: 9 });
	story.load(mother, 3, 4, "Toen werkte ik nog twee dagen. Dat gaf rust in mijn hoofd.", 22);
	story.load(mother, 4, 3, "De baby huilt veel. Ik kom niet aan mezelf toe.", 16);
	story.load(mother, 5, 2, "Ik ben moe. Maar met mijn moeder erbij lukt veel.", 10);
	story.load(father, 4, 3, "De nachten zijn zwaar. De kinderen maken veel goed.", 9);

	story.inquiry({
		question: "Wanneer wordt Dylan boos op school, en wanneer niet?",
		how: "De juf en Dylan kiezen elke dag samen een gezichtje. Chantal kijkt op vrijdag mee.",
		suits: true,
		suitsWords: "Met plaatjes, zonder lange lijst.",
		who: mother,
		dueInDays: 10,
		daysAgo: 7,
	});
	story.inquiry({
		question: "Komt het wakker worden van Jayla door haar buik?",
		how: "Vragen op het consultatiebureau.",
		who: father,
		found: "Nee. De arts zegt dat ze gezond is. Ze wordt wakker van het licht op de gang.",
		daysAgo: 9,
	});
	story.point("nature", "know", "Dylan gooide in een maand vier keer met een stoel. Altijd na de pauze.", {
		about: boy,
		theme: "learning",
		daysAgo: 6,
	});
	story.point("cause", "think", "Het is te druk in de klas. Na de pauze is het nog vol in zijn hoofd.", {
		about: boy,
		theme: "learning",
		daysAgo: 6,
	});
	story.point("cause", "think", "Dylan slaapt zelf ook slecht, want hij hoort Jayla.", { about: boy, theme: "daily_care", daysAgo: 5 });
	story.point("keeps_going", "know", "Na het gooien mag Dylan alleen op de gang zitten. Daar is het stil.", {
		about: boy,
		theme: "learning",
		daysAgo: 5,
	});
	story.point("protective", "know", "Oma woont om de hoek, en past graag op.", { theme: "social_surroundings", daysAgo: 6 });
	story.point("protective", "know", "Dylan zorgt lief voor Jayla. Thuis is hij niet boos.", {
		about: boy,
		theme: "child_behaviour",
		daysAgo: 6,
	});
	story.word("Structuur", {
		family: "Dat iedereen weet wie er thuis is: mama, papa of oma.",
		professional: "De dag loopt elke dag ongeveer hetzelfde.",
		home: "Er hangt een rooster op de koelkast, met foto’s.",
		by: mother,
		daysAgo: 8,
	});

	story.comment(mother, "question", "Moet ik bij het gesprek op school alles zelf zeggen?", {
		daysAgo: 12,
		answer: { text: "Nee hoor. Ik ga mee en ik begin. Jij vertelt alleen wat je wilt. We oefenen het dinsdag even samen.", daysAgo: 11 },
	});
	story.comment(father, "comment", "Dat Dylan zingt voor Jayla wist ik niet. Mooi om te lezen.", {
		about: "step",
		aboutId: strengths,
		daysAgo: 4,
	});
	const reviewId = addReview(story, {
		question:
			"Dylan is op school boos en thuis niet. Kijk je mee of we genoeg weten, voor we samen doelen kiezen? En hoe houden we het klein voor Chantal?",
		askedDaysAgo: 3,
	});
	story.looked(story.coordinator, "coordinator", "update", "step", "steps.write", 3);
	story.looked(story.coordinator, "coordinator", "read", "plan", "plans.read-plan", 0);
	story.looked(mother, "parent_with_authority", "read", "plan", "plans.read-plan", 1);
	return {
		familyId: story.familyId,
		planId: story.planId,
		name: story.name,
		coordinator: story.coordinator,
		mother,
		father,
		boy,
		baby,
		reviewId,
	};
}
