import type { WholePlan } from "@samenplan/contract/plans";
import { agreementOf } from "./agreement.ts";
import { goalGaps } from "./goal-moves.ts";
import { addDays } from "./working-days.ts";

/** Something that a person of the family is asked to read and answer. */
export type Waiting =
	| { kind: "say_question" | "say_strengths" | "group_plan" }
	| { kind: "shared_picture" | "goal" | "decision" | "plan_version" | "handover" | "scores"; subjectId: string };

/** So many days before the talk people are asked how it goes with the goals. */
const daysBeforeTalk = 14;

/**
 * What waits for one person of the family, the most pressing first. Only those whose answer counts are asked for one.
 *
 * @param mustAgree who must agree by age and authority today
 * @param today the calendar day in Europe/Amsterdam
 */
export function waitingFor(whole: WholePlan, personId: string, mustAgree: readonly string[], today: string): Waiting[] {
	if (whole.plan.state !== "open") return [];
	const standOf = (subject: string, subjectId: string, version: number, who: readonly string[] = mustAgree) =>
		agreementOf(
			who,
			version,
			whole.positions.filter((each) => each.subject === subject && each.subjectId === subjectId),
		).stands.find((stand) => stand.personId === personId);
	const asked = (...subject: Parameters<typeof standOf>) => standOf(...subject)?.asked === true;
	/** Whoever asked to explain a goal hears of the explanation, also when the goal is already worked on or not yet complete. */
	const explained = (goal: WholePlan["goals"][number]) => {
		const stand = standOf("goal", goal.id, goal.version);
		const heard = stand?.asked === true && stand.given?.answer === "explain" && stand.given.explainedAt !== null;
		return heard && goal.state !== "achieved" && goal.state !== "stopped";
	};
	const step = (kind: string) => whole.steps.find((each) => each.kind === kind);
	const saidNothing = (subjects: readonly string[]) =>
		!whole.views.some((view) => view.personId === personId && subjects.includes(view.subject));
	const [clarify, strengths] = [step("clarify"), step("strengths")];
	const waiting: Waiting[] = [];

	for (const version of whole.versions)
		if (version.state === "put" && asked("plan_version", version.id, version.number, version.mustAgree))
			waiting.push({ kind: "plan_version", subjectId: version.id });
	if (clarify && clarify.state !== "concluded" && saidNothing(["question"])) waiting.push({ kind: "say_question" });
	if (clarify?.concludedAt && strengths && strengths.state !== "concluded" && saidNothing(["strength", "concern", "safety", "resource"]))
		waiting.push({ kind: "say_strengths" });
	if (strengths?.state === "concluded" && strengths.conclusion !== "" && asked("shared_picture", strengths.id, strengths.version))
		waiting.push({ kind: "shared_picture", subjectId: strengths.id });
	for (const goal of whole.goals)
		if (
			explained(goal) ||
			((goal.state === "proposed" || goal.state === "adjusted") && goalGaps(goal).length === 0 && asked("goal", goal.id, goal.version))
		)
			waiting.push({ kind: "goal", subjectId: goal.id });
	for (const decision of whole.decisions)
		if (asked("decision", decision.id, decision.version)) waiting.push({ kind: "decision", subjectId: decision.id });
	for (const handover of whole.handovers)
		if (handover.state === "arranged" && asked("handover", handover.id, handover.version))
			waiting.push({ kind: "handover", subjectId: handover.id });
	if (whole.plan.groupPlanOfferedOn !== null && whole.plan.groupPlanAnswer === null && whole.viewer.abilities.includes("group_plan.answer"))
		waiting.push({ kind: "group_plan" });
	const talk = whole.evaluations.find(({ state }) => state === "planned");
	if (talk && talk.dueOn <= addDays(today, daysBeforeTalk)) {
		const running = whole.goals.filter(({ state }) => state === "active" || state === "agreed");
		const scored = (goalId: string) => talk.scores.some((score) => score.goalId === goalId && score.personId === personId);
		if (running.some(({ id }) => !scored(id))) waiting.push({ kind: "scores", subjectId: talk.id });
	}
	return waiting;
}
