import { type Place, tellFamily } from "./family-story.ts";
import { addConsent, standOn } from "./family-story-consent.ts";
import { addAction, addAsk, addGoal, addTie } from "./family-story-plan.ts";

/**
 * A family at step 4: parents who live apart and both matter, a girl of 13 with a login of her own and a boy of 9. Goals have
 * answers; the father asks for an explanation of one; the circle around the family is being drawn.
 */
export function tellFamilyAtNetwork(place: Place) {
	const story = tellFamily(place, "Gezin Visser en Aydın", 66);
	const year = place.now.getUTCFullYear();
	const mother = story.person("parent", {
		givenName: "Anouk",
		familyName: "Visser",
		bornOn: `${year - 41}-06-11`,
		role: "moeder",
		phone: "06-00000041",
		reachAudience: "core",
		account: true,
		email: "anouk.visser@demo.invalid",
		demoNote: "Moeder van Noor en Sem. Woont niet meer samen met Emre.",
		order: 30,
	});
	const father = story.person("parent", {
		givenName: "Emre",
		familyName: "Aydın",
		bornOn: `${year - 43}-09-23`,
		role: "vader",
		account: true,
		email: "emre.aydin@demo.invalid",
		demoNote: "Vader van Noor en Sem. Heeft een eigen huis en een eigen account.",
		order: 31,
	});
	const girl = story.person("child", {
		givenName: "Noor",
		familyName: "Aydın",
		bornOn: `${year - 13}-01-08`,
		role: "dochter",
		account: true,
		email: "noor.aydin@demo.invalid",
		demoNote: "Meisje van 13. Leest en schrijft zelf mee in het plan.",
		order: 32,
	});
	const boy = story.person("child", { givenName: "Sem", familyName: "Aydın", bornOn: `${year - 9}-01-30`, role: "zoon" });
	const partner = story.person("network_member", { givenName: "Grace", familyName: "Mensah", role: "vriendin van Emre", language: "en" });
	for (const child of [girl, boy]) for (const parent of [mother, father]) story.kin(parent, "parent", child);
	story.kin(mother, "former_partner", father);
	story.kin(girl, "sibling", boy);
	story.kin(partner, "partner", father);
	story.authority(mother, [girl, boy]);
	story.authority(father, [girl, boy]);
	story.household(
		"Bij Anouk",
		[
			[mother, "full"],
			[girl, "part"],
			[boy, "part"],
		],
		"Merelhof 8, Voorbeeldstad",
	);
	// They write to each other; the number is for when something is wrong with the children, and goes through the coordinator.
	story.shield(mother, "reach", father);
	story.household("Bij Emre", [
		[father, "full"],
		[partner, "full"],
		[girl, "part"],
		[boy, "part"],
	]);
	Object.assign(story.plan, {
		route: "full",
		routeReason: "Twee huizen en twee kinderen die elk iets anders nodig hebben. We doen alle zes stappen.",
		sharingAgreements: "De mentor van Noor weet dat er een plan is. Wat erin staat, vertelt Noor zelf.",
		courtOrderOn: story.day(75),
		courtOrder: "Noor en Sem wonen om de week bij ieder van jullie. In de vakanties is het de helft.",
		ownChoices: "Hoe het wisselen gaat, wie wat regelt, en wat er bij feesten gebeurt.",
		whenItFails: "Dan wachten we een dag, en praten we er met zijn drieën over.",
		writtenDown: "Wat we samen zeggen. Berichten van elkaar komen er niet in.",
	});

	story.view(mother, "question", "Hoe blijven we samen vader en moeder, nu we apart wonen?", { daysAgo: 62 });
	story.view(father, "question", "Ik wil weten hoe het gaat als de kinderen bij Anouk zijn. En rustig kunnen wisselen op vrijdag.", {
		daysAgo: 61,
	});
	story.view(girl, "question", "Ik wil niet steeds de boodschappen doorgeven tussen papa en mama.", { daysAgo: 60 });
	story.view(boy, "question", "Mijn voetbalspullen liggen altijd in het andere huis.", { daysAgo: 58, recorded: true });
	story.view(mother, "wish", "Dat Noor weer met vriendinnen afspreekt.", { daysAgo: 62 });
	story.view(father, "wish", "Dat we elkaar gewoon gedag zeggen bij de deur.", { daysAgo: 61 });
	story.view(girl, "wish", "Een eigen plek in allebei de huizen.", { daysAgo: 60 });
	story.view(girl, "worry", "Mama, ik durf papa niet te zeggen dat ik liever bij jou studeer.", { daysAgo: 59, onlyFor: [mother] });
	story.view(mother, "worry", "Wij moeten het hier eerst samen over hebben, voor we het vertellen.", { daysAgo: 58, onlyFor: "family" });
	story.view(mother, "expectation", "Luister naar ons allebei en kies geen kant.", { daysAgo: 57 });
	story.view(father, "expectation", "Ik krijg graag dezelfde berichten als Anouk, op hetzelfde moment.", { daysAgo: 57 });
	story.view(girl, "expectation", "Vraag het eerst aan mij voordat je het aan mijn ouders vertelt.", { daysAgo: 56 });
	story.view(girl, "expectation", "Dat ik zeg wat ik wil, ook als het lastig is.", { about: girl, daysAgo: 56 });
	story.contact("visit", [mother, girl, boy], "", 60);
	story.contact("visit", [father, girl, boy], "", 59);
	story.contact("video", [mother, father], "Hoe het wisselen op vrijdag ging.", 27);
	story.contact("call", [girl], "", 6);
	story.step("clarify", "concluded", {
		conclusion: "Hoe maken we van twee huizen een rustig leven voor Noor en Sem?",
		professional: "Vraag naar samenwerking als ouders na de scheiding, en naar de plek van beide kinderen daarin.",
		agreements: "Allebei de ouders krijgen steeds hetzelfde bericht. Noor leest alles mee.",
		daysAgo: 52,
	});

	story.view(mother, "strength", "Noor en Sem zorgen goed voor elkaar. Emre is er altijd als er iets is.", {
		theme: "parent_behaviour",
		about: father,
		daysAgo: 47,
	});
	story.view(father, "strength", "Anouk weet precies wat de kinderen nodig hebben. Dat waardeer ik.", {
		theme: "parent_behaviour",
		about: mother,
		daysAgo: 46,
	});
	story.view(girl, "strength", "Ik kan goed tekenen en ik ben best grappig. Sem en ik lachen veel in de bus.", {
		theme: "child_behaviour",
		about: girl,
		daysAgo: 45,
	});
	story.view(boy, "strength", "Bij papa heb ik een stapelbed en bij mama een hond.", {
		theme: "daily_care",
		about: boy,
		daysAgo: 44,
		recorded: true,
	});
	story.view(mother, "concern", "Noor zit veel op haar kamer en slaapt laat.", { theme: "child_behaviour", about: girl, daysAgo: 47 });
	story.view(father, "concern", "De wissel op vrijdag is druk en gehaast.", { theme: "daily_care", daysAgo: 46 });
	story.view(girl, "concern", "Als ze appen over het rooster krijg ik buikpijn.", { theme: "parent_behaviour", daysAgo: 45 });
	story.load(mother, 4, 3, "Het gaat, maar ik doe veel alleen.", 46);
	story.load(father, 3, 4, "Met Grace erbij is het thuis rustiger.", 45);
	const picture = story.step("strengths", "concluded", {
		conclusion:
			"De kinderen hebben twee ouders die van ze houden. Het schuurt op de momenten tussen de huizen. Daar kunnen we iets aan doen.",
		professional: "Veilige band met beide ouders. Spanning zit in overdracht en rooster, niet in de opvoeding zelf.",
		daysAgo: 38,
	});
	for (const person of [mother, father, girl]) story.position(person, "shared_picture", picture, "agree", { daysAgo: 39 });

	const swap = addGoal(story, {
		text: "De wissel op vrijdag gaat rustig, en wij zeggen elkaar gedag.",
		professional: "Overdracht tussen ouders verloopt ontspannen.",
		theme: "parent_behaviour",
		forKind: "parents_together",
		levels: [
			"We praten niet en het loopt uit op ruzie",
			"We praten niet, maar het blijft stil",
			"We zeggen gedag en spreken de week kort door",
			"We drinken een kop thee met de kinderen",
			"De kinderen merken niets meer van de wissel",
		],
		startLevel: -1,
		by: mother,
		daysAgo: 34,
	});
	const own = addGoal(story, {
		text: "Ik heb in allebei de huizen een eigen plek waar niemand aan mijn spullen komt.",
		theme: "daily_care",
		forKind: "child",
		forPerson: girl,
		levels: [
			"Ik heb nergens een eigen plek",
			"Alleen bij mama heb ik een plek",
			"In elk huis een kast en een lamp van mij",
			"In elk huis een eigen kamer of hoek",
			"Ik voel me in twee huizen echt thuis",
		],
		startLevel: -1,
		by: girl,
		daysAgo: 33,
	});
	const messages = addGoal(story, {
		text: "Wij regelen het rooster samen, zonder dat Noor berichten hoeft door te geven.",
		professional: "Ouders overleggen rechtstreeks, een vast moment in de week.",
		theme: "parent_behaviour",
		forKind: "parents_together",
		levels: [
			"Noor geeft elke dag iets door",
			"Noor geeft soms iets door",
			"Noor geeft niets meer door",
			"We bellen elke zondag tien minuten",
			"We denken als een team vooruit",
		],
		startLevel: -2,
		state: "proposed",
		by: father,
		daysAgo: 30,
	});
	for (const person of [mother, girl]) story.position(person, "goal", swap, "agree", { daysAgo: 28 });
	story.position(father, "goal", swap, "agree_but", { text: "Prima, maar in de winter binnen en niet op de stoep.", daysAgo: 27 });
	story.position(girl, "goal", own, "agree", { text: "Deze heb ik zelf bedacht.", daysAgo: 28 });
	story.position(mother, "goal", own, "agree", { daysAgo: 28 });
	story.position(father, "goal", own, "agree", { daysAgo: 27 });
	story.position(girl, "goal", messages, "agree", { text: "Ja graag!", daysAgo: 28 });
	story.position(mother, "goal", messages, "agree", { daysAgo: 27 });
	story.position(father, "goal", messages, "explain", {
		text: "Moeten we dan elke dag bellen? Of kan het ook op een vast moment?",
		daysAgo: 2,
	});
	addAction(story, {
		goalId: swap,
		person: father,
		text: "Vrijdag om vijf uur aanbellen en even binnenkomen",
		dueIn: 4,
		repeats: "weekly",
		daysAgo: 25,
	});
	addAction(story, {
		goalId: swap,
		person: mother,
		text: "Thee zetten op vrijdag",
		repeats: "weekly",
		state: "done",
		note: "Het was best gezellig.",
		daysAgo: 25,
	});
	addAction(story, { goalId: own, person: father, text: "Met Noor een kast en een lamp uitzoeken", dueIn: 9, daysAgo: 20 });
	addAction(story, {
		goalId: own,
		person: girl,
		text: "Een lijst maken van wat ik in elk huis wil",
		state: "done",
		note: "Klaar! Hangt op mijn deur.",
		daysAgo: 20,
	});
	story.step("goals", "concluded", { conclusion: "Drie doelen: rustig wisselen, een eigen plek, en zelf overleggen.", daysAgo: 16 });

	const network = story.step("network", "in_progress");
	const grandmother = addTie(story, {
		name: "Oma Ineke",
		kind: "family",
		closeness: 1,
		support: true,
		text: "Sem eet daar op woensdag.",
		by: mother,
		daysAgo: 12,
	});
	addTie(story, {
		name: "Grace",
		kind: "family",
		closeness: 1,
		support: true,
		text: "Noor praat graag met haar, half in het Engels.",
		by: father,
		daysAgo: 11,
	});
	addTie(story, {
		name: "Amca Hakan",
		kind: "family",
		closeness: 2,
		support: true,
		text: "Gaat met Sem naar voetbal.",
		by: father,
		daysAgo: 11,
	});
	addTie(story, { name: "Fleur", kind: "friend", closeness: 1, support: true, text: "Mijn beste vriendin.", by: girl, daysAgo: 9 });
	addTie(story, {
		name: "Mentor Pieter Kok",
		kind: "school",
		closeness: 2,
		support: true,
		text: "Noor mag altijd even binnenlopen.",
		by: girl,
		daysAgo: 9,
	});
	addTie(story, {
		name: "Groepsapp van de familie",
		kind: "family",
		closeness: 3,
		strain: true,
		text: "Soms te veel meningen.",
		by: mother,
		daysAgo: 8,
	});
	const wednesday = addAsk(story, {
		text: "Kan iemand Sem op woensdag van school halen?",
		when: "Woensdag om half een",
		by: mother,
		daysAgo: 10,
		offer: { tieId: grandmother, text: "Ik haal hem op en we eten samen een boterham." },
	});
	addAsk(story, { text: "Wie gaat er zaterdag met Sem mee naar voetbal?", when: "Zaterdag om negen uur", by: father, daysAgo: 6 });

	story.comment(girl, "question", "Mag ik ook alleen met jou praten, zonder papa en mama?", {
		daysAgo: 20,
		readers: [story.coordinator],
		answer: { text: "Ja, altijd. Donderdag na school ben ik bij jou in de buurt. Jij kiest waar.", daysAgo: 19 },
	});
	story.comment(mother, "comment", "Fijn dat Noor dit zelf heeft opgeschreven.", { about: "goal", aboutId: own, daysAgo: 26 });
	story.comment(father, "comment", "Grace wil ook wel meedenken. Zij leest Engels.", { about: "step", aboutId: network, daysAgo: 7 });
	tellWhoElseMayRead();
	story.looked(story.coordinator, "coordinator", "read", "plan", "plans.read-plan", 0);
	story.looked(story.coordinator, "coordinator", "update", "goal", "goals.write", 16);
	story.looked(father, "parent_with_authority", "read", "plan", "plans.read-plan", 2);
	story.looked(girl, "young_person", "read", "plan", "plans.read-plan", 1);
	return {
		familyId: story.familyId,
		planId: story.planId,
		name: story.name,
		coordinator: story.coordinator,
		mother,
		father,
		girl,
		boy,
		goals: { swap, own, messages },
	};

	/** The mentor reads one goal of Noor, grandmother what was asked of her; of one question the father has not said anything yet. */
	function tellWhoElseMayRead(): void {
		const mentor = story.person("professional", {
			givenName: "Pieter",
			familyName: "Kok",
			role: "mentor van Noor",
			account: true,
			email: "pieter.kok@demo.invalid",
			demoNote: "Mentor van Noor op school. Leest alleen het ene doel dat met hem gedeeld is.",
			order: 36,
		});
		const ineke = story.person("network_member", {
			givenName: "Ineke",
			familyName: "Visser",
			role: "oma",
			account: true,
			email: "ineke.visser@demo.invalid",
			demoNote: "Oma van Noor en Sem. Ziet wat haar gevraagd is, en niets van het plan.",
			order: 37,
		});
		const coach = story.coordinator;
		const involve = addConsent(story, {
			kind: "involve",
			about: girl,
			to: mentor,
			what: "Meneer Kok doet mee. Hij leest het doel over een eigen plek.",
			why: "Noor praat er op school graag met hem over.",
			by: coach,
			daysAgo: 15,
			answers: [
				{ person: girl, answer: "given", text: "Alleen dit doel, meer niet.", daysAgo: 15 },
				{ person: mother, answer: "given", daysAgo: 14 },
				{ person: father, answer: "given", daysAgo: 13 },
			],
			parts: [{ object: "goal", objectId: own }],
		});
		standOn(story, mentor, involve);
		addConsent(story, {
			kind: "share",
			about: mother,
			to: ineke,
			what: "Kan iemand Sem op woensdag van school halen?",
			why: "",
			by: mother,
			daysAgo: 10,
			answers: [{ person: mother, answer: "given", daysAgo: 10 }],
			parts: [{ object: "ask", objectId: wednesday }],
		});
		addAction(story, { goalId: swap, person: ineke, text: "Sem op woensdag van school halen", repeats: "weekly", daysAgo: 9 });
		addConsent(story, {
			kind: "ask_information",
			about: boy,
			to: "de juf van Sem",
			what: "We vragen de juf of zij merkt op welke dagen Sem moe is.",
			why: "Dan weten we of het wisselen op vrijdag goed valt.",
			by: coach,
			daysAgo: 4,
			answers: [{ person: mother, answer: "given", daysAgo: 3 }],
		});
	}
}
