import { newGoal } from "@samenplan/testing/agreed-plan";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ActorTx } from "../http/as-actor.ts";
import { startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

/** Whatever the use cases check: what the database itself takes from this person, as the API's role. */
async function inSql<T>(person: Person, familyId: string, deed: (tx: ActorTx) => Promise<T>): Promise<T> {
	await app.tokenOf(person);
	const { id: sessionId } = await app.world.db.session.findFirstOrThrow({ where: { accountId: person.accountId } });
	return app.services.frame.asActor(
		{ accountId: person.accountId, sessionId, client: "", requestId: crypto.randomUUID() },
		{ event: "test", action: "create", object: "plan", right: "plan.read", familyId },
		deed,
	);
}

async function familyAtTheTalk() {
	const family = await app.world.newFamily();
	const { familyId, planId, coordinator } = family;
	const goal = await newGoal(app.world, family, "Rust aan tafel", "active");
	const evaluation = await app.world.db.evaluation.create({
		data: { familyId, planId, dueOn: app.world.daysFromToday(5), writtenBy: coordinator.personId },
	});
	return { ...family, goalId: goal.id, evaluationId: evaluation.id };
}
type Family = Awaited<ReturnType<typeof familyAtTheTalk>>;
type Said = { personId: string; writtenBy: string; recorded: boolean };

const add: Record<string, (of: Family, said: Said) => (tx: ActorTx) => Promise<unknown>> = {
	position:
		({ familyId, goalId }, said) =>
		(tx) =>
			tx.db.position.create({ data: { familyId, subject: "goal", subjectId: goalId, subjectVersion: 1, answer: "agree", ...said } }),
	"evaluation score":
		({ familyId, evaluationId, goalId }, said) =>
		(tx) =>
			tx.db.evaluationScore.create({ data: { familyId, evaluationId, goalId, score: 1, ...said } }),
	"answer about the cooperation":
		({ familyId, evaluationId }, said) =>
		(tx) =>
			tx.db.cooperationAnswer.create({ data: { familyId, evaluationId, statement: 1, score: 3, ...said } }),
};

for (const [what, adding] of Object.entries(add))
	it(`a ${what} is given in one's own name, or recorded by the coordinator: the database takes no other`, async () => {
		const family = await familyAtTheTalk();
		const { familyId, mother, father, boy, coordinator } = family;
		const by = (writer: Person, personId: string, recorded: boolean, writtenBy = writer.personId) =>
			inSql(writer, familyId, adding(family, { personId, writtenBy, recorded }));
		for (const recorded of [false, true]) {
			await expect(by(mother, father.personId, recorded)).rejects.toThrow();
			await expect(by(mother, father.personId, recorded, father.personId)).rejects.toThrow();
		}
		await expect(by(coordinator, father.personId, false)).rejects.toThrow();
		await expect(by(coordinator, boy.personId, true, mother.personId)).rejects.toThrow();
		await by(mother, mother.personId, false);
		await by(coordinator, boy.personId, true);
	});

it("a statement is one's own, also for the coordinator", async () => {
	const { familyId, planId, mother, father, coordinator } = await familyAtTheTalk();
	const state = (writer: Person, personId: string) =>
		inSql(writer, familyId, (tx) =>
			tx.db.statement.create({ data: { familyId, object: "plan", objectId: planId, personId, text: "Ik zie dat anders." } }),
		);
	await expect(state(mother, father.personId)).rejects.toThrow();
	await expect(state(coordinator, father.personId)).rejects.toThrow();
	await state(mother, mother.personId);
	expect(await app.world.db.statement.findMany({ where: { familyId } })).toMatchObject([{ personId: mother.personId }]);
});

it("a score stays its own person's: the coordinator changes what was recorded, signs it, and never makes it somebody's own words", async () => {
	const family = await familyAtTheTalk();
	const { familyId, evaluationId, goalId, mother, father, boy, coordinator } = family;
	const score = add["evaluation score"] as (typeof add)[string];
	await inSql(mother, familyId, score(family, { personId: mother.personId, writtenBy: mother.personId, recorded: false }));
	await inSql(coordinator, familyId, score(family, { personId: boy.personId, writtenBy: coordinator.personId, recorded: true }));
	const change = (writer: Person, personId: string, data: { score: number; recorded: boolean; writtenBy: string }) =>
		inSql(writer, familyId, (tx) => tx.db.evaluationScore.updateMany({ where: { evaluationId, goalId, personId }, data }));
	const signed = { score: 2, writtenBy: coordinator.personId };
	// Hers: not there for the coordinator to change.
	expect(await change(coordinator, mother.personId, { ...signed, recorded: true })).toEqual({ count: 0 });
	expect(await change(father, mother.personId, { score: 2, writtenBy: father.personId, recorded: false })).toEqual({ count: 0 });
	await expect(change(coordinator, boy.personId, { ...signed, recorded: false })).rejects.toThrow();
	await expect(change(coordinator, boy.personId, { ...signed, writtenBy: boy.personId, recorded: true })).rejects.toThrow();
	expect(await change(coordinator, boy.personId, { ...signed, recorded: true })).toEqual({ count: 1 });
	expect(await change(mother, mother.personId, { score: 0, writtenBy: mother.personId, recorded: false })).toEqual({ count: 1 });
	// Whose it is cannot change, and nobody takes one away.
	for (const deed of [
		(tx: ActorTx) => tx.db.evaluationScore.updateMany({ where: { personId: mother.personId }, data: { personId: father.personId } }),
		(tx: ActorTx) => tx.db.evaluationScore.deleteMany({ where: { familyId } }),
	])
		await expect(inSql(mother, familyId, deed)).rejects.toThrow();
});
