import type * as ageTasks from "@samenplan/contract/age-tasks";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { fullName } from "@samenplan/language/names";
import { readConsents } from "../consents/read-consents.ts";
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
	const consents = await readConsents(tx);
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
			consentsToAnswer: consents.filter(
				(one) => one.standing !== "over" && one.must.some((asked) => asked.personId === personId && asked.answer === null),
			).length,
			hasAccount: accounts.some((account) => account.id === personId),
		};
	});
}

/** Says in words how somebody was asked. Saying it again corrects the words; the first time counts as done. */
export async function doAgeTask(tx: ActorTx, { params, body }: EndpointParsed<typeof ageTasks.doAgeTask>): Promise<undefined> {
	const task = found(await tx.db.ageTask.findFirst({ where: { id: params.ageTaskId, familyId: tx.familyId } }));
	await tx.db.ageTask.updateMany({
		where: { id: task.id, familyId: tx.familyId },
		data: { words: body.words, doneAt: task.doneAt ?? tx.now, doneBy: tx.actor.personId },
	});
}
