import { type Place, type StoryPerson, tellFamily } from "../../packages/testing/src/family-story.ts";
import { addHelp } from "../../packages/testing/src/family-story-help.ts";
import {
	addAction,
	addEvaluation,
	addGoal,
	addHeldEvaluation,
	addMilestone,
	addTalk,
	addTie,
	addVersion,
	type Levels,
} from "../../packages/testing/src/family-story-plan.ts";
import { addReview } from "../../packages/testing/src/family-story-review.ts";
import { type EverydayStory, everydayStories } from "./everyday-stories.ts";
import { tellThinkingAlong } from "./thinking-along.ts";

/** What is going on with a family, and so what its coordinator sees in the list. */
export type Scene =
	| "new"
	| "clarifying"
	| "strengths"
	| "goals"
	| "network"
	| "help"
	| "running"
	| "overdue"
	| "soon"
	| "question"
	| "fresh question"
	| "explain"
	| "version"
	| "disagreement"
	| "review"
	| "advised"
	| "help waiting"
	| "stalled"
	| "closed";

export type LightFamily = { name: string; parents: string[]; children: [name: string, age: number][]; scene: Scene };

/** How many of the six steps are concluded in each scene. */
const concluded: Record<Scene, number> = {
	new: 0,
	clarifying: 0,
	strengths: 1,
	goals: 2,
	network: 3,
	help: 4,
	running: 5,
	overdue: 5,
	soon: 5,
	question: 2,
	"fresh question": 3,
	explain: 2,
	version: 4,
	disagreement: 3,
	review: 1,
	advised: 1,
	"help waiting": 5,
	stalled: 1,
	closed: 6,
};

/** So long ago a plan was closed: the six weeks after which the coordinator asks how it goes are over today. */
const closedDaysAgo = 42;

const stepKinds = ["clarify", "strengths", "goals", "network", "help", "evaluate"] as const;

/** Tells an everyday family, with as much of the plan as fits its scene. */
export function tellLightFamily(
	place: Place,
	family: LightFamily,
	index: number,
	{ scientist, colleague }: { scientist: StoryPerson; colleague: StoryPerson },
): string {
	const { scene } = family;
	const done = concluded[scene];
	const closed = scene === "closed";
	const opened = scene === "new" ? 1 + (index % 3) : closed ? 190 : 14 + done * 16 + (index % 9);
	const story = tellFamily(place, family.name, opened);
	const year = place.now.getUTCFullYear();
	const familyName = family.name.replace(/^Gezin /, "");
	const parents = family.parents.map((givenName, nth) =>
		story.person("parent", {
			givenName,
			familyName,
			role: nth === 0 ? "moeder" : "vader",
			bornOn: `${year - 33 - ((index * 7 + nth) % 14)}-04-1${nth}`,
			account: scene !== "new",
		}),
	);
	const children = family.children.map(([givenName, age], nth) =>
		story.person("child", { givenName, familyName, bornOn: `${year - age}-01-0${nth + 2}` }),
	);
	// From twelve on a child decides along; from sixteen on in the place of the parents.
	const ageOf = new Map(children.map((child, nth) => [child, family.children[nth]?.[1] ?? 0]));
	const deciding = [
		...([...ageOf.values()].some((age) => age < 16) ? parents : []),
		...children.filter((child) => (ageOf.get(child) ?? 0) >= 12),
	];
	const [first, second = first] = parents as [StoryPerson, StoryPerson?];
	const child = children[0] as StoryPerson;
	for (const parent of parents) {
		for (const each of children) story.kin(parent, "parent", each);
		story.authority(parent, children);
	}
	for (const sibling of children.slice(1)) story.kin(child, "sibling", sibling);
	story.household(
		"Thuis",
		[...parents, ...children].map((person) => [person, "full"]),
	);
	if (scene === "new") return story.familyId;

	const fitting = everydayStories.filter(({ alone }) => !alone || parents.length === 1);
	const everyday = fitting[index % fitting.length] as EverydayStory;
	const told = (text: string) => text.replaceAll("{child}", child.givenName);
	const last = scene === "stalled" ? 38 : closed ? closedDaysAgo + 4 : 3 + (index % 6);
	story.view(first, "question", told(everyday.question), { daysAgo: opened - 3 });
	story.view(second, "wish", told(everyday.wish), { daysAgo: opened - 4 });
	if (scene === "stalled") {
		// Everything happened long ago: nothing since.
		const moved = story.day(60);
		Object.assign(story.plan, { openedOn: moved, createdAt: story.at(60) });
		for (const view of story.rows.of("view", (row) => row.familyId === story.familyId))
			Object.assign(view, { createdAt: story.at(52), updatedAt: story.at(52) });
	}
	Object.assign(
		story.plan,
		done > 0 ? { route: index % 4 === 0 ? "light" : "full", routeReason: "Zo samen gekozen, na het eerste gesprek." } : {},
	);
	const stepIds = stepKinds.map((kind, nth) => {
		if (nth > done) return "";
		const conclusion =
			[
				everyday.conclusion,
				everyday.picture,
				told(everyday.goal),
				"We vragen eerst de mensen om ons heen.",
				`${everyday.help} past het best bij ons.`,
				"",
			][nth] ?? "";
		return story.step(
			kind,
			nth < done ? "concluded" : "in_progress",
			nth < done ? { conclusion: told(conclusion), daysAgo: scene === "stalled" ? 40 : Math.max(last, opened - 8 - nth * 14) } : {},
		);
	});
	// One of them did not say yet whether it is seen well.
	const silent = scene === "network" && index % 3 === 0 ? second : undefined;
	if (done >= 2)
		for (const person of deciding.filter((each) => each !== silent))
			story.position(person, "shared_picture", stepIds[1] as string, "agree", { daysAgo: Math.max(last, opened - 9 - 14) });
	if (done >= 1 && scene !== "stalled") {
		story.view(first, "strength", told(everyday.strength), { theme: "child_behaviour", about: child, daysAgo: last + 6 });
		story.view(second, "concern", told(everyday.concern), { theme: everyday.theme, daysAgo: last + 6 });
	}
	if (done >= 1) {
		story.contact("visit", [first, second], "", opened - 4);
		story.contact(index % 3 === 0 ? "visit" : "call", [index % 2 === 0 ? first : second], "", Math.min(last, opened - 5));
	}
	if (family.name === "Gezin Schouten") {
		// A child that stays elsewhere for a while: the next talk with the parents is nearly due.
		Object.assign(story.plan, { placement: "foster_return" });
		for (const contact of story.rows.of("contact_moment", (row) => row.familyId === story.familyId))
			Object.assign(contact, { heldOn: story.day(37), createdAt: story.at(37) });
	}
	if (family.name === "Gezin Lim")
		addMilestone(story, {
			about: child,
			kind: "school_change",
			inDays: 9,
			text: "Naar de school aan het plein.",
			by: first,
			daysAgo: last,
		});
	const goalId = done >= 2 ? tellGoal() : "";
	if (done >= 3)
		addTie(story, {
			name: everyday.tie[0],
			kind: everyday.tie[1],
			closeness: 1,
			support: true,
			text: everyday.tie[2],
			by: first,
			daysAgo: last + 3,
		});
	if (done >= 5) tellHelp();

	story.comment(first, "comment", "Fijn gesprek vandaag. Dank je wel.", {
		daysAgo: last + 2,
		answer: { text: "Dat vond ik ook. Ik bel jullie maandag.", daysAgo: last },
	});
	switch (scene) {
		case "question":
			story.comment(first, "question", told(everyday.ask), { daysAgo: 8 + (index % 4), about: "step", aboutId: stepIds[done] as string });
			break;
		case "fresh question":
			story.comment(first, "question", told(everyday.ask), { daysAgo: 1, toTeam: index % 2 === 0 });
			break;
		case "explain":
			story.position(second, "goal", goalId, "explain", { text: "Wat bedoelen we met de middelste trede?", daysAgo: 3 });
			break;
		case "disagreement":
			story.position(second, "goal", goalId, "disagree", { text: "Dit gaat mij te snel. Kunnen we eerst rustig beginnen?", daysAgo: 4 });
			if (index % 2 === 0)
				addTalk(story, {
					goalId,
					with: [first, second],
					text: "We bedenken elk een eerste stapje dat wel past. Volgende week praten we verder.",
					daysAgo: 2,
				});
			break;
		case "version":
			addVersion(story, parents, [{ person: first, answer: "agree", daysAgo: 4 }], 6);
			break;
		case "review":
			addReview(story, {
				question: `Bij ${child.givenName} speelt er veel tegelijk. Wat missen we nog in het beeld?`,
				askedDaysAgo: 6 + (index % 5),
				...(index >= 20 && { urgentBecause: "De school belt elke dag, en het wordt thuis steeds stiller." }),
			});
			break;
		case "advised":
			addReview(story, {
				question: "Kunnen we hier al doelen kiezen, of moeten we eerst meer weten?",
				askedDaysAgo: 9,
				scientist,
				advice: `Het beeld is rijk genoeg om te beginnen. Vraag ${child.givenName} zelf nog wat er goed gaat op school, en begin met een klein doel dat snel lukt.`,
				advisedDaysAgo: 2,
				steps: [
					{ step: "strengths", text: `Vraag ook wat ${child.givenName} zelf vindt dat goed gaat.` },
					{ step: "goals", text: "Begin met een klein doel dat binnen een maand kan lukken." },
				],
			});
			break;
		default:
	}
	tellThinkingAlong(story, family.name, { first, child, scientist, colleague });
	return story.familyId;

	function tellGoal(): string {
		const id = addGoal(story, {
			text: told(everyday.goal),
			theme: everyday.theme,
			forKind: "child",
			forPerson: child,
			levels: everyday.levels.map(told) as Levels,
			startLevel: -2 + (index % 2),
			state: closed ? "achieved" : done >= 5 ? "active" : done >= 3 ? "agreed" : "proposed",
			by: first,
			daysAgo: last + 5,
		});
		const undecided = scene === "explain" || scene === "disagreement";
		for (const person of undecided ? deciding.filter((each) => each !== second) : deciding)
			story.position(person, "goal", id, "agree", { daysAgo: last + 4 });
		addAction(story, { goalId: id, person: first, text: told(everyday.step), repeats: "weekly", daysAgo: last + 4 });
		return id;
	}

	function tellHelp(): void {
		const due = closed ? -closedDaysAgo : scene === "overdue" ? -(4 + (index % 12)) : scene === "soon" ? 1 + (index % 6) : 24 + index;
		const waiting = scene === "help waiting";
		Object.assign(story.plan, { groupPlanOfferedOn: story.day(last + 30), groupPlanAnswer: index % 3 === 0 ? "yes" : "no" });
		const { decisionId } = addHelp(story, {
			what: everyday.help,
			why: "Dit past bij ons en begint dichtbij huis.",
			tookPart: [...parents, story.coordinator],
			provider: everyday.provider,
			daysAgo: last + 46,
			startedDaysAgo: waiting ? -20 : last + 40,
			endsIn: closed ? -closedDaysAgo : 90,
			evaluationIn: due,
			state: waiting ? "waiting" : closed ? "completed" : "running",
			waitingDays: waiting ? 47 : undefined,
		});
		for (const person of deciding) story.position(person, "decision", decisionId, "agree", { daysAgo: last + 45 });
		if (closed) tellClosing();
		else addEvaluation(story, due, last + 46);
		addVersion(
			story,
			parents,
			parents.map((person) => ({ person, answer: "agree" as const, daysAgo: last + 43 })),
			last + 45,
		);
	}

	/** The goal is reached and the family goes on alone; somebody asks how it goes after six weeks. */
	function tellClosing(): void {
		const why = "Het lukt nu zelf. We weten wat ons helpt als het weer lastig wordt.";
		addHeldEvaluation(story, {
			daysAgo: closedDaysAgo,
			decision: "close",
			why,
			whatWorked: "Elke week kort samen kijken wat er goed ging.",
			proudOf: "Dat we het volhielden, ook in de drukke weken.",
			whatNext: "We houden de vaste avond. Oma komt nog elke maand eten.",
		});
		Object.assign(story.plan, {
			state: "closed",
			closedOn: story.day(closedDaysAgo),
			closingReason: why,
			closingKind: "goals_reached",
			aftercare: "De school houdt een oogje in het zeil. Een half jaar lang kan het gezin zonder wachten terugkomen.",
			turnTo: "Marit, op werkdagen per telefoon. Daarna de wijkverpleegkundige.",
			checkInOn: story.day(0),
			wantsMilestones: true,
		});
	}
}
