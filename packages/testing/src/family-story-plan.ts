import type { Theme } from "@samenplan/contract/steps";
import type { Answer, FamilyStory, StoryPerson } from "./family-story.ts";

/** Five texts, from much less than hoped to much more. */
export type Levels = [string, string, string, string, string];

/** A goal in the family's words; agreed unless said otherwise. */
export function addGoal(
	story: FamilyStory,
	of: {
		text: string;
		professional?: string;
		theme: Theme;
		forKind: "child" | "parent" | "parents_together" | "sibling" | "whole_family";
		forPerson?: StoryPerson;
		levels?: Levels;
		startLevel?: number;
		term?: "short" | "long";
		state?: "proposed" | "agreed" | "active" | "achieved";
		by: StoryPerson;
		fromViewId?: string;
		daysAgo: number;
	},
): string {
	const id = story.newId("goal");
	story.rows.add("goal", {
		id,
		...story.within,
		theme: of.theme,
		forKind: of.forKind,
		forPersonId: of.forPerson?.personId ?? null,
		text: of.text,
		professionalText: of.professional ?? "",
		term: of.term ?? "short",
		state: of.state ?? "agreed",
		levels: of.levels ?? [],
		startLevel: of.startLevel ?? null,
		position: story.rows.of("goal", (row) => row.familyId === story.familyId).length,
		fromViewId: of.fromViewId ?? null,
		writtenBy: of.by.personId,
		language: "nl",
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	return id;
}

/** A small step: who, what, when. */
export function addAction(
	story: FamilyStory,
	of: {
		goalId: string;
		person: StoryPerson;
		text: string;
		dueIn?: number;
		repeats?: "once" | "daily" | "weekly";
		state?: "to_do" | "done" | "did_not_work";
		note?: string;
		daysAgo: number;
	},
): string {
	const id = story.newId("action");
	const reported = of.state !== undefined && of.state !== "to_do";
	story.rows.add("action", {
		id,
		...story.within,
		goalId: of.goalId,
		personId: of.person.personId,
		text: of.text,
		dueOn: of.dueIn === undefined ? null : story.day(-of.dueIn),
		repeats: of.repeats ?? "once",
		state: of.state ?? "to_do",
		note: of.note ?? "",
		reportedAt: reported ? story.at(Math.max(0, of.daysAgo - 7)) : null,
		writtenBy: of.person.personId,
		language: "nl",
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	return id;
}

/** A person or group around the family; closeness 1 is very close. */
export function addTie(
	story: FamilyStory,
	of: {
		name: string;
		kind: string;
		closeness: 1 | 2 | 3;
		support?: boolean;
		strain?: boolean;
		text?: string;
		by: StoryPerson;
		daysAgo: number;
	},
): string {
	const id = story.newId("tie");
	story.rows.add("network_tie", {
		id,
		...story.within,
		name: of.name,
		kind: of.kind,
		closeness: of.closeness,
		givesSupport: of.support ?? false,
		costsEnergy: of.strain ?? false,
		text: of.text ?? "",
		writtenBy: of.by.personId,
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	return id;
}

/** A concrete question to the own network, with the offer of whoever takes it. */
export function addAsk(
	story: FamilyStory,
	of: { text: string; when: string; by: StoryPerson; daysAgo: number; offer?: { tieId: string; text: string } },
): string {
	const id = story.newId("ask");
	const common = { familyId: story.familyId, writtenBy: of.by.personId, createdAt: story.at(of.daysAgo) };
	story.rows.add("ask", {
		id,
		...common,
		planId: story.planId,
		text: of.text,
		whenText: of.when,
		state: of.offer ? "taken" : "open",
		language: "nl",
		version: 1,
	});
	if (of.offer)
		story.rows.add("offer", { id: story.newId("offer"), ...common, askId: id, tieId: of.offer.tieId, personId: null, text: of.offer.text });
	return id;
}

/** A way to get help, as the family and the coordinator see it. */
export function addOption(
	story: FamilyStory,
	of: {
		name: string;
		what: string;
		knownToWork: string;
		familyFor: string;
		familyAgainst: string;
		professionalFor: string;
		professionalAgainst: string;
		waiting: string;
		distance: string;
		cost: string;
		/** What the family would like best about it, and what the professional can do themselves. */
		preference?: string;
		ownOffer?: string;
		recommended?: boolean;
		daysAgo: number;
	},
): string {
	const id = story.newId("option");
	const { daysAgo, ...texts } = of;
	story.rows.add("help_option", {
		id,
		...story.within,
		preference: "",
		ownOffer: "",
		recommended: false,
		...texts,
		writtenBy: story.coordinator.personId,
		version: 1,
		createdAt: story.at(daysAgo),
	});
	return id;
}

/** The joint decision, and the help that follows from it with its period. */
export function addHelp(
	story: FamilyStory,
	of: {
		optionId?: string;
		what: string;
		why: string;
		tookPart: StoryPerson[];
		provider: string;
		daysAgo: number;
		startedDaysAgo: number;
		endsIn: number;
		evaluationIn: number;
		state?: "planned" | "waiting" | "running";
		waitingDays?: number;
		aftercare?: string;
		whoDoesWhat?: string;
		/** The other options that lay beside the one that was chosen. */
		comparedWith?: string[];
		weighed?: { knowledge?: string; experience?: string; wishes?: string; referral?: string; running?: string };
	},
): { decisionId: string; helpId: string } {
	const decisionId = story.newId("decision");
	const helpId = story.newId("help");
	story.rows.add("decision", {
		id: decisionId,
		...story.within,
		optionId: of.optionId ?? null,
		compared: [...(of.optionId ? [of.optionId] : []), ...(of.comparedWith ?? [])],
		weighedKnowledge: of.weighed?.knowledge ?? "",
		weighedExperience: of.weighed?.experience ?? "",
		weighedWishes: of.weighed?.wishes ?? "",
		weighedReferral: of.weighed?.referral ?? "",
		weighedRunning: of.weighed?.running ?? "",
		what: of.what,
		why: of.why,
		tookPart: of.tookPart.map(({ personId }) => personId),
		decidedOn: story.day(of.daysAgo),
		writtenBy: story.coordinator.personId,
		language: "nl",
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	story.rows.add("help", {
		id: helpId,
		...story.within,
		decisionId,
		what: of.what,
		provider: of.provider,
		startsOn: story.day(of.startedDaysAgo),
		endsOn: story.day(-of.endsIn),
		evaluationOn: story.day(-of.evaluationIn),
		aftercare: of.aftercare ?? "",
		whoDoesWhat: of.whoDoesWhat ?? "",
		stoppedBecause: "",
		insteadOfId: null,
		state: of.state ?? "running",
		waitingSince: of.waitingDays === undefined ? null : story.day(of.waitingDays),
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	return { decisionId, helpId };
}

/** Whether the advice fitted, by the person themselves; written down by the coordinator for who has no account. */
export function addAdviceCheck(
	story: FamilyStory,
	helpId: string,
	of: { person: StoryPerson; fitted: "fitted" | "partly" | "not"; text: string; recorded?: boolean; daysAgo: number },
): void {
	story.rows.add("advice_check", {
		id: story.newId("advice"),
		familyId: story.familyId,
		helpId,
		personId: of.person.personId,
		fitted: of.fitted,
		text: of.text,
		writtenBy: of.recorded ? story.coordinator.personId : of.person.personId,
		recorded: of.recorded ?? false,
		language: "nl",
		createdAt: story.at(of.daysAgo),
	});
}

/** How the help goes; whether the advice fitted is said apart, by each for themselves. */
export function addProgress(story: FamilyStory, helpId: string, text: string, daysAgo: number): void {
	story.rows.add("progress_note", {
		id: story.newId("progress"),
		familyId: story.familyId,
		helpId,
		text,
		writtenBy: story.coordinator.personId,
		createdAt: story.at(daysAgo),
	});
}

/** The evaluation that is planned; negative days are overdue. */
export function addEvaluation(story: FamilyStory, dueInDays: number, daysAgo: number): string {
	const id = story.newId("evaluation");
	story.rows.add("evaluation", {
		id,
		...story.within,
		dueOn: story.day(-dueInDays),
		state: "planned",
		writtenBy: story.coordinator.personId,
		version: 1,
		createdAt: story.at(daysAgo),
	});
	return id;
}

/** A talk that was held: what people decided, and what they are proud of. */
export function addHeldEvaluation(
	story: FamilyStory,
	of: {
		daysAgo: number;
		decision: "go_on" | "adjust" | "step_up" | "step_down";
		why: string;
		whatWorked: string;
		proudOf: string;
		whatNext: string;
		nextIn: number;
	},
): string {
	const { daysAgo, nextIn, ...words } = of;
	const id = story.newId("evaluation");
	story.rows.add("evaluation", {
		id,
		...story.within,
		...words,
		dueOn: story.day(daysAgo),
		heldOn: story.day(daysAgo),
		nextOn: story.day(-nextIn),
		state: "held",
		writtenBy: story.coordinator.personId,
		version: 2,
		createdAt: story.at(daysAgo + 40),
	});
	return id;
}

/** A talk about a goal that somebody does not agree with; nothing is decided in it yet. */
export function addTalk(story: FamilyStory, of: { goalId: string; with: readonly StoryPerson[]; text: string; daysAgo: number }): void {
	story.rows.add("disagreement_talk", {
		id: story.newId("disagreement_talk"),
		familyId: story.familyId,
		subject: "goal",
		subjectId: of.goalId,
		subjectVersion: 1,
		heldOn: story.day(of.daysAgo),
		tookPart: [...of.with.map(({ personId }) => personId), story.coordinator.personId],
		text: of.text,
		proceeds: false,
		writtenBy: story.coordinator.personId,
		language: "nl",
		createdAt: story.at(of.daysAgo),
	});
}

/** Something that is coming in a child's life. */
export function addMilestone(
	story: FamilyStory,
	of: { about: StoryPerson; kind: string; inDays: number; text: string; by: StoryPerson; daysAgo: number },
): void {
	story.rows.add("milestone", {
		id: story.newId("milestone"),
		familyId: story.familyId,
		personId: of.about.personId,
		kind: of.kind,
		onDay: story.day(-of.inDays),
		text: of.text,
		doneOn: null,
		writtenBy: of.by.personId,
		language: "nl",
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
}

/** What one person noticed of one goal, given before the talk. */
export function addScore(
	story: FamilyStory,
	evaluationId: string,
	goalId: string,
	person: StoryPerson,
	score: number,
	text: string,
	language: "nl" | "en" = "nl",
): void {
	story.rows.add("evaluation_score", {
		familyId: story.familyId,
		evaluationId,
		goalId,
		personId: person.personId,
		score,
		text,
		language,
		writtenBy: person.personId,
		updatedAt: story.at(1),
	});
}

export function addCooperation(story: FamilyStory, evaluationId: string, person: StoryPerson, scores: Record<number, number>): void {
	for (const [statement, score] of Object.entries(scores))
		story.rows.add("cooperation_answer", {
			familyId: story.familyId,
			evaluationId,
			personId: person.personId,
			statement: Number(statement),
			score,
			text: "",
			updatedAt: story.at(1),
		});
}

/** Puts the plan as it is told so far before people, with the answers that came. Agreed when all have answered. */
export function addVersion(
	story: FamilyStory,
	mustAgree: StoryPerson[],
	answers: { person: StoryPerson; answer: Answer; text?: string; daysAgo: number; language?: "nl" | "en" }[],
	putDaysAgo: number,
): string {
	const id = story.newId("version");
	const agreed = mustAgree.every((person) => answers.some((each) => each.person.personId === person.personId && each.answer !== "explain"));
	const last = Math.min(putDaysAgo, ...answers.map(({ daysAgo }) => daysAgo));
	story.rows.add("plan_version", {
		id,
		...story.within,
		number: 1,
		state: agreed ? "agreed" : "put",
		content: story.content(),
		mustAgree: mustAgree.map(({ personId }) => personId),
		putBy: story.coordinator.personId,
		putAt: story.at(putDaysAgo),
		frozenAt: agreed ? story.at(last) : null,
	});
	for (const { person, answer, ...more } of answers) story.position(person, "plan_version", id, answer, more);
	return id;
}
