import { whoMustAgree, whyMustAgree } from "@samenplan/access/age";
import type { DisagreementTalk } from "@samenplan/contract/disagreement-talks";
import type { Position } from "@samenplan/contract/positions";
import { dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { type Agreement, agreementOf, talkToProceed } from "@samenplan/plan-rules/agreement";
import { useIntl } from "react-intl";
import { now } from "../lib/clock.ts";
import { useText } from "../lib/text.tsx";
import { usePersonName, usePlan } from "../plans/queries.ts";

export type Subject = {
	subject: Position["subject"];
	subjectId: string;
	/** The version on the screen; of a plan version its number. */
	subjectVersion: number;
	/** Who must agree, when that was fixed earlier (a plan version); otherwise by ages and authority of today. */
	mustAgree?: readonly string[];
};

/** Children and recorded authority of the family on the screen, as the law looks at them. */
function useFamilyByLaw() {
	const { persons, authorities } = usePlan().family;
	const parents = new Set(persons.filter(({ relation }) => relation === "parent").map(({ id }) => id));
	const children = persons.filter(({ relation }) => relation === "child");
	return [children, authorities.filter(({ parentId }) => parents.has(parentId)), dayOf(now())] as const;
}

/** Who must agree in the family on the screen. */
export function useMustAgree(): string[] {
	return whoMustAgree(...useFamilyByLaw());
}

/**
 * Why somebody's answer is needed, in words: "12 jaar of ouder", "heeft gezag over Mila en Sam". Somebody who was asked when a
 * version was put and would not be today, was asked by that plan; whoever need not answer thinks along.
 */
export function useWhyAsked(): (personId: string, asked: boolean) => string {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const grounds = whyMustAgree(...useFamilyByLaw());
	return (personId, asked) => {
		if (!asked) return say("positions.why.along");
		const own = grounds.filter((ground) => ground.personId === personId);
		if (own.some(({ why }) => why === "twelve")) return say("positions.why.twelve");
		const over = own.flatMap((ground) => (ground.why === "authority" ? [nameOf(ground.childId)] : []));
		return over.length > 0 ? say("positions.why.authority", { names: nameList(over, locale) }) : say("positions.why.plan");
	};
}

/** How the answers to a subject stand, with each one's newest answer. */
export function useAgreement(): (subject: Subject) => Agreement<Position> {
	const { positions } = usePlan();
	const usual = useMustAgree();
	return ({ subject, subjectId, subjectVersion, mustAgree }) =>
		agreementOf(
			mustAgree ?? usual,
			subjectVersion,
			positions.filter((each) => each.subject === subject && each.subjectId === subjectId),
		);
}

/** Talks about a disagreement on a subject, oldest first, and the one after which we go on with this text. */
export function useTalks(subject: Subject): { talks: DisagreementTalk[]; goesOn: DisagreementTalk | undefined } {
	const { disagreementTalks } = usePlan();
	const agreement = useAgreement()(subject);
	const talks = disagreementTalks.filter((talk) => talk.subject === subject.subject && talk.subjectId === subject.subjectId);
	return { talks, goesOn: talkToProceed(agreement, subject.subjectVersion, talks) };
}
