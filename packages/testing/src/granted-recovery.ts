import { v7 as uuid7 } from "uuid";
import type { Person, World } from "./world.ts";

/** As if two employees had agreed two days ago to let somebody of this family back in: a card may be made for them now. */
export async function grantRecovery(world: World, family: { familyId: string; coordinator: Person }, person: Person): Promise<string> {
	const id = uuid7();
	const second = await world.staff(["team_lead"]);
	await world.db.$executeRaw`
		insert into account_recovery (id, organisation_id, account_id, person_id, family_id, reason, asked_by, asked_at, decided_by, decided_at, usable_from,
			expires_at, state)
		select ${id}::uuid, a.organisation_id, a.id, a.person_id, ${family.familyId}::uuid, 'Gezien en gesproken.', ${family.coordinator.personId}::uuid,
			now() - interval '3 days', ${second.personId}::uuid, now() - interval '2 days', now() - interval '1 day', now() + interval '9 days', 'granted'
		from account a where a.id = ${person.accountId}::uuid`;
	return id;
}
