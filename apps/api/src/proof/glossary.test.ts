import { duties } from "@samenplan/access/relations";
import { setAccountState } from "@samenplan/contract/accounts";
import * as audit from "@samenplan/contract/audit";
import * as comments from "@samenplan/contract/comments";
import * as evaluations from "@samenplan/contract/evaluations";
import * as families from "@samenplan/contract/families";
import * as goals from "@samenplan/contract/goals";
import * as help from "@samenplan/contract/help";
import * as network from "@samenplan/contract/network";
import * as plans from "@samenplan/contract/plans";
import * as positions from "@samenplan/contract/positions";
import * as reviews from "@samenplan/contract/reviews";
import * as shapes from "@samenplan/contract/shapes";
import * as steps from "@samenplan/contract/steps";
import { combineSchema, readSchemaFiles } from "@samenplan/prisma/schema-files";
import { describe, expect, it } from "vitest";

/** Each enum of the database and the list of the contract, whose words the catalogues hold, that it stands for. */
const listOf: Record<string, readonly string[]> = {
	AccountState: setAccountState.body.shape.state.options,
	StaffDuty: duties,
	AuditAction: audit.lookDeeds,
	CommentKind: comments.commentKinds,
	CommentAbout: comments.commentAbout,
	EvaluationState: evaluations.evaluationStates,
	EvaluationDecision: evaluations.evaluationDecisions,
	InvolvementRelation: families.involvementRelations,
	HouseholdPart: families.householdParts,
	KinshipKind: families.kinshipKinds,
	AuthorityHolds: families.authorityHolds,
	InvitationState: families.invitationStates,
	GoalFor: goals.goalFor,
	GoalTerm: goals.goalTerms,
	GoalState: goals.goalStates,
	Repeats: goals.repeats,
	ActionState: goals.actionStates,
	HelpState: help.helpStates,
	TieKind: network.tieKinds,
	AskState: network.askStates,
	Language: shapes.languages,
	Audience: shapes.audiences,
	PlanState: plans.planStates,
	Route: plans.routes,
	GroupPlanAnswer: plans.groupPlanAnswers,
	PlanVersionState: plans.planVersionStates,
	StepKind: steps.stepKinds,
	StepState: steps.stepStates,
	ViewSubject: steps.viewSubjects,
	Theme: steps.themes,
	PositionSubject: positions.positionSubjects,
	PositionAnswer: positions.positionAnswers,
	ReviewState: reviews.reviewStates,
	ReviewAnswer: reviews.reviewAnswers,
};
/** Never leave the API: how a logged call ended, and the ladder of a reminder. */
const neverSaid = ["AuditOutcome", "ReminderKind", "ReminderRung"];

const enums = new Map(
	[...combineSchema(readSchemaFiles()).matchAll(/^enum (\w+) \{([^}]*)\}/gm)].map(([, name = "", block = ""]) => [
		name,
		block
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => /^\w+$/.test(line)),
	]),
);

describe("the words of the database", () => {
	it("are each said by the contract, or never leave it", () => {
		expect([...enums.keys()].sort()).toEqual([...Object.keys(listOf), ...neverSaid].sort());
	});

	it.each(Object.entries(listOf))("%s has the values of the contract", (name, values) => {
		expect(enums.get(name)?.sort()).toEqual([...values].sort());
	});
});
