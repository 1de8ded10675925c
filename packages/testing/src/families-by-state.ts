import { randomUUID } from "node:crypto";
import { tellFamilyAtNetwork } from "./family-at-network.ts";
import { tellFamilyAtStrengths } from "./family-at-strengths.ts";
import { tellFamilyBeforeEvaluation } from "./family-before-evaluation.ts";
import type { Place, StoryPerson } from "./family-story.ts";
import { Rows } from "./rows.ts";
import type { World } from "./world.ts";

/** Whose caseload the family is in; a coordinator is invented when left out. `now` moves the whole story in time. */
export type StateOptions = { coordinator?: StoryPerson; now?: Date };

/** Step 2 is being filled in; a scientist is asked to think along; the mother reads easy text. */
export const familyAtStrengths = (world: World, ownerUrl: string, of: StateOptions = {}) =>
	write(world, ownerUrl, of, tellFamilyAtStrengths);

/** Goals have answers, one asks for an explanation; parents live apart, the girl of 13 has an account; step 4 has begun. */
export const familyAtNetwork = (world: World, ownerUrl: string, of: StateOptions = {}) => write(world, ownerUrl, of, tellFamilyAtNetwork);

/** An agreed version, running help, an evaluation in two days with some scores, one open question of the father. */
export const familyBeforeEvaluation = (world: World, ownerUrl: string, of: StateOptions = {}) =>
	write(world, ownerUrl, of, tellFamilyBeforeEvaluation);

async function write<T>(world: World, ownerUrl: string, of: StateOptions, tell: (place: Place) => T): Promise<T> {
	const coordinator = of.coordinator ?? (await world.staff(["coordinator"], { givenName: "Marit" }));
	const account = await world.db.account.findUniqueOrThrow({ where: { id: coordinator.accountId } });
	const rows = new Rows();
	const key = randomUUID();
	const told = tell({
		rows,
		key,
		now: of.now ?? new Date(),
		organisationId: account.organisationId,
		teamId: account.teamId as string,
		coordinator,
	});
	// Addresses are for one account each, and a test may tell the same family twice.
	for (const row of rows.of("account")) row.email = `${key.slice(0, 8)}.${row.email}`;
	await rows.save(ownerUrl);
	return told;
}
