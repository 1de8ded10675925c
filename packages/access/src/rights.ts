/** Everything that can be done with one family; the policy says for each relation whether it may. */
export const familyRights = [
	"plan.read",
	"plan.take",
	"plan.steer",
	"plan.put_version",
	"people.write",
	"invitations.write",
	"view.write",
	"view.record",
	"view.record_child",
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
	"plan.read_as",
	"audience.widen",
	"shield.write",
	"authority.write",
	"involvement.write",
	"network_member.invite",
	"share.write",
	"consent.ask",
	"consent.answer",
	"consent.record",
	"consent.deviate",
	"age_task.do",
	"shared.comment",
	"work_note.write",
	"safety.read",
	"safety.write",
	"emergency.delay",
	"request.make",
	"request.handle",
	"request.export",
	"my_data.export",
	"statement.write",
	"handover.ask",
	"handover.arrange",
	"milestone.write",
	"draft.write",
	"escalation.answer",
	"calendar.take",
] as const;
export type FamilyRight = (typeof familyRights)[number];

/** What can be done apart from one family, by duty. */
export const dutyRights = [
	"families.create",
	"caseload.read",
	"reviews.read",
	"team.read",
	"accounts.read",
	"accounts.write",
	"recovery.read",
	"recovery.decide",
	"organisation.read",
	"organisation.write",
	"organisation.confirm",
	"emergency.open",
	"emergency.judge",
	"emergency.hear",
	"audit.search",
	"audit.odd",
	"requests.read",
	"retention.read",
	"retention.write",
	"handovers.answer",
] as const;
export type DutyRight = (typeof dutyRights)[number];

export type Right = FamilyRight | DutyRight;

/**
 * What cannot be undone, or opens more than before, asks who you are once more: the second factor of an employee, the passkey or a
 * mailed code of a family member, at most {@link freshMinutes} minutes old.
 */
export const rightsThatProveAgain: readonly Right[] = [
	"authority.write",
	"audience.widen",
	"consent.deviate",
	"emergency.open",
	"my_data.export",
	"request.export",
	"retention.write",
	"accounts.write",
	"recovery.decide",
	"organisation.write",
	"organisation.confirm",
];
export const freshMinutes = 10;

/** Whether somebody who proved again at this moment may use a right now, as far as that is concerned. */
export function provedAgainFor(right: Right, provedAgainAt: Date | undefined, now: Date): boolean {
	if (!rightsThatProveAgain.includes(right)) return true;
	return provedAgainAt !== undefined && now.getTime() - provedAgainAt.getTime() < freshMinutes * 60_000;
}
