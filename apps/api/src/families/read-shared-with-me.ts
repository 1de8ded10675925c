import type { OwnPart } from "@samenplan/contract/own-part";
import type { PlanContent } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

type Shared = Pick<OwnPart, "goals" | "help" | "asks" | "versions" | "texts">;
type Share = Awaited<ReturnType<ActorTx["db"]["share"]["findMany"]>>[number];
type Said = { id: string; text: string; writtenBy: string; createdAt: Date };

/**
 * What was shared with the reader by name, and texts for everyone involved or for the reader. Every row here passed row-level
 * security for somebody outside the plan: a share whose consent does not stand has no row.
 */
export async function readSharedWithMe(tx: ActorTx): Promise<Shared> {
	const family = { familyId: tx.familyId };
	const shares = await tx.db.share.findMany({ where: { ...family, personId: tx.actor.personId, endedAt: null }, orderBy: { id: "asc" } });
	const ids = (object: Share["object"]) => ({ in: shares.filter((one) => one.object === object).map(({ objectId }) => objectId) });
	const goals = await tx.db.goal.findMany({ where: { ...family, id: ids("goal") }, orderBy: [{ position: "asc" }, { id: "asc" }] });
	const help = await tx.db.help.findMany({ where: { ...family, id: ids("help") }, orderBy: [{ startsOn: "asc" }, { id: "asc" }] });
	const asks = await tx.db.ask.findMany({ where: { ...family, id: ids("ask") }, orderBy: { id: "asc" } });
	const versions = await tx.db.planVersion.findMany({ where: { ...family, id: ids("plan_version") }, orderBy: { number: "desc" } });
	const offers = await tx.db.offer.findMany({ where: { ...family, personId: tx.actor.personId } });
	const comments = await tx.db.comment.findMany({ where: family, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
	const notes = await tx.db.progressNote.findMany({ where: family, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
	const views = await tx.db.view.findMany({ where: family, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
	const consents = await tx.sql<{ id: string; until_on: string | null }>({
		text: "select c.id, c.until_on::text from app.consents_of_my_shares() c",
	});
	const names = await namesOf(tx, [
		...shares.map(({ sharedBy }) => sharedBy),
		...comments.map(({ writtenBy }) => writtenBy),
		...notes.map(({ writtenBy }) => writtenBy),
		...views.map(({ personId }) => personId),
	]);
	const said = ({ id, text, writtenBy, createdAt }: Said) => ({
		id,
		text,
		name: names.get(writtenBy) ?? "",
		createdAt: createdAt.toISOString(),
		mine: writtenBy === tx.actor.personId,
	});
	const remarks = (id: string) => comments.filter(({ aboutId }) => aboutId === id).map(said);
	const sharing = (objectId: string) => {
		const all = shares.filter((one) => one.objectId === objectId);
		const share = all[0] as Share;
		// On the consent of everyone it is about: as long as the first of those lasts.
		const ends = consents.filter(({ id }) => all.some(({ consentId }) => consentId === id)).flatMap(({ until_on }) => until_on ?? []);
		return {
			sharedBy: names.get(share.sharedBy) ?? "",
			sharedAt: share.createdAt.toISOString(),
			untilOn: ends.sort()[0] ?? null,
		};
	};
	const shown = new Set([...goals, ...help].map(({ id }) => id));
	return {
		goals: goals.map(({ id, text, levels, state }) => ({ id, text, levels, state, remarks: remarks(id), ...sharing(id) })),
		help: help.map(({ id, what, provider, startsOn, endsOn, evaluationOn, state }) => ({
			id,
			what,
			provider,
			startsOn: dayOfColumn(startsOn),
			endsOn: dayOfColumn(endsOn),
			evaluationOn: dayOfColumn(evaluationOn),
			state,
			remarks: remarks(id),
			notes: notes.filter(({ helpId }) => helpId === id).map(said),
			...sharing(id),
		})),
		asks: asks.map(({ id, text, whenText, state }) => ({
			id,
			text,
			whenText,
			state,
			offer: offers.find(({ askId }) => askId === id)?.text ?? null,
			...sharing(id),
		})),
		versions: versions.map(({ id, number, putAt, content }) => ({
			id,
			number,
			putAt: putAt.toISOString(),
			...inShort(content as unknown as Partial<PlanContent>),
			...sharing(id),
		})),
		texts: [
			...views.map(({ personId, ...view }) => said({ ...view, writtenBy: personId })),
			...comments.filter(({ aboutId }) => aboutId === null || !shown.has(aboutId)).map(said),
		],
	};
}

/** Of a version its goals and the help, in the words of then; no names, no views, no addresses. */
function inShort({ goals = [], help = [] }: Partial<PlanContent>): Pick<OwnPart["versions"][number], "goals" | "help"> {
	return { goals: goals.map(({ text }) => text), help: help.map(({ what, provider }) => ({ what, provider })) };
}

async function namesOf(tx: ActorTx, ids: string[]): Promise<Map<string, string>> {
	const rows = await tx.sql<{ id: string; given_name: string }>({
		text: "select id, given_name from app.given_names($1::uuid[])",
		values: [[...new Set(ids)]],
	});
	return new Map(rows.map(({ id, given_name }) => [id, given_name]));
}
