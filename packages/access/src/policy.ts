import type { Duty, Relation } from "./relations.ts";
import { type DutyRight, dutyRights, type FamilyRight, familyRights } from "./rights.ts";

/** `own`: only on what is one's own (own words, own steps); the use case checks the loaded object with it. */
export type Grant = "yes" | "own";

const family = ["parent_with_authority", "young_person", "young_person_16"] as const;
const everyoneOfThePlan = ["coordinator", "scientist", ...family] as const;

/**
 * The one policy, as data: right x relation -> yes / own; what is not listed is no.
 * Source: the table of relations in the design (access); each line can be read aloud.
 */
export const familyPolicy: Record<FamilyRight, Partial<Record<Relation, Grant>>> = {
	"plan.read": yes(...everyoneOfThePlan, "emergency"),
	// A file outlives the hour of an emergency.
	"plan.take": yes(...everyoneOfThePlan),
	"plan.steer": yes("coordinator"),
	"plan.put_version": yes("coordinator"),
	"people.write": yes("coordinator"),
	"invitations.write": yes("coordinator"),
	"view.write": yes("coordinator", ...family),
	"view.record": yes("coordinator"),
	// A child under 12 has no login; a parent writes down what their own child says.
	"view.record_child": own("parent_with_authority"),
	"load.write": { coordinator: "yes", ...own("parent_with_authority") },
	"goal.propose": yes("coordinator", ...family),
	"goal.write": { coordinator: "yes", ...own(...family) },
	"action.write": yes("coordinator", ...family),
	"action.report": { coordinator: "yes", ...own(...family, "parent_without_authority", "network_member", "professional") },
	"position.give": own(...family),
	"position.record": yes("coordinator"),
	"position.explain": yes("coordinator"),
	"network.write": yes("coordinator", ...family),
	"ask.answer": yes("coordinator", ...family),
	"group_plan.answer": yes("coordinator", "parent_with_authority"),
	"help.write": yes("coordinator"),
	"help.weigh": { coordinator: "yes", ...own(...family) },
	"evaluation.plan": yes("coordinator"),
	"evaluation.score": { coordinator: "yes", ...own(...family) },
	"cooperation.answer": own(...family),
	"evaluation.decide": yes("coordinator"),
	"review.ask": yes("coordinator"),
	"review.advise": yes("scientist"),
	"review.answer": yes("coordinator"),
	"comment.write": yes("coordinator", "scientist", ...family),
	"comment.answer": yes("coordinator"),
	"own_part.read": own("parent_without_authority", "network_member", "professional", ...family),
	"live.read": yes(...everyoneOfThePlan, "parent_without_authority", "network_member", "professional", "emergency"),
	"who_looked.read": yes("coordinator", ...family),
	"plan.read_as": yes("coordinator"),
	"audience.widen": { coordinator: "yes", ...own(...family) },
	"shield.write": { coordinator: "yes", ...own(...family, "parent_without_authority") },
	"authority.write": yes("coordinator"),
	"involvement.write": yes("coordinator"),
	"network_member.invite": yes("coordinator", ...family),
	"share.write": yes("coordinator", ...family),
	"consent.ask": yes("coordinator", ...family),
	"consent.answer": own(...family, "parent_without_authority"),
	"consent.record": yes("coordinator"),
	"consent.deviate": yes("coordinator"),
	"age_task.do": yes("coordinator"),
	"shared.comment": own("professional", "network_member", "parent_without_authority"),
	"work_note.write": yes("coordinator", "scientist"),
	"safety.read": yes("coordinator", "scientist"),
	"safety.write": yes("coordinator", "scientist"),
	"emergency.delay": yes("coordinator"),
	"request.make": { coordinator: "yes", ...own(...family, "parent_without_authority", "network_member") },
	"request.handle": yes("privacy_officer"),
	"request.export": yes("privacy_officer"),
	"my_data.export": own(...family, "parent_without_authority", "network_member"),
	"statement.write": own(...family),
	"handover.ask": yes("coordinator", "parent_with_authority", "young_person_16"),
	"handover.arrange": yes("coordinator", "team_lead"),
	"milestone.write": yes("coordinator", ...family),
	"draft.write": own("coordinator", "scientist", ...family),
	"escalation.answer": yes("team_lead"),
	"calendar.take": yes("coordinator", ...family),
};

export const dutyPolicy: Record<DutyRight, readonly Duty[]> = {
	"families.create": ["coordinator"],
	"caseload.read": ["coordinator"],
	"reviews.read": ["scientist"],
	"team.read": ["team_lead"],
	"accounts.read": ["administrator"],
	"accounts.write": ["administrator"],
	"recovery.read": ["team_lead", "administrator", "privacy_officer"],
	"recovery.decide": ["team_lead", "administrator", "privacy_officer"],
	"organisation.read": ["administrator", "privacy_officer"],
	"organisation.write": ["administrator"],
	"organisation.confirm": ["administrator", "privacy_officer"],
	"emergency.open": ["coordinator", "scientist", "team_lead"],
	"emergency.judge": ["privacy_officer"],
	"emergency.hear": ["scientist", "privacy_officer"],
	"audit.search": ["privacy_officer"],
	"audit.odd": ["privacy_officer"],
	"requests.read": ["privacy_officer"],
	"retention.read": ["privacy_officer", "administrator"],
	"retention.write": ["privacy_officer"],
	"handovers.answer": ["coordinator"],
};

/** The strongest grant that any of these relations gives, or nothing. */
export function grantOf(right: FamilyRight, relations: readonly Relation[]): Grant | undefined {
	const grants = relations.map((relation) => familyPolicy[right][relation]);
	return grants.includes("yes") ? "yes" : grants.find((grant) => grant !== undefined);
}

/** Whether one of these duties gives a right that stands apart from any family. */
export function dutyAllows(right: DutyRight, duties: readonly Duty[]): boolean {
	// Never for administrators, whatever else they do: they would give themselves the duty for it.
	if (right === "emergency.open" && duties.includes("administrator")) return false;
	return duties.some((duty) => dutyPolicy[right].includes(duty));
}

/** Every right these relations give in a family; sent to the web as its abilities there. */
export function abilitiesOf(relations: readonly Relation[]): FamilyRight[] {
	return familyRights.filter((right) => grantOf(right, relations) !== undefined);
}

/** Every right these duties give apart from families. */
export function dutyAbilitiesOf(duties: readonly Duty[]): DutyRight[] {
	return dutyRights.filter((right) => dutyAllows(right, duties));
}

export function isFamilyRight(right: string): right is FamilyRight {
	return (familyRights as readonly string[]).includes(right);
}

function yes(...relations: Relation[]): Partial<Record<Relation, Grant>> {
	return Object.fromEntries(relations.map((relation) => [relation, "yes" as const]));
}

function own(...relations: Relation[]): Partial<Record<Relation, Grant>> {
	return Object.fromEntries(relations.map((relation) => [relation, "own" as const]));
}
