import { putVersion } from "@samenplan/contract/plans";
import { newGoal, readyToEvaluate, readyToPut } from "@samenplan/testing/agreed-plan";
import type { Person, TestFamily } from "@samenplan/testing/world";
import type { TestApp } from "../http/test-app.ts";

/** From which state of a family a walk begins. */
export const grounds = [
	"just opened",
	"a version can be put",
	"ready for help",
	"looking back",
	"in its next round",
	"in a crisis",
	"closed",
] as const;
export type WalkGround = (typeof grounds)[number];

/** A family in that state, of this coordinator; a question to a scientist in it is with this one. */
export async function familyAt(ground: WalkGround, app: TestApp, staff: Record<"coordinator" | "scientist", Person>): Promise<TestFamily> {
	const { db } = app.world;
	const day = (ahead: number) => app.world.daysFromToday(ahead);
	const family = await app.world.newFamily({ coordinator: staff.coordinator });
	const { familyId, planId } = family;
	const passed = (kinds: string[]) =>
		db.step.updateMany({
			where: { planId, kind: { in: kinds as never[] } },
			data: { state: "concluded", concludedAt: new Date(), conclusion: "Zo zien wij het" },
		});
	switch (ground) {
		case "just opened":
			return family;
		case "a version can be put":
			await readyToPut(app.world, family);
			await db.step.updateMany({ where: { planId, kind: "clarify" }, data: { state: "in_progress" } });
			await db.step.updateMany({ where: { planId, kind: "strengths" }, data: { state: "in_progress", conclusion: "Zo zien wij het" } });
			await db.plan.update({ where: { id: planId }, data: { route: "full" } });
			for (const { personId } of [family.mother, family.coordinator])
				for (const subject of ["expectation", "strength", "safety"] as const)
					await db.view.create({ data: { familyId, planId, personId, writtenBy: personId, subject, text: "Zo zie ik het" } });
			return doubted(app, family);
		case "ready for help":
			await passed(["clarify", "strengths", "goals", "network"]);
			await newGoal(app.world, family, "Samen eten zonder ruzie", "active");
			await db.plan.update({
				where: { id: planId },
				data: { route: "full", groupPlanOfferedOn: day(-5), groupPlanAnswer: "no" },
			});
			await db.review.create({
				data: {
					...{ familyId, planId, question: "?", advice: "Let op de slaap", toldFamilyOn: day(-5) },
					state: "advised",
					kind: "running",
					askedBy: family.coordinator.personId,
					scientistId: staff.scientist.personId,
				},
			});
			for (const name of ["Cursus", "Begeleiding thuis"])
				await db.helpOption.create({ data: { familyId, planId, name, writtenBy: family.coordinator.personId } });
			return family;
		case "looking back": {
			await passed(["clarify", "strengths", "goals", "network", "help"]);
			await db.plan.update({
				where: { id: planId },
				data: { route: "light", groupPlanOfferedOn: day(-12), groupPlanAnswer: "no" },
			});
			const text = { what: "Begeleiding thuis", why: "Past bij ons", tookPart: [], decidedOn: day(-9) };
			const decision = await db.decision.create({ data: { familyId, planId, writtenBy: family.coordinator.personId, ...text } });
			const { evaluationId, goalIds } = await readyToEvaluate(app.world, app.world.daysFromToday(5), family);
			const { personId } = family.mother;
			await db.evaluationScore.create({
				data: { familyId, evaluationId, goalId: goalIds[0], personId, score: 1, writtenBy: personId },
			});
			const when = { startsOn: day(-8), endsOn: day(60), evaluationOn: day(5) };
			await db.help.create({
				data: { familyId, planId, decisionId: decision.id, what: "Begeleiding", provider: "De Brug", ...when, state: "running" },
			});
			return family;
		}
		case "in its next round": {
			await passed(["clarify", "strengths", "goals", "network", "help", "evaluate"]);
			await db.plan.update({ where: { id: planId }, data: { route: "full" } });
			await readyToEvaluate(app.world, app.world.daysFromToday(40), family);
			const held = {
				state: "held",
				decision: "go_on",
				heldOn: day(-20),
				dueOn: day(-20),
				why: "Het gaat goed",
			} as const;
			await db.evaluation.create({ data: { familyId, planId, writtenBy: family.coordinator.personId, ...held } });
			return family;
		}
		case "in a crisis":
			await db.review.create({
				data: {
					...{ familyId, planId, question: "?", toldFamilyOn: day(-1), state: "taken", kind: "route" },
					...{ askedBy: family.coordinator.personId, scientistId: staff.scientist.personId, takenAt: new Date() },
				},
			});
			await db.crisisAct.create({
				data: { familyId, planId, what: "Naar oma", doneOn: day(0), writtenBy: family.coordinator.personId },
			});
			await db.plan.update({ where: { id: planId }, data: { route: "crisis", routeReason: "Het was niet veilig" } });
			return family;
		case "closed":
			await passed(["clarify", "strengths", "goals", "network", "help", "evaluate"]);
			await newGoal(app.world, family, "Samen eten zonder ruzie", "active");
			await db.plan.update({ where: { id: planId }, data: { route: "full", state: "closed", closedOn: day(-3) } });
			return family;
	}
}

/** A goal and a version that everyone answered, and not everyone agrees with. */
async function doubted(app: TestApp, family: TestFamily): Promise<TestFamily> {
	const { db } = app.world;
	const { familyId, planId } = family;
	const { id } = await (await app.as(family.coordinator))(putVersion, { params: { familyId } });
	const goal = await db.goal.findFirstOrThrow({ where: { planId } });
	for (const [{ personId }, given] of [
		[family.mother, "agree"],
		[family.father, "disagree"],
		[family.girl, "agree"],
	] as const)
		for (const subject of [
			{ subject: "goal", subjectId: goal.id, subjectVersion: goal.version },
			{ subject: "plan_version", subjectId: id, subjectVersion: 1 },
		] as const)
			await db.position.create({ data: { familyId, ...subject, personId, writtenBy: personId, answer: given, text: "Zo vind ik het" } });
	return family;
}
