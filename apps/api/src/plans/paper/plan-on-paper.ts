import type { PlanContent } from "@samenplan/contract/plans";
import type { StatementObject } from "@samenplan/contract/statements";
import { analysisBases, analysisKinds, themes } from "@samenplan/contract/steps";
import { dayInWords } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import type { SayIn } from "@samenplan/language/say";
import type { Paper } from "./paper.ts";

export type Writing = { paper: Paper; content: PlanContent; say: SayIn; locale: string; nameOf: (personId: string | null) => string };

/**
 * The plan from its people to its agreements, in the order and with the headings of the screen: whoever answered on a phone finds the
 * same text on paper. A part with nothing in it is left out.
 */
export function writePlan(writing: Writing): void {
	const { paper, content, say } = writing;
	const step = (kind: string) => content.steps.find((each) => each.kind === kind);
	paper.heading(2, say("versions.doc.people"));
	paper.list(
		content.family.persons.map((person) => ({
			label: fullName(person),
			text: person.role || say(`term.involvementRelations.${person.relation}`),
		})),
	);
	writeBegin(writing);
	part(writing, say("versions.doc.question"), [step("clarify")?.conclusion, ...viewsOn(content, "question")], () => {
		conclusion(writing, "clarify");
		quotes(writing, viewsOn(content, "question"));
	});
	for (const subject of ["wish", "worry", "earlier_help"] as const)
		part(writing, say(`clarify.doc.${subject}`), viewsOn(content, subject), () => quotes(writing, viewsOn(content, subject)));
	part(writing, say("versions.doc.expectations"), viewsOn(content, "expectation"), () => quotes(writing, viewsOn(content, "expectation")));
	part(writing, say("versions.doc.picture"), [step("strengths")?.conclusion, step("strengths")?.professionalConclusion], () =>
		conclusion(writing, "strengths"),
	);
	writeThemes(writing);
	writeLoad(writing);
	writeUnderstanding(writing);
	writeGoals(writing);
	writeNetwork(writing);
	writeHelp(writing);
	writeAgreements(writing);
}

/** A part under its heading, left out when there is nothing in it. */
function part({ paper }: Writing, title: string, show: readonly unknown[], write: () => void): void {
	if (!show.some(Boolean)) return;
	paper.heading(2, title);
	write();
}

/** A text under its name, or nothing. */
function named({ paper }: Writing, label: string, text: string | undefined, language?: string): void {
	if (text) paper.words({ label: `${label}:`, text, ...(language && { language }) });
}

const viewsOn = (content: PlanContent, ...subjects: PlanContent["views"][number]["subject"][]) =>
	content.views.filter(({ subject }) => subjects.includes(subject));

function quotes(writing: Writing, views: PlanContent["views"]): void {
	const { paper, say, nameOf } = writing;
	for (const view of views) {
		const notes = [
			view.aboutPersonId && say("versions.doc.about", { name: nameOf(view.aboutPersonId) }),
			view.safetyKind && say(`term.safetyKinds.${view.safetyKind}`),
			view.recorded && say("positions.recorded", { name: nameOf(view.writtenBy), who: nameOf(view.personId) }),
		].filter(Boolean);
		paper.quote({ who: nameOf(view.personId), note: notes.join(", "), text: view.text, language: view.language });
		statements(writing, "view", view.id);
	}
}

/** What we say together at the end of a step, in the family's words and beside it in professional ones. */
function conclusion(writing: Writing, kind: PlanContent["steps"][number]["kind"]): void {
	const step = writing.content.steps.find((each) => each.kind === kind);
	if (!step) return;
	if (step.conclusion) writing.paper.words({ text: step.conclusion }, kind === "clarify" || kind === "strengths" ? "lead" : "plain");
	if (step.professionalConclusion)
		writing.paper.words({ label: writing.say("versions.doc.professional"), text: step.professionalConclusion }, "quiet");
	statements(writing, "step", step.id);
}

function statements({ paper, content, say, nameOf }: Writing, object: StatementObject, objectId: string): void {
	for (const each of content.statements ?? [])
		if (each.object === object && each.objectId === objectId)
			paper.quote({ who: say("my-data.statement.of", { name: nameOf(each.personId) }), text: each.text, language: each.language });
}

/** How it began: who sent the family, what a judge decided, and what was done at once. */
function writeBegin(writing: Writing): void {
	const { paper, content, say, locale, nameOf } = writing;
	const { plan, crisisActs: acts = [] } = content;
	const away = plan.placement !== undefined && plan.placement !== "home";
	part(writing, say("clarify.start"), [plan.referrer, plan.courtOrderOn, plan.courtOrder, plan.ownChoices, away, ...acts], () => {
		named(writing, say("clarify.start.referrer"), plan.referrer);
		named(writing, say("clarify.start.why"), plan.referralReason);
		if (plan.courtOrderOn) paper.words({ text: say("clarify.frame.on", { day: dayInWords(plan.courtOrderOn, locale) }) });
		named(writing, say("clarify.frame.stands"), plan.courtOrder);
		named(writing, say("clarify.frame.choose"), plan.ownChoices);
		if (away && plan.placement) {
			const count = content.family.persons.filter(({ relation }) => relation === "child").length;
			named(writing, say("clarify.frame.placement", { count }), say(`term.placements.${plan.placement}`));
		}
		if (acts.length > 0) paper.heading(3, say("clarify.acts"));
		paper.list(
			acts.map((act) => {
				const by = say("clarify.acts.by", { name: act.doneBy ? nameOf(act.doneBy) : act.doneByWho, day: dayInWords(act.doneOn, locale) });
				return { text: `${act.what} ${by}`, language: act.language };
			}),
		);
	});
}

/** Per theme what goes well, then what is hard. */
function writeThemes(writing: Writing): void {
	const { paper, content, say } = writing;
	for (const theme of [...themes, null]) {
		const on = (...subjects: ("strength" | "resource" | "concern" | "safety")[]) =>
			viewsOn(content, ...subjects).filter((view) => view.theme === theme);
		const [strengths, concerns] = [on("strength", "resource"), on("concern", "safety")];
		if (strengths.length + concerns.length === 0) continue;
		paper.heading(2, theme ? say(`term.themes.${theme}`) : say("versions.doc.other-theme"));
		for (const [title, views] of [
			["strengths", strengths],
			["concerns", concerns],
		] as const)
			if (views.length > 0) {
				paper.heading(3, say(`versions.doc.${title}`));
				quotes(writing, views);
			}
	}
}

function writeLoad(writing: Writing): void {
	const { paper, content, say, nameOf } = writing;
	part(writing, say("versions.doc.load"), content.loadCapacity, () => {
		for (const each of content.loadCapacity)
			paper.quote({
				who: nameOf(each.personId),
				note: say("versions.doc.load-of", { load: each.load, capacity: each.capacity }),
				text: each.text,
			});
	});
}

/** What is going on and why, what is found out, and words that people use differently. */
function writeUnderstanding(writing: Writing): void {
	const { paper, content, say, nameOf } = writing;
	const { sharedWords = [], inquiries = [], analysisPoints = [] } = content;
	part(writing, say("strengths.analysis"), analysisPoints, () => {
		for (const kind of analysisKinds) {
			const points = analysisBases.flatMap((basis) => analysisPoints.filter((point) => point.kind === kind && point.basis === basis));
			if (points.length === 0) continue;
			paper.heading(3, say(`term.analysisKinds.${kind}`));
			paper.list(
				points.map(({ basis, text, aboutPersonId, language }) => ({
					label: say(`term.analysisBases.${basis}`),
					text: aboutPersonId ? `${text} (${say("versions.doc.about", { name: nameOf(aboutPersonId) })})` : text,
					language,
				})),
			);
		}
	});
	const open = inquiries.filter(({ state }) => state !== "dropped");
	part(writing, say("strengths.inquiry"), open, () => {
		for (const each of open) {
			paper.words({
				...(each.personId && { label: `${nameOf(each.personId)}:` }),
				text: [each.question, each.how, each.instrument, each.suitsWords].filter(Boolean).join(" "),
				language: each.language,
			});
			named(writing, say("strengths.inquiry.found"), each.found, each.language);
		}
	});
	part(writing, say("strengths.words"), sharedWords, () => {
		for (const each of sharedWords) {
			paper.heading(3, each.word, each.language);
			named(writing, say("strengths.words.family"), each.familyMeans, each.language);
			named(writing, say("strengths.words.professional"), each.professionalMeans, each.language);
			named(writing, say("strengths.words.home"), each.atHome, each.language);
		}
	});
}

function writeGoals(writing: Writing): void {
	const { paper, content, say, locale, nameOf } = writing;
	const goals = content.goals.filter(({ state }) => state !== "stopped");
	const stepsOf = (goalId: string | null) =>
		paper.list(
			content.actions
				.filter((action) => action.goalId === goalId)
				.map((action) => ({
					label: nameOf(action.personId),
					text: [
						action.text,
						action.repeats !== "once" && say(`term.repeats.${action.repeats}`),
						action.dueOn && say("versions.doc.due", { day: dayInWords(action.dueOn, locale) }),
					]
						.filter(Boolean)
						.join(" · "),
					language: action.language,
				})),
		);
	part(writing, say("versions.doc.goals"), [...goals, ...content.actions], () => {
		for (const goal of goals) {
			paper.heading(3, goal.text, goal.language);
			const whose = [
				goal.forKind && say(`term.goalFor.${goal.forKind}`),
				goal.forPersonId && nameOf(goal.forPersonId),
				say(`term.goalTerms.${goal.term}`),
				goal.state === "achieved" && say("term.goalStates.achieved"),
			].filter(Boolean);
			paper.words({ text: whose.join(" · ") }, "quiet");
			if (goal.professionalText) paper.words({ label: say("versions.doc.professional"), text: goal.professionalText }, "quiet");
			statements(writing, "goal", goal.id);
			if (goal.levels.some(Boolean)) ladder(writing, goal);
			stepsOf(goal.id);
		}
		stepsOf(null);
	});
}

/** The five levels, the highest on top, in the words of the family. */
function ladder({ paper, say }: Writing, goal: PlanContent["goals"][number]): void {
	const rungs = ([2, 1, 0, -1, -2] as const).map((level) => ({ level, text: goal.levels[level + 2] ?? "" }));
	paper.table(
		[
			{ title: say("versions.doc.level"), share: 1 },
			{ title: say("versions.doc.notice"), share: 2 },
		],
		rungs.map(({ level, text }) => [
			{ text: goal.startLevel === level ? `${say(`ui.level.${level}`)} · ${say("ui.ladder.start")}` : say(`ui.level.${level}`) },
			{ text, language: goal.language },
		]),
	);
}

function writeNetwork(writing: Writing): void {
	const { paper, content, say, nameOf } = writing;
	const { networkTies, asks, plan } = content;
	const step = content.steps.find(({ kind }) => kind === "network");
	part(
		writing,
		say("versions.doc.network"),
		[step?.conclusion, step?.professionalConclusion, plan.networkSkippedBecause, ...networkTies, ...asks],
		() => {
			conclusion(writing, "network");
			if (plan.networkSkippedBecause) paper.words({ label: say("versions.doc.why"), text: plan.networkSkippedBecause });
			paper.list(
				networkTies.map((tie) => ({
					label: tie.name,
					text: [say(`term.tieKinds.${tie.kind}`), tie.text].filter(Boolean).join(" · "),
				})),
			);
			paper.list(
				asks.map((ask) => {
					const offers = ask.offers.map(({ personId, tieId, text }) => {
						const who = personId ? nameOf(personId) : (networkTies.find(({ id }) => id === tieId)?.name ?? "");
						return [who, text].filter(Boolean).join(": ");
					});
					return { text: [ask.text, ask.whenText, ...offers].filter(Boolean).join(" · "), language: ask.language };
				}),
			);
		},
	);
}

function writeHelp(writing: Writing): void {
	const { paper, content, say, locale } = writing;
	const step = content.steps.find(({ kind }) => kind === "help");
	part(
		writing,
		say("versions.doc.help"),
		[step?.conclusion, step?.professionalConclusion, ...content.decisions, ...content.helpOptions],
		() => {
			conclusion(writing, "help");
			for (const decision of content.decisions) {
				paper.heading(3, decision.what, decision.language);
				if (decision.why) paper.words({ label: say("versions.doc.why"), text: decision.why, language: decision.language });
				for (const field of ["weighedWishes", "weighedKnowledge", "weighedExperience", "weighedReferral", "weighedRunning"] as const)
					named(writing, say(`versions.field.${field}`), decision[field], decision.language);
				statements(writing, "decision", decision.id);
				for (const help of content.help.filter(({ decisionId }) => decisionId === decision.id)) {
					const period = say("versions.doc.period", {
						from: dayInWords(help.startsOn, locale),
						until: dayInWords(help.endsOn, locale),
						provider: help.provider,
					});
					paper.words({
						text: [help.what !== decision.what && help.what, period, say(`term.helpStates.${help.state}`)].filter(Boolean).join(" · "),
					});
					named(writing, say("versions.field.whoDoesWhat"), help.whoDoesWhat);
					named(writing, say("versions.field.stoppedBecause"), help.stoppedBecause);
					if (help.aftercare) paper.words({ label: say("versions.doc.aftercare"), text: help.aftercare });
					statements(writing, "help", help.id);
				}
			}
			if (content.helpOptions.length === 0) return;
			paper.heading(3, say("versions.doc.compared"));
			for (const option of content.helpOptions) {
				paper.words({ label: option.name, text: option.what });
				const facts = [option.knownToWork, option.waiting, option.distance, option.cost].filter(Boolean);
				if (facts.length > 0) paper.words({ text: facts.join(" · ") }, "quiet");
				paper.list(
					(["preference", "ownOffer", "familyFor", "familyAgainst", "professionalFor", "professionalAgainst"] as const)
						.filter((side) => option[side])
						.map((side) => ({ label: say(`versions.field.${side}`), text: option[side] })),
				);
			}
		},
	);
}

/** What was agreed with each other: contact, what if it does not work, what is written down, and what is shared. */
function writeAgreements(writing: Writing): void {
	const { paper, content, say } = writing;
	const { plan, steps } = content;
	const contact = steps.find(({ kind }) => kind === "clarify")?.agreements;
	const others = steps.filter(({ kind, agreements }) => kind !== "clarify" && agreements);
	const rest = steps.filter(
		({ kind, conclusion: words, professionalConclusion }) => (kind === "goals" || kind === "evaluate") && (words || professionalConclusion),
	);
	const agreed = [contact, plan.whenItFails, plan.writtenDown, plan.sharingAgreements, plan.referrerHears, plan.aftercare, plan.turnTo];
	part(writing, say("versions.doc.agreements"), [...agreed, ...others, ...rest], () => {
		for (const { kind } of rest) conclusion(writing, kind);
		named(writing, say("clarify.contact"), contact);
		named(writing, say("clarify.fails"), plan.whenItFails);
		named(writing, say("clarify.written"), plan.writtenDown);
		named(writing, say("clarify.sharing"), plan.sharingAgreements);
		named(writing, say("clarify.start.hears", { referrer: plan.referrer ?? "" }), plan.referrerHears);
		for (const { agreements } of others) paper.words({ text: agreements });
		named(writing, say("versions.field.aftercare"), plan.aftercare);
		named(writing, say("versions.field.turnTo"), plan.turnTo);
		statements(writing, "plan", plan.id);
	});
}
