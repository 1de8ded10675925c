import type { WholePlan } from "@samenplan/contract/plans";
import type { Parts } from "./readable.ts";

type With = {
	nameOf: (id: string | null) => string;
	/** Leave out what is a child's, and what a child wrote, whose file the asker may not inspect. */
	open: <Of extends { personId: string }>(rows: readonly Of[]) => Of[];
	written: <Of extends { writtenBy: string }>(rows: readonly Of[]) => Of[];
};

/** What the six steps keep beside views, goals and help, as it is given out: an allowlist, with names instead of identifiers. */
export function maskSteps(plan: WholePlan, { nameOf, open, written }: With): Parts {
	return {
		crisisActs: plan.crisisActs.map(({ what, doneBy, doneByWho, doneOn }) => ({ what, name: doneByWho || nameOf(doneBy), doneOn })),
		contactMoments: plan.contactMoments.map(({ kind, heldOn, withWhom, text }) => ({ kind, heldOn, withWhom: withWhom.map(nameOf), text })),
		inquiries: plan.inquiries.map(({ question, how, instrument, found, state, dueOn }) => ({
			question,
			how,
			instrument,
			found,
			state,
			dueOn,
		})),
		analysisPoints: plan.analysisPoints.map(({ kind, basis, text, aboutPersonId }) => ({
			kind,
			basis,
			text,
			about: nameOf(aboutPersonId),
		})),
		planSharedWords: written(plan.sharedWords).map(({ word, familyMeans, professionalMeans, atHome }) => ({
			word,
			familyMeans,
			professionalMeans,
			atHome,
		})),
		planAdviceChecks: open(plan.adviceChecks).map(({ personId, fitted, text, createdAt }) => ({
			by: nameOf(personId),
			fitted,
			text,
			at: createdAt,
		})),
		disagreementTalks: plan.disagreementTalks.map(({ subject, heldOn, tookPart, text, proceeds }) => ({
			subject,
			heldOn,
			tookPart: tookPart.map(nameOf),
			text,
			proceeds,
		})),
		reviewAdvices: plan.reviewAdvices.map(({ step, text, answer, because }) => ({ step, advice: text, answer, because })),
		planMilestones: written(plan.milestones).map(({ personId, kind, onDay, text, doneOn }) => ({
			kind,
			about: nameOf(personId),
			day: onDay,
			text,
			talkedOn: doneOn,
		})),
		planHandovers: plan.handovers.map(({ state, because, toKnow, toPersonId, createdAt }) => ({
			state,
			why: because,
			toKnow,
			to: nameOf(toPersonId),
			at: createdAt,
		})),
	};
}
