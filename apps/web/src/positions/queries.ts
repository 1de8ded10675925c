import { whoMustAgree } from "@samenplan/access/age";
import type { Position } from "@samenplan/contract/positions";
import { dayOf } from "@samenplan/language/dates";
import { type Agreement, agreementOf } from "@samenplan/plan-rules/agreement";
import { now } from "../lib/clock.ts";
import { usePlan } from "../plans/queries.ts";

export type Subject = {
	subject: Position["subject"];
	subjectId: string;
	/** The version on the screen; of a plan version its number. */
	subjectVersion: number;
	/** Who must agree, when that was fixed earlier (a plan version); otherwise by ages and authority of today. */
	mustAgree?: readonly string[];
};

/** Who must agree in the family on the screen. */
export function useMustAgree(): string[] {
	const { persons, authorities } = usePlan().family;
	const parents = new Set(persons.filter(({ relation }) => relation === "parent").map(({ id }) => id));
	return whoMustAgree(
		persons.filter(({ relation }) => relation === "child"),
		authorities.filter(({ parentId }) => parents.has(parentId)),
		dayOf(now()),
	);
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
