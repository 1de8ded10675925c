import type * as ageTasks from "@samenplan/contract/age-tasks";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";
import { found } from "../http/problems.ts";

/** What the law asks because somebody turned 12, 16 or 18; what is still to do first. */
export async function listAgeTasks(tx: ActorTx): Promise<EndpointResponse<typeof ageTasks.listAgeTasks>> {
	const tasks = await tx.db.ageTask.findMany({
		where: { familyId: tx.familyId },
		orderBy: [{ doneAt: { sort: "desc", nulls: "first" } }, { fromOn: "desc" }],
	});
	if (tasks.length === 0) return [];
	const people = tasks.flatMap(({ personId, doneBy }) => [personId, doneBy]).filter((id) => id !== null);
	const persons = new Map((await tx.db.person.findMany({ where: { id: { in: people } } })).map((person) => [person.id, person]));
	const toAnswer = await consentsToAnswer(
		tx,
		tasks.map(({ personId }) => personId),
	);
	const accounts = await tx.sql<{ id: string }>({
		text: "select p.id from unnest($1::uuid[]) as p (id) where app.has_account(p.id)",
		values: [tasks.map(({ personId }) => personId)],
	});
	return tasks.map(({ id, personId, kind, fromOn, doneAt, doneBy, words }) => {
		const doer = doneBy === null ? undefined : persons.get(doneBy);
		return {
			id,
			personId,
			givenName: persons.get(personId)?.givenName ?? "",
			kind,
			fromOn: dayOfColumn(fromOn),
			doneAt: doneAt?.toISOString() ?? null,
			doneBy: doer ? fullName(doer) : null,
			words,
			consentsToAnswer: toAnswer.get(personId) ?? 0,
			hasAccount: accounts.some((account) => account.id === personId),
		};
	});
}

/** How many consents, of those that are not over, each of these people must give today and did not answer yet. */
async function consentsToAnswer(tx: ActorTx, personIds: string[]): Promise<Map<string, number>> {
	const rows = await tx.sql<{ person_id: string; count: number }>({
		text: `select p.id as person_id, count(*)::int as count
			from unnest($1::uuid[]) as p (id) join consent c on c.family_id = $2 and (c.until_on is null or c.until_on >= $3::date)
			where p.id = any (app.who_must_consent(c.about_person_id))
				and not exists (select 1 from consent_answer a where a.consent_id = c.id and a.person_id = p.id)
			group by p.id`,
		values: [[...new Set(personIds)], tx.familyId, tx.today],
	});
	return new Map(rows.map(({ person_id, count }) => [person_id, count]));
}

/** Says in words how somebody was asked. Saying it again corrects the words; the first time counts as done. */
export async function doAgeTask(tx: ActorTx, { params, body }: EndpointParsed<typeof ageTasks.doAgeTask>): Promise<undefined> {
	const task = found(await tx.db.ageTask.findFirst({ where: { id: params.ageTaskId, familyId: tx.familyId } }));
	await tx.db.ageTask.updateMany({
		where: { id: task.id, familyId: tx.familyId },
		data: { words: body.words, doneAt: task.doneAt ?? tx.now, doneBy: tx.actor.personId },
	});
}
