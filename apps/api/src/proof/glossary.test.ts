import { duties } from "@samenplan/access/relations";
import { setAccountState } from "@samenplan/contract/accounts";
import * as ageTasks from "@samenplan/contract/age-tasks";
import * as audit from "@samenplan/contract/audit";
import * as auditLog from "@samenplan/contract/audit-log";
import { closingKinds } from "@samenplan/contract/closing-kinds";
import * as comments from "@samenplan/contract/comments";
import * as consents from "@samenplan/contract/consents";
import * as contacts from "@samenplan/contract/contacts";
import * as emergencies from "@samenplan/contract/emergencies";
import * as evaluations from "@samenplan/contract/evaluations";
import * as families from "@samenplan/contract/families";
import * as goals from "@samenplan/contract/goals";
import * as handovers from "@samenplan/contract/handovers";
import * as help from "@samenplan/contract/help";
import * as milestones from "@samenplan/contract/milestones";
import * as network from "@samenplan/contract/network";
import * as plans from "@samenplan/contract/plans";
import * as positions from "@samenplan/contract/positions";
import * as recoveries from "@samenplan/contract/recoveries";
import * as requests from "@samenplan/contract/requests";
import * as retention from "@samenplan/contract/retention";
import * as reviews from "@samenplan/contract/reviews";
import * as safety from "@samenplan/contract/safety";
import * as sessions from "@samenplan/contract/sessions";
import * as shapes from "@samenplan/contract/shapes";
import * as shares from "@samenplan/contract/shares";
import * as shields from "@samenplan/contract/shields";
import * as statements from "@samenplan/contract/statements";
import * as steps from "@samenplan/contract/steps";
import * as workNotes from "@samenplan/contract/work-notes";
import { combineSchema, readSchemaFiles } from "@samenplan/prisma/schema-files";
import { describe, expect, it } from "vitest";

/** Each enum of the database and the list of the contract, whose words the catalogues hold, that it stands for. */
const listOf: Record<string, readonly string[]> = {
	AccountState: setAccountState.body.shape.state.options,
	StaffDuty: duties,
	AuditAction: audit.lookDeeds,
	AuditOutcome: auditLog.logOutcomes,
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
	ConsentKind: consents.consentKinds,
	ConsentAnswerKind: consents.consentAnswers,
	ShareObject: shares.shareObjects,
	ShieldWhat: shields.shieldWhats,
	AgeTaskKind: ageTasks.ageTaskKinds,
	EmergencyReason: emergencies.emergencyReasons,
	EmergencyVerdict: emergencies.emergencyVerdicts,
	WorkNoteRelease: workNotes.workNoteReleases,
	SafetyTrackState: safety.safetyTrackStates,
	SafetyDecision: safety.safetyDecisions,
	SafetyEntryKind: safety.safetyEntryKinds,
	PrivacyRequestKind: requests.requestKinds,
	PrivacyRequestState: requests.requestStates,
	PrivacyGround: requests.requestGrounds,
	StatementObject: statements.statementObjects,
	DestructionGround: retention.destructionGrounds,
	SignInMethod: sessions.signInMethods,
	OddPatternKind: auditLog.oddPatternKinds,
	AccountRecoveryState: recoveries.recoveryStates,
	ContactKind: contacts.contactKinds,
	MilestoneKind: milestones.milestoneKinds,
	HandoverState: handovers.handoverStates,
	Placement: plans.placements,
	ClosingKind: closingKinds,
	SafetyKind: steps.safetyKinds,
	InquiryState: steps.inquiryStates,
	AnalysisKind: steps.analysisKinds,
	AnalysisBasis: steps.analysisBases,
	AdviceFit: help.adviceFits,
	ReviewKind: reviews.reviewKinds,
};
/** Never leave the API: the ladder of a reminder, what a sign-in waits for. */
const neverSaid = ["ReminderKind", "ReminderRung", "SignInAttemptKind"];

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
