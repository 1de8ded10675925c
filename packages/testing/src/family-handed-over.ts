import type { Person, TestFamily, World } from "./world.ts";

/** A colleague of the same team, who may take over. */
export function colleague(world: World, givenName = "Nieuwe"): Promise<Person> {
	return world.staff(["coordinator"], { givenName });
}

/** A handover that was arranged: to whom, with the talk so many days from today. */
export async function arrangedHandover(world: World, family: TestFamily, of: { to: Person; talkIn?: number; askedBy?: Person }) {
	const { id: handoverId } = await world.db.handover.create({
		data: {
			familyId: family.familyId,
			planId: family.planId,
			state: "arranged",
			fromPersonId: family.coordinator.personId,
			toPersonId: of.to.personId,
			because: "Ik ga met verlof",
			toKnow: "Bel liever 's avonds",
			talkOn: world.daysFromToday(of.talkIn ?? 0),
			talkWhere: "bij het gezin thuis",
			toldFamilyOn: world.daysFromToday(-2),
			askedBy: (of.askedBy ?? family.coordinator).personId,
			arrangedBy: family.coordinator.personId,
			arrangedAt: world.daysFromToday(-2),
		},
	});
	return { handoverId };
}
