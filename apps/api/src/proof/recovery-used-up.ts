import type pg from "pg";
import { v7 as uuid7 } from "uuid";
import type { Cast } from "./cast.ts";

/** What was granted, and stands in its time or not. */
const moments = {
	"in its time": ["granted", "-1 day", "9 days"],
	"too early": ["granted", "1 hour", "9 days"],
	"too late": ["granted", "-2 days", "-1 hour"],
	refused: ["refused", "-1 day", "9 days"],
} as const;
type Moment = keyof typeof moments;
export type GrantedRecoveries = Record<Moment, string>;

/** For four people of the family, so that each has one that runs at most. */
export async function plantRecoveries(owner: pg.Client, { family, named }: Cast): Promise<GrantedRecoveries> {
	const second = named("team lead").person?.personId;
	const people = [family.mother, family.father, family.girl, named("network member").person];
	// What was planted for every kind of caller would run beside these.
	await owner.query("update account_recovery set state = 'refused' where state in ('asked', 'granted')");
	const planted = Object.entries(moments).map(async ([moment, [state, from, until]], place) => {
		const id = uuid7();
		await owner.query(
			`insert into account_recovery (id, organisation_id, account_id, person_id, family_id, reason, asked_by, asked_at, decided_by, decided_at,
				usable_from, expires_at, state)
			select $1, a.organisation_id, a.id, a.person_id, $2, 'Gezien en gesproken.', $3, now() - interval '5 days', $4, now() - interval '4 days',
				now() + $5::interval, now() + $6::interval, $7::account_recovery_state from account a where a.person_id = $8`,
			[id, family.familyId, family.coordinator.personId, second, from, until, state, people[place]?.personId],
		);
		return [moment, id] as const;
	});
	return Object.fromEntries(await Promise.all(planted)) as GrantedRecoveries;
}

/** Whether security lets a recovery be used up otherwise than once, by the job that signs people in, in its time and as of now. */
export async function usesUpOtherwise(app: pg.Client, granted: GrantedRecoveries): Promise<boolean> {
	const uses = async (moment: Moment, { job = "accounts", state = "used", ago = "0" } = {}): Promise<boolean> => {
		await app.query("begin");
		try {
			await app.query("select set_config('app.system', $1, true), set_config('app.now', now()::text, true)", [job]);
			const { rowCount } = await app.query(
				"update account_recovery set state = $2::account_recovery_state, ended_at = app.now() - $3::interval where id = $1",
				[granted[moment], state, ago],
			);
			return rowCount === 1;
		} catch (error) {
			// What a constraint refuses came past security.
			return (error as { code: string }).code !== "42501";
		} finally {
			await app.query("rollback");
		}
	};
	if (!(await uses("in its time"))) return true;
	const refused = [
		uses.bind(undefined, "too early"),
		uses.bind(undefined, "too late"),
		uses.bind(undefined, "refused"),
		uses.bind(undefined, "in its time", { job: "mail" }),
		uses.bind(undefined, "in its time", { job: "" }),
		uses.bind(undefined, "in its time", { state: "withdrawn" }),
		uses.bind(undefined, "in its time", { ago: "1 hour" }),
	];
	for (const use of refused) if (await use()) return true;
	return false;
}
