import { answerConsent, askConsent } from "@samenplan/contract/consents";
import { newGoal } from "@samenplan/testing/agreed-plan";
import type { Person, TestFamily } from "@samenplan/testing/world";
import type { TestApp } from "../http/test-app.ts";

export type School = TestFamily & { teacher: Person; goalId: string; otherGoalId: string; consentId: string };

/**
 * A family whose boy of eight has a teacher. The coordinator asked both parents whether the teacher may read one goal; `given` says
 * who said yes. The teacher took part, unless `accepted` is false.
 */
export async function familyWithSchool(
	app: TestApp,
	{ given = ["mother", "father"], accepted = true }: { given?: ("mother" | "father")[]; accepted?: boolean } = {},
): Promise<School> {
	const family = await app.world.newFamily();
	const goal = await newGoal(app.world, family, "Zoon leest elke dag tien minuten", "active");
	await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "child", forPersonId: family.boy.personId } });
	const other = await newGoal(app.world, family, "Papa en mama overleggen elke week", "active");
	const teacher = await app.world.involve(family.familyId, "professional", {
		givenName: "Juf Karin",
		role: "leerkracht",
		account: true,
		consented: false,
	});
	if (!accepted) await app.world.db.involvement.updateMany({ where: { personId: teacher.personId }, data: { acceptedAt: null } });
	const params = { familyId: family.familyId };
	const { id: consentId } = await (await app.as(family.coordinator))(askConsent, {
		params,
		body: {
			kind: "involve",
			aboutPersonId: family.boy.personId,
			what: "Juf Karin leest het doel over lezen.",
			toPersonId: teacher.personId,
			why: "Dan oefenen thuis en school hetzelfde.",
			parts: [{ object: "goal", objectId: goal.id }],
		},
	});
	for (const who of given)
		await (await app.as(family[who]))(answerConsent, { params: { ...params, consentId }, body: { answer: "given" } });
	return { ...family, teacher, goalId: goal.id, otherGoalId: other.id, consentId };
}
