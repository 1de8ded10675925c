import type { PlanContent } from "@samenplan/contract/plans";

/**
 * What of a plan is compared between two versions: its words and what was agreed in days, names and choices. What moves by itself
 * while people work (counters, moments, who wrote, what was reported) is no change of the plan.
 */

/** How the value of a field is read: `texts` is a row of texts, a `choice` is a word of a list of the contract. */
export type FieldKind = "text" | "texts" | "day" | "person" | "people" | "number" | "yes_no" | `choice:${string}`;

type Parts = {
	plan: PlanContent["plan"];
	people: PlanContent["family"]["persons"][number];
	crisisActs: NonNullable<PlanContent["crisisActs"]>[number];
	steps: PlanContent["steps"][number];
	views: PlanContent["views"][number];
	loadCapacity: PlanContent["loadCapacity"][number];
	sharedWords: NonNullable<PlanContent["sharedWords"]>[number];
	inquiries: NonNullable<PlanContent["inquiries"]>[number];
	analysisPoints: NonNullable<PlanContent["analysisPoints"]>[number];
	goals: PlanContent["goals"][number];
	actions: PlanContent["actions"][number];
	networkTies: PlanContent["networkTies"][number];
	asks: PlanContent["asks"][number];
	helpOptions: PlanContent["helpOptions"][number];
	decisions: PlanContent["decisions"][number];
	help: PlanContent["help"][number];
	statements: NonNullable<PlanContent["statements"]>[number];
};
export type ComparedPart = keyof Parts;

/** Per part its fields, the words by which a reader knows it first. */
export const comparedFields = {
	plan: {
		route: "choice:routes",
		routeReason: "text",
		placement: "choice:placements",
		courtOrderOn: "day",
		courtOrder: "text",
		ownChoices: "text",
		sharingAgreements: "text",
		whenItFails: "text",
		writtenDown: "text",
		referrer: "text",
		referralReason: "text",
		referrerHears: "text",
		groupPlanAnswer: "choice:groupPlanAnswers",
		groupPlanWords: "text",
		networkSkippedBecause: "text",
		closingReason: "text",
		aftercare: "text",
		turnTo: "text",
		reopenedBecause: "text",
	},
	people: { givenName: "text", familyName: "text", relation: "choice:involvementRelations", role: "text" },
	crisisActs: { what: "text", doneBy: "person", doneByWho: "text", doneOn: "day" },
	steps: { conclusion: "text", professionalConclusion: "text", agreements: "text", reopenedBecause: "text" },
	views: {
		text: "text",
		subject: "choice:viewSubjects",
		theme: "choice:themes",
		safetyKind: "choice:safetyKinds",
		aboutPersonId: "person",
	},
	loadCapacity: { text: "text", load: "number", capacity: "number" },
	sharedWords: { word: "text", familyMeans: "text", professionalMeans: "text", atHome: "text" },
	inquiries: {
		question: "text",
		how: "text",
		instrument: "text",
		suits: "yes_no",
		suitsWords: "text",
		personId: "person",
		dueOn: "day",
		found: "text",
	},
	analysisPoints: {
		text: "text",
		kind: "choice:analysisKinds",
		basis: "choice:analysisBases",
		theme: "choice:themes",
		aboutPersonId: "person",
	},
	goals: {
		text: "text",
		professionalText: "text",
		forKind: "choice:goalFor",
		forPersonId: "person",
		theme: "choice:themes",
		term: "choice:goalTerms",
		levels: "texts",
		startLevel: "number",
	},
	actions: { text: "text", personId: "person", dueOn: "day", repeats: "choice:repeats" },
	networkTies: {
		name: "text",
		kind: "choice:tieKinds",
		text: "text",
		closeness: "number",
		givesSupport: "yes_no",
		costsEnergy: "yes_no",
	},
	asks: { text: "text", whenText: "text" },
	helpOptions: {
		name: "text",
		what: "text",
		knownToWork: "text",
		familyFor: "text",
		familyAgainst: "text",
		professionalFor: "text",
		professionalAgainst: "text",
		waiting: "text",
		distance: "text",
		cost: "text",
		preference: "text",
		ownOffer: "text",
		recommended: "yes_no",
	},
	decisions: {
		what: "text",
		why: "text",
		weighedKnowledge: "text",
		weighedExperience: "text",
		weighedWishes: "text",
		weighedReferral: "text",
		weighedRunning: "text",
		tookPart: "people",
		decidedOn: "day",
	},
	help: {
		what: "text",
		provider: "text",
		whoDoesWhat: "text",
		startsOn: "day",
		endsOn: "day",
		evaluationOn: "day",
		aftercare: "text",
		stoppedBecause: "text",
	},
	statements: { text: "text" },
} as const satisfies { [Part in ComparedPart]: { readonly [Field in keyof Parts[Part]]?: FieldKind } };

/** Not compared, and why: it moves by itself, it says how something is kept, or its own part of the plan shows it. */
export const notCompared = {
	/** Of every part. */
	all: ["id", "version", "createdAt", "updatedAt", "writtenBy", "language", "audience", "readers", "state"],
	plan: [
		"complex",
		"toldFamilyOn",
		"groupPlanOfferedOn",
		"groupPlanAnsweredOn",
		"groupPlanRecorded",
		"closingKind",
		"checkInOn",
		"checkedInOn",
		"checkInWords",
		"wantsMilestones",
		"reopenedOn",
		"openedOn",
		"closedOn",
	],
	/** How somebody reads and is reached is no part of what is agreed. */
	people: [
		"involvementId",
		"bornOn",
		"interpreter",
		"easyText",
		"pictures",
		"readAloud",
		"largeLetters",
		"email",
		"phone",
		"reachNote",
		"reachAudience",
		"hasAccount",
		"invitation",
	],
	steps: ["kind", "concludedAt"],
	views: ["personId", "recorded"],
	loadCapacity: ["personId"],
	goals: ["position", "fromViewId"],
	actions: ["goalId", "note", "reportedAt"],
	asks: ["offers"],
	decisions: ["optionId", "compared"],
	help: ["decisionId", "insteadOfId", "waitingSince", "progress"],
	statements: ["object", "objectId", "personId"],
} as const satisfies { [Part in ComparedPart | "all"]?: readonly string[] };
