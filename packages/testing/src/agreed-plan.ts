import type { TestFamily, World } from "./world.ts";

/** A family whose question and one goal are written: ready to put a version before those who must agree. */
export async function readyToPut(world: World, family?: TestFamily) {
	const of = family ?? (await world.newFamily());
	await world.db.step.updateMany({
		where: { planId: of.planId, kind: "clarify" },
		data: { state: "concluded", conclusion: "Hoe krijgen we weer rust in de avond?" },
	});
	const goal = await newGoal(world, of, "Om acht uur ligt iedereen in bed");
	return { ...of, goalId: goal.id };
}

/** A goal that can be noticed, proposed unless said otherwise. */
export async function newGoal(world: World, family: TestFamily, text: string, state: "proposed" | "agreed" | "active" = "proposed") {
	return world.db.goal.create({
		data: {
			familyId: family.familyId,
			planId: family.planId,
			text,
			forKind: "whole_family",
			levels: ["nooit", "een keer per week", "vier keer per week", "zes keer per week", "elke dag"],
			startLevel: -1,
			state,
			writtenBy: family.mother.personId,
		},
	});
}

/** A family with two active goals and an evaluation planned on a day. */
export async function readyToEvaluate(world: World, dueOn: Date, family?: TestFamily) {
	const of = family ?? (await world.newFamily());
	const goals = [
		await newGoal(world, of, "Om acht uur ligt iedereen in bed", "active"),
		await newGoal(world, of, "Samen eten zonder ruzie", "active"),
	];
	const evaluation = await world.db.evaluation.create({
		data: { familyId: of.familyId, planId: of.planId, dueOn, writtenBy: of.coordinator.personId },
	});
	return { ...of, goalIds: goals.map(({ id }) => id) as [string, string], evaluationId: evaluation.id };
}
