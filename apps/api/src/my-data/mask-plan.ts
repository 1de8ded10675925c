import type { WholePlan } from "@samenplan/contract/plans";
import { fullName } from "@samenplan/language/names";
import { maskSteps } from "./mask-steps.ts";
import type { Parts } from "./readable.ts";

export type Masking = {
	/** Children whose own words are theirs: this asker may not inspect their file. */
	childrenKeptOut: ReadonlySet<string>;
};

/**
 * One plan as it is given out: an allowlist of what the law lets the asker have, with names instead of identifiers. It starts from
 * the plan as the asker may read it, so what is for others is not there to begin with; on top of that it leaves out how others can
 * be reached, when they were born, and the own words of children whose file the asker may not inspect.
 */
export function maskPlan(plan: WholePlan, { childrenKeptOut }: Masking): Parts {
	const people = [...plan.family.persons, ...plan.others];
	const nameOf = (id: string | null) => {
		const person = people.find((each) => each.id === id);
		return person ? fullName(person) : "";
	};
	const open = <Of extends { personId: string }>(rows: readonly Of[]) => rows.filter(({ personId }) => !childrenKeptOut.has(personId));
	const written = <Of extends { writtenBy: string }>(rows: readonly Of[]) =>
		rows.filter(({ writtenBy }) => !childrenKeptOut.has(writtenBy));
	const seenViews = open(plan.views);
	return {
		people: plan.family.persons.map((person) => ({ name: fullName(person), relation: person.relation, role: person.role })),
		plan: [
			{
				state: plan.plan.state,
				openedOn: plan.plan.openedOn,
				closedOn: plan.plan.closedOn,
				route: plan.plan.route,
				routeReason: plan.plan.routeReason,
				sharingAgreements: plan.plan.sharingAgreements,
				whenItFails: plan.plan.whenItFails,
				writtenDown: plan.plan.writtenDown,
				referrer: plan.plan.referrer,
				referralReason: plan.plan.referralReason,
				referrerHears: plan.plan.referrerHears,
				courtOrder: plan.plan.courtOrder,
				ownChoices: plan.plan.ownChoices,
				groupPlanWords: plan.plan.groupPlanWords,
				closingReason: plan.plan.closingReason,
				closingKind: plan.plan.closingKind,
				aftercare: plan.plan.aftercare,
				turnTo: plan.plan.turnTo,
				checkInWords: plan.plan.checkInWords,
				reopenedBecause: plan.plan.reopenedBecause,
			},
		],
		steps: plan.steps.map(({ kind, state, conclusion, professionalConclusion, agreements, reopenedBecause }) => ({
			kind,
			state,
			conclusion,
			professionalConclusion,
			agreements,
			reopenedBecause,
		})),
		planViews: seenViews.map((view) => ({
			by: nameOf(view.personId),
			about: nameOf(view.aboutPersonId),
			subject: view.subject,
			theme: view.theme,
			text: view.text,
			audience: view.audience,
			at: view.updatedAt,
		})),
		goals: written(plan.goals).map(({ text, professionalText, state, levels, createdAt }) => ({
			what: text,
			professionalText,
			state,
			levels,
			at: createdAt,
		})),
		planActions: open(plan.actions).map((action) => ({
			by: nameOf(action.personId),
			text: action.text,
			state: action.state,
			dueOn: action.dueOn,
			note: action.note,
		})),
		networkTies: written(plan.networkTies).map(({ name, kind, text }) => ({ name, kind, text })),
		asks: written(plan.asks).map(({ text, whenText, state }) => ({ what: text, whenText, state })),
		helpOptions: plan.helpOptions.map((option) => ({
			name: option.name,
			what: option.what,
			knownToWork: option.knownToWork,
			familyFor: option.familyFor,
			familyAgainst: option.familyAgainst,
			professionalFor: option.professionalFor,
			professionalAgainst: option.professionalAgainst,
			preference: option.preference,
			ownOffer: option.ownOffer,
		})),
		decisions: plan.decisions.map((decision) => ({
			what: decision.what,
			why: decision.why,
			weighedKnowledge: decision.weighedKnowledge,
			weighedExperience: decision.weighedExperience,
			weighedWishes: decision.weighedWishes,
			weighedReferral: decision.weighedReferral,
			weighedRunning: decision.weighedRunning,
			tookPart: decision.tookPart.map(nameOf),
			decidedOn: decision.decidedOn,
		})),
		help: plan.help.map(({ what, whoDoesWhat, provider, startsOn, endsOn, state, stoppedBecause, aftercare }) => ({
			what,
			whoDoesWhat,
			provider,
			startsOn,
			endsOn,
			state,
			stoppedBecause,
			aftercare,
		})),
		evaluations: plan.evaluations.map(({ dueOn, state, heldOn, decision, why, whatWorked, proudOf, whatNext }) => ({
			dueOn,
			state,
			heldOn,
			decision,
			why,
			whatWorked,
			proudOf,
			whatNext,
		})),
		planScores: plan.evaluations.flatMap(({ scores }) =>
			open(scores).map((score) => ({
				by: nameOf(score.personId),
				goal: plan.goals.find(({ id }) => id === score.goalId)?.text ?? "",
				score: score.score,
				text: score.text,
				at: score.updatedAt,
			})),
		),
		reviews: plan.reviews.map(({ question, advice, answer, because, state, askedAt }) => ({
			question,
			advice,
			answer,
			because,
			state,
			at: askedAt,
		})),
		planComments: written(plan.comments).map((comment) => ({
			by: nameOf(comment.writtenBy),
			kind: comment.kind,
			text: comment.text,
			at: comment.createdAt,
		})),
		planAnswers: open(plan.positions).map((position) => ({
			by: nameOf(position.personId),
			subject: position.subject,
			answer: position.answer,
			text: position.text,
			explanation: position.explanation,
			at: position.createdAt,
		})),
		planStatements: open(plan.statements).map((each) => ({
			by: nameOf(each.personId),
			object: each.object,
			text: each.text,
			at: each.createdAt,
		})),
		...maskSteps(plan, { nameOf, open, written }),
		versions: plan.versions.map(({ number, state, putAt }) => ({ number, state, at: putAt })),
	};
}
