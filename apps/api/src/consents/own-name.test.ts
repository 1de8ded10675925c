import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

it("is consented in one's own name: the database takes no answer that a parent writes as somebody else's", async () => {
	const family = await app.world.newFamily();
	const { familyId, mother, father } = family;
	const consent = await app.world.db.consent.create({
		data: {
			familyId,
			kind: "involve",
			aboutPersonId: family.boy.personId,
			toPersonId: father.personId,
			what: "meedenken",
			why: "",
			askedBy: family.coordinator.personId,
		},
	});
	await app.tokenOf(mother);
	const { id: sessionId } = await app.world.db.session.findFirstOrThrow({ where: { accountId: mother.accountId } });
	const answer = (personId: string, writtenBy: string, recorded = false) =>
		app.services.frame.asActor(
			{ accountId: mother.accountId, sessionId, client: "", requestId: crypto.randomUUID() },
			{ event: "test", action: "create", object: "consent", right: "consent.answer", familyId },
			(tx) => tx.db.consentAnswer.create({ data: { familyId, consentId: consent.id, personId, writtenBy, recorded, answer: "given" } }),
		);
	await expect(answer(father.personId, mother.personId)).rejects.toThrow();
	await expect(answer(father.personId, father.personId)).rejects.toThrow();
	await expect(answer(father.personId, mother.personId, true)).rejects.toThrow();
	expect(await app.world.db.consentAnswer.count({ where: { familyId } })).toBe(0);
	await answer(mother.personId, mother.personId);
	expect(await app.world.db.consentAnswer.findMany({ where: { familyId } })).toMatchObject([{ personId: mother.personId }]);
});
