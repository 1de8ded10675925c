import { type Place, type StoryPerson, tellFamily } from "./family-story.ts";
import { addAdviceCheck, addHelp, addOption, addProgress } from "./family-story-help.ts";
import {
	addAction,
	addAsk,
	addCooperation,
	addEvaluation,
	addGoal,
	addHeldEvaluation,
	addMilestone,
	addScore,
	addTie,
	addVersion,
} from "./family-story-plan.ts";

/**
 * A family at step 6: a boy of 4 who develops differently, a sister of 7 who needs attention too, a father who reads English. The
 * plan is agreed, help runs, the evaluation is in two days; some scores are in and one question waits.
 */
export function tellFamilyBeforeEvaluation(place: Place) {
	const story = tellFamily(place, "Gezin De Wit en Asante", 118);
	const year = place.now.getUTCFullYear();
	const mother = story.person("parent", {
		givenName: "Lotte",
		familyName: "de Wit",
		bornOn: `${year - 36}-05-20`,
		role: "moeder",
		account: true,
		email: "lotte.dewit@demo.invalid",
		demoNote: "Moeder van Ella en Milan. Over twee dagen kijkt zij samen terug.",
		order: 40,
	});
	const father = story.person("parent", {
		givenName: "Kwame",
		familyName: "Asante",
		bornOn: `${year - 38}-10-04`,
		role: "vader",
		language: "en",
		account: true,
		email: "kwame.asante@demo.invalid",
		demoNote: "Vader van Ella en Milan. Leest Engels.",
		order: 41,
	});
	const girl = story.person("child", { givenName: "Ella", familyName: "Asante", bornOn: `${year - 7}-01-11`, role: "dochter" });
	const boy = story.person("child", { givenName: "Milan", familyName: "Asante", bornOn: `${year - 4}-01-27`, role: "zoon" });
	for (const child of [girl, boy]) for (const parent of [mother, father]) story.kin(parent, "parent", child);
	story.kin(mother, "partner", father);
	story.kin(girl, "sibling", boy);
	story.authority(mother, [girl, boy]);
	story.authority(father, [girl, boy]);
	story.household(
		"Thuis",
		[mother, father, girl, boy].map((person) => [person, "full"]),
	);
	Object.assign(story.plan, {
		route: "full",
		routeReason: "De vraag gaat over het hele gezin. Daarom alle zes stappen.",
		sharingAgreements: "De voorschool krijgt de doelen van Milan. Niet meer dan dat.",
		groupPlanOfferedOn: story.day(78),
		groupPlanAnswer: "yes",
		groupPlanAnsweredOn: story.day(74),
		groupPlanWords: "We hebben met opa, tante Esi en de buren aan tafel gezeten. Dat deed ons goed.",
	});
	firstSteps(story, { mother, father, girl, boy });

	const meals = addGoal(story, {
		text: "We eten samen aan tafel, zonder strijd met Milan.",
		professional: "Voorspelbare maaltijd met eigen keuze voor Milan.",
		theme: "daily_care",
		forKind: "whole_family",
		levels: [
			"Elke maaltijd eindigt in huilen",
			"Een paar keer per week gaat het goed",
			"De meeste dagen blijven we een kwartier zitten",
			"Milan kiest zelf en blijft zitten",
			"We eten ook ontspannen bij opa",
		],
		startLevel: -2,
		state: "active",
		by: mother,
		daysAgo: 88,
	});
	const attention = addGoal(story, {
		text: "Ella heeft elke week een eigen uur met een van ons.",
		theme: "parent_behaviour",
		forKind: "sibling",
		forPerson: girl,
		levels: [
			"Er is nooit tijd voor Ella alleen",
			"Soms een kwartier",
			"Elke week een uur",
			"Elke week een uur dat Ella zelf kiest",
			"Ella zegt dat ze zich gezien voelt",
		],
		startLevel: -1,
		state: "active",
		by: father,
		daysAgo: 87,
	});
	const sleep = addGoal(story, {
		text: "Lotte slaapt weer drie nachten per week door.",
		theme: "health",
		forKind: "parent",
		forPerson: mother,
		levels: ["Geen nacht", "Een nacht", "Drie nachten", "Vijf nachten", "Uitgerust wakker worden"],
		startLevel: -2,
		state: "achieved",
		by: mother,
		daysAgo: 86,
	});
	for (const goalId of [meals, attention, sleep])
		for (const person of [mother, father]) story.position(person, "goal", goalId, "agree", { daysAgo: 84 });
	addAction(story, {
		goalId: meals,
		person: mother,
		text: "Een plaatje van het eten ophangen, elke ochtend",
		repeats: "daily",
		state: "done",
		note: "Milan wijst het nu zelf aan.",
		daysAgo: 60,
	});
	addAction(story, { goalId: meals, person: father, text: "Na tien minuten mag Milan van tafel", repeats: "daily", daysAgo: 60 });
	addAction(story, {
		goalId: attention,
		person: father,
		text: "Zaterdag met Ella naar het zwembad",
		repeats: "weekly",
		state: "done",
		note: "She swam ten metres.",
		daysAgo: 55,
	});
	addAction(story, {
		goalId: attention,
		person: mother,
		text: "Ella laten kiezen wat we dinsdag doen",
		dueIn: 3,
		repeats: "weekly",
		daysAgo: 30,
	});
	story.step("goals", "concluded", { conclusion: "Drie doelen: rustig eten, tijd voor Ella, en slaap voor Lotte.", daysAgo: 82 });

	const grandfather = addTie(story, {
		name: "Opa Henk",
		kind: "family",
		closeness: 1,
		support: true,
		text: "Woensdag bakt hij pannenkoeken met Ella.",
		by: mother,
		daysAgo: 80,
	});
	addTie(story, {
		name: "Tante Esi",
		kind: "family",
		closeness: 1,
		support: true,
		text: "Neemt om de week een nacht over.",
		by: father,
		daysAgo: 80,
	});
	addTie(story, { name: "Buren Wim en Tineke", kind: "neighbour", closeness: 2, support: true, by: mother, daysAgo: 79 });
	addTie(story, {
		name: "Voorschool De Boomhut",
		kind: "school",
		closeness: 2,
		support: true,
		strain: true,
		text: "Lieve juf, veel telefoontjes.",
		by: mother,
		daysAgo: 79,
	});
	addAsk(story, {
		text: "Wie kan Ella op woensdag ophalen?",
		when: "Woensdag om twaalf uur",
		by: mother,
		daysAgo: 78,
		offer: { tieId: grandfather, text: "Dat doe ik graag, tot vijf uur." },
	});
	story.step("network", "concluded", {
		conclusion: "Opa en tante Esi doen elke week iets vasts. De nachten en het oppassen dragen we samen. Voor Milan zelf zoeken we hulp.",
		daysAgo: 72,
	});

	const home = addOption(story, {
		name: "Begeleiding aan huis",
		what: "Iemand komt elke week mee-eten en oefent met ons.",
		knownToWork: "Oefenen op de plek waar het gebeurt helpt jonge kinderen het meest.",
		familyFor: "Milan hoeft nergens heen. Opa kan erbij zijn.",
		familyAgainst: "Weer iemand over de vloer.",
		professionalFor: "Sluit aan bij wat jullie al doen en Ella doet mee.",
		professionalAgainst: "Een groep met andere ouders mis je dan.",
		waiting: "Drie weken",
		distance: "Thuis",
		cost: "Geen",
		preference: "Dat er iemand komt die Milan zijn tijd geeft.",
		ownOffer: "Ik kom de eerste keer mee, en bel daarna elke maand.",
		recommended: true,
		daysAgo: 70,
	});
	const group = addOption(story, {
		name: "Oudergroep in de wijk",
		what: "Acht avonden met andere ouders van jonge kinderen.",
		knownToWork: "Ouders leren veel van elkaar en staan er minder alleen voor.",
		familyFor: "Andere ouders ontmoeten.",
		familyAgainst: "Kwame werkt dan, en het is in het Nederlands.",
		professionalFor: "Steun die blijft als wij weg zijn.",
		professionalAgainst: "Er wordt niet thuis geoefend.",
		waiting: "Begint na de zomer",
		distance: "Tien minuten fietsen",
		cost: "Geen",
		daysAgo: 70,
	});
	const { decisionId, helpId } = addHelp(story, {
		optionId: home,
		what: "Begeleiding aan huis, elke week anderhalf uur rond het eten",
		why: "Thuis oefenen past bij Milan en bij onze dagen. De oudergroep bewaren we voor later.",
		tookPart: [mother, father, story.coordinator],
		provider: "De Vuurtoren",
		daysAgo: 66,
		startedDaysAgo: 58,
		endsIn: 40,
		evaluationIn: 2,
		aftercare: "Na afloop belt De Vuurtoren nog een keer na zes weken.",
		whoDoesWhat: "De Vuurtoren eet op dinsdag mee. Opa leest daarna voor. De coach belt elke maand.",
		comparedWith: [group],
		weighed: {
			wishes: "Milan hoeft nergens heen. Opa kan erbij zijn.",
			knowledge: "Oefenen waar het gebeurt, helpt jonge kinderen het meest.",
			experience: "Na een week of vier wordt het eten vaak al rustiger.",
			referral: "De voorschool zag dat Milan bijna niet at.",
			running: "De voorschool oefent al met plaatjes. Dat past hierbij.",
		},
	});
	for (const person of [mother, father]) story.position(person, "decision", decisionId, "agree", { daysAgo: 65 });
	addProgress(story, helpId, "Milan koos voor het eerst zelf: boontjes of wortel. Hij bleef twaalf minuten zitten.", 30);
	addProgress(story, helpId, "Ella hielp met de plaatjes. Dat vindt ze leuk, en Milan volgt haar.", 9);
	addAdviceCheck(story, helpId, { person: mother, fitted: "partly", text: "De tips zijn goed, maar het waren er veel.", daysAgo: 40 });
	addAdviceCheck(story, helpId, { person: mother, fitted: "fitted", text: "Eén tip per week werkt voor ons.", daysAgo: 12 });
	addAdviceCheck(story, helpId, { person: father, fitted: "fitted", text: "", daysAgo: 11 });
	addAdviceCheck(story, helpId, {
		person: boy,
		fitted: "partly",
		text: "Kiezen is leuk. Aan tafel blijven nog niet.",
		recorded: true,
		daysAgo: 9,
	});
	story.step("help", "concluded", {
		conclusion: "De Vuurtoren komt elke week thuis. Opa en tante Esi blijven doen wat ze doen.",
		daysAgo: 64,
	});

	const versionId = addVersion(
		story,
		[mother, father],
		[
			{ person: mother, answer: "agree", text: "Dit zijn wij.", daysAgo: 61 },
			{ person: father, answer: "agree_but", text: "I agree. Please keep Saturdays free for the children.", language: "en", daysAgo: 60 },
		],
		63,
	);

	story.step("evaluate", "in_progress");
	const heldId = addHeldEvaluation(story, {
		daysAgo: 40,
		decision: "go_on",
		why: "Lotte slaapt weer. Aan tafel gaat het elke week iets beter, dus we houden vol.",
		whatWorked: "De plaatjes bij het eten, en de nachten die tante Esi overneemt.",
		proudOf: "Dat Lotte weer slaapt, en dat we dat samen hebben gedaan.",
		whatNext: "Nog zes weken met De Vuurtoren. Dan kijken we weer.",
		nextIn: 2,
	});
	addScore(story, heldId, sleep, mother, 1, "Ik word wakker en het is licht buiten.");
	addScore(story, heldId, sleep, father, 0, "She laughs again in the morning.", "en");
	addScore(story, heldId, meals, mother, -1, "Twee keer per week lukt het.");
	addScore(story, heldId, meals, father, 0, "He stays for ten minutes now.", "en");
	addScore(story, heldId, attention, mother, 0, "Elke dinsdag, behalve toen ik ziek was.");
	addScore(story, heldId, attention, father, -2, "I missed three Saturdays because of work.", "en");
	addMilestone(story, {
		about: boy,
		kind: "school_change",
		inDays: 70,
		text: "Milan gaat van de voorschool naar de basisschool. We willen dat de juf weet van de plaatjes.",
		by: mother,
		daysAgo: 12,
	});
	const evaluationId = addEvaluation(story, 2, 40);
	addScore(story, evaluationId, meals, mother, 1, "Gisteren bleef hij zitten tot het toetje. Ik kreeg er tranen van.");
	addScore(story, evaluationId, attention, mother, 0, "Dinsdag lukt het steeds. Ella telt de dagen af.");
	addScore(story, evaluationId, sleep, mother, 1, "Vier nachten deze week!");
	addScore(story, evaluationId, meals, father, 0, "Most days are calm now.", "en");
	addCooperation(story, evaluationId, mother, { 3: 5, 5: 5, 7: 4, 12: 5 });

	story.comment(father, "comment", "Thank you for writing the goals so clearly. I could read them with Ella.", {
		daysAgo: 50,
		language: "en",
		about: "goal",
		aboutId: attention,
	});
	story.comment(mother, "question", "Kan De Vuurtoren ook een keer komen als opa er is?", {
		about: "help",
		aboutId: helpId,
		daysAgo: 26,
		answer: { text: "Goed idee. Ik heb het gevraagd: woensdag over twee weken komt Iris om half twaalf.", daysAgo: 25 },
	});
	story.comment(mother, "comment", "Ella vroeg vandaag zelf om de plaatjes. Dat wilde ik even zeggen.", {
		about: "goal",
		aboutId: meals,
		daysAgo: 6,
	});
	const questionId = story.comment(father, "question", "Can my sister Esi join the talk in two days? She knows the nights best.", {
		about: "evaluation",
		aboutId: evaluationId,
		daysAgo: 1,
		language: "en",
	});

	story.looked(story.coordinator, "coordinator", "read", "plan", "plans.read-plan", 0);
	story.looked(story.coordinator, "coordinator", "create", "comment", "comments.answer-comment", 25);
	story.looked(mother, "parent_with_authority", "update", "evaluation", "evaluations.score", 1);
	story.looked(mother, "parent_with_authority", "read", "plan", "plans.read-plan", 1);
	story.looked(father, "parent_with_authority", "read", "plan", "plans.read-plan", 1);
	return {
		familyId: story.familyId,
		planId: story.planId,
		name: story.name,
		coordinator: story.coordinator,
		mother,
		father,
		girl,
		boy,
		goals: { meals, attention, sleep },
		versionId,
		helpId,
		evaluationId,
		questionId,
	};
}

type Story = ReturnType<typeof tellFamily>;
type People = Record<"mother" | "father" | "girl" | "boy", StoryPerson>;

function firstSteps(story: Story, { mother, father, girl, boy }: People): void {
	story.view(mother, "question", "Milan praat nog niet en eet bijna niets. We draaien alle vier om hem heen.", { daysAgo: 115 });
	story.view(father, "question", "How can we help Milan, and not forget Ella?", { daysAgo: 114, language: "en" });
	story.view(girl, "question", "Ik wil ook een keer met mama alleen naar de stad.", { daysAgo: 112, recorded: true });
	story.view(mother, "wish", "Een avond zonder schema.", { daysAgo: 115 });
	story.view(father, "worry", "Lotte does the nights. I am afraid she will fall ill.", { daysAgo: 114, language: "en" });
	story.view(mother, "expectation", "Dat je ook vraagt hoe het met mij gaat.", { daysAgo: 110 });
	story.view(father, "expectation", "Please send me the text in English, then I can prepare.", { daysAgo: 110, language: "en" });
	story.contact("visit", [mother, father, boy, girl], "", 110);
	story.contact("call", [father], "", 64);
	story.contact("visit", [mother, boy], "De nieuwe stoel van Milan bekeken.", 31);
	story.contact("message", [mother, father], "Over de dag om samen terug te kijken.", 9);
	story.step("clarify", "concluded", {
		conclusion: "Hoe helpen we Milan verder en blijft er lucht over voor Ella en voor ons?",
		professional: "Vraag om steun bij de ontwikkeling van Milan, met oog voor zus en ouders.",
		agreements: "Kwame krijgt alles ook in het Engels. We bellen op maandag.",
		daysAgo: 106,
	});
	story.view(mother, "strength", "Milan is zo vrolijk. Hij danst op elk liedje.", { theme: "child_behaviour", about: boy, daysAgo: 102 });
	story.view(father, "strength", "We are a good team. We talk every evening, even when we are tired.", {
		theme: "parent_behaviour",
		daysAgo: 101,
		language: "en",
	});
	story.view(mother, "strength", "Ella voelt precies aan wat Milan bedoelt.", { theme: "child_behaviour", about: girl, daysAgo: 102 });
	story.view(mother, "concern", "Aan tafel is het elke dag strijd.", { theme: "daily_care", about: boy, daysAgo: 102 });
	story.view(father, "concern", "Ella asks for less and less. That worries me.", {
		theme: "child_behaviour",
		about: girl,
		daysAgo: 101,
		language: "en",
	});
	story.view(mother, "concern", "Ik slaap al maanden niet door.", { theme: "health", about: mother, daysAgo: 100 });
	story.load(mother, 5, 2, "Ik ben op.", 100);
	story.load(mother, 3, 4, "Het gaat beter sinds ik slaap.", 12);
	story.load(father, 4, 4, "Busy but strong.", 99);
	const picture = story.step("strengths", "concluded", {
		conclusion: "Een warm gezin met veel liefde en weinig slaap. Milan heeft vaste stappen nodig, Ella tijd, en Lotte rust.",
		professional: "Sterke ouders, hoge belasting. Ontwikkeling van Milan vraagt voorspelbaarheid. Zus dreigt naar de achtergrond te raken.",
		daysAgo: 93,
	});
	for (const person of [mother, father]) story.position(person, "shared_picture", picture, "agree", { daysAgo: 94 });
}
