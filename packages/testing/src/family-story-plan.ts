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
		decision: "go_on" | "adjust" | "step_up" | "step_down" | "close";
		why: string;
		whatWorked: string;
		proudOf: string;
		whatNext: string;
		/** Left out when the plan closes. */
		nextIn?: number;
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
		nextOn: nextIn === undefined ? null : story.day(-nextIn),
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
