import type { PlanContent } from "@samenplan/contract/plans";
import type { Position } from "@samenplan/contract/positions";
import { comparedFields } from "@samenplan/plan-rules/compared-fields";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible, notFound } from "../http/problems.ts";
import { positionsJson } from "../positions/position.read.ts";
import { hasLettersFor } from "./paper/letters.ts";
import type { VersionToGive } from "./paper/version-on-paper.ts";
import { readPlanVersion } from "./read-version.ts";

/**
 * What a version holds for whoever asks it as a file: nothing that the page of it does not show them, so row-level security decides.
 * The version itself never holds how to reach somebody, nor words that only some may read.
 * @throws HttpProblem `move-not-possible` with `letters-missing` when somebody wrote in letters that the file cannot hold: such a
 * version is printed from the screen
 */
export async function takeVersionPdf(tx: ActorTx, { params }: { params: { planVersionId: string } }): Promise<VersionToGive> {
	const version = JSON.parse(await readPlanVersion(tx, { params })) as VersionToGive["version"];
	const [row] = await tx.sql<{ positions: Position[] }>({
		text: `select ${positionsJson.replace("o.family_id = $1", "o.family_id = $1 and o.subject = 'plan_version' and o.subject_id = $2")} as positions`,
		values: [tx.familyId, version.id],
	});
	if (!row) throw notFound();
	const texts = [
		...textsOf(version.content),
		version.proceededBecause,
		...row.positions.flatMap(({ text, explanation }) => [text, explanation]),
	];
	if (!texts.every(hasLettersFor)) throw moveNotPossible([], ["letters-missing"]);
	return {
		version,
		positions: row.positions,
		names: await namesOf(tx, version, row.positions),
		language: tx.actor.language,
		madeAt: tx.now,
	};
}

/** Who answered or wrote without standing in the version: somebody who came or left later. */
async function namesOf(tx: ActorTx, { content, putBy }: VersionToGive["version"], positions: Position[]): Promise<Record<string, string>> {
	const known = new Set(content.family.persons.map(({ id }) => id));
	const asked = [putBy, ...positions.flatMap(({ personId, writtenBy, explainedBy }) => [personId, writtenBy, explainedBy ?? personId])];
	const missing = [...new Set([...asked, ...content.views.map(({ personId }) => personId)])].filter((id) => !known.has(id));
	if (missing.length === 0) return {};
	const people = await tx.db.person.findMany({ where: { id: { in: missing } }, select: { id: true, givenName: true } });
	return Object.fromEntries(people.map(({ id, givenName }) => [id, givenName]));
}

/** Everything in words; identifiers and days among them have letters that every font has. */
function textsOf({ family, plan, ...content }: PlanContent): string[] {
	const lists = Object.keys(comparedFields).flatMap((part) => (content as Record<string, unknown>)[part] ?? []) as object[];
	const parts = [plan, ...family.persons, ...lists, ...content.asks.flatMap(({ offers }) => offers)];
	return [
		family.name,
		...parts.flatMap((each) =>
			Object.values(each)
				.flat()
				.filter((value) => typeof value === "string"),
		),
	];
}
