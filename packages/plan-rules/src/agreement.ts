/** The four answers to something that must be agreed (R3). */
export type Answer = "agree" | "agree_but" | "disagree" | "explain";

/** What the rule needs to know of an answer; a whole position of the contract fits. */
export type GivenAnswer = {
	personId: string;
	answer: Answer;
	/** The version of the text that was answered. */
	subjectVersion: number;
	/** When it was explained after "explain please"; null while the person waits for it. */
	explainedAt: string | Date | null;
};

/** Where one person stands. */
export type Stand<Given extends GivenAnswer> = {
	personId: string;
	/** The newest answer, whatever text it was about; undefined when there is none yet. */
	given: Given | undefined;
	/** The answer is about an older text: it stays visible and the person is asked again. */
	olderText: boolean;
	/** Something is asked of this person: an answer, a new answer to a new text, or an answer after the explanation. */
	asked: boolean;
	/** Somebody owes this person an explanation. */
	awaitsExplanation: boolean;
};

export type Agreement<Given extends GivenAnswer> = {
	/** Those who must agree, in their order. */
	stands: Stand<Given>[];
	/** Others who answered too; shown, not counted. */
	others: Stand<Given>[];
	/** Everyone who must agree said "agree" or "agree, but" to this very text; never when nobody is known who must. */
	agreed: boolean;
	/** Everyone who must agree said yes, yes but, or no to this very text: nobody is still to be heard (R3). */
	allAnswered: boolean;
	/** Who has not yet said yes, yes but, or no to this very text. */
	waitingFor: string[];
	disagreeing: string[];
};

/**
 * Whether people agree on one text. Disagreement is information: it counts as an answer, never as agreement, and it is never
 * averaged away. The newest answer of a person counts.
 *
 * @param given answers about this one subject, oldest first
 */
export function agreementOf<Given extends GivenAnswer>(
	mustAgree: readonly string[],
	subjectVersion: number,
	given: readonly Given[],
): Agreement<Given> {
	const newest = new Map(given.map((answer) => [answer.personId, answer]));
	const stands = mustAgree.map((personId) => standOf(personId, newest.get(personId), subjectVersion));
	const others = [...newest.values()]
		.filter(({ personId }) => !mustAgree.includes(personId))
		.map((answer) => ({ ...standOf(answer.personId, answer, subjectVersion), asked: false }));
	const answered = stands.filter(hasSpoken);
	const waitingFor = stands.filter((stand) => !hasSpoken(stand)).map(({ personId }) => personId);
	return {
		stands,
		others,
		agreed: stands.length > 0 && answered.length === stands.length && answered.every(({ given }) => given && isYes(given.answer)),
		allAnswered: stands.length > 0 && waitingFor.length === 0,
		waitingFor,
		disagreeing: answered.filter(({ given }) => given?.answer === "disagree").map(({ personId }) => personId),
	};
}

/** What the rule needs to know of a talk about a disagreement; a whole one of the contract fits. */
export type HeldTalk = { subjectVersion: number; proceeds: boolean; createdAt: string | Date };

/**
 * R3: the talk after which we go on with this text although somebody does not agree; undefined when there is none. Disagreement
 * does not block for ever, and it is never passed over either: everyone answered this very text, the last talk about it says that
 * we go on, and nobody said no after that talk.
 *
 * @param talks talks about this one subject, oldest first
 */
export function talkToProceed<Talk extends HeldTalk>(
	{ stands, allAnswered, disagreeing }: Agreement<GivenAnswer & { createdAt: string | Date }>,
	subjectVersion: number,
	talks: readonly Talk[],
): Talk | undefined {
	const last = talks.filter((talk) => talk.subjectVersion === subjectVersion).at(-1);
	if (!last?.proceeds || !allAnswered || disagreeing.length === 0) return undefined;
	const heardAt = timeOf(last.createdAt);
	const newNo = stands.some(({ given }) => given?.answer === "disagree" && timeOf(given.createdAt) > heardAt);
	return newNo ? undefined : last;
}

const timeOf = (moment: string | Date) => new Date(moment).getTime();

function standOf<Given extends GivenAnswer>(personId: string, given: Given | undefined, subjectVersion: number): Stand<Given> {
	const olderText = given !== undefined && given.subjectVersion < subjectVersion;
	const explain = given?.answer === "explain";
	const awaitsExplanation = explain && !given.explainedAt;
	return {
		personId,
		given,
		olderText,
		// Whoever waits for an explanation is not pressed for an answer meanwhile, unless the text itself changed.
		asked: given === undefined || olderText || (explain && !awaitsExplanation),
		awaitsExplanation,
	};
}

function hasSpoken({ given, olderText }: Stand<GivenAnswer>): boolean {
	return given !== undefined && !olderText && given.answer !== "explain";
}

export function isYes(answer: Answer): boolean {
	return answer === "agree" || answer === "agree_but";
}
