/** Everything that can be done with one family; the policy says for each relation whether it may. */
export const familyRights = [
	"plan.read",
	"plan.steer",
	"plan.put_version",
	"people.write",
	"invitations.write",
	"view.write",
	"view.record",
	"load.write",
	"goal.propose",
	"goal.write",
	"action.write",
	"action.report",
	"position.give",
	"position.record",
	"position.explain",
	"network.write",
	"ask.answer",
	"group_plan.answer",
	"help.write",
	"help.weigh",
	"evaluation.plan",
	"evaluation.score",
	"cooperation.answer",
	"evaluation.decide",
	"review.ask",
	"review.advise",
	"review.answer",
	"comment.write",
	"comment.answer",
	"own_part.read",
	"live.read",
	"who_looked.read",
] as const;
export type FamilyRight = (typeof familyRights)[number];

/** What can be done apart from one family, by duty. */
export const dutyRights = ["families.create", "caseload.read", "reviews.read", "team.read", "accounts.read", "accounts.write"] as const;
export type DutyRight = (typeof dutyRights)[number];

export type Right = FamilyRight | DutyRight;
