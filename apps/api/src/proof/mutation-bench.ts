import { familyTables } from "@samenplan/access/tables";
import { plantRows } from "@samenplan/testing/planted-rows";
import { cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld } from "@samenplan/testing/world";
import pg from "pg";
import { gatherCast } from "./cast.ts";
import type { Bench } from "./mutation.ts";
import { openSqlMatrix } from "./sql-matrix.ts";

/** A database with everyone of the cast and a row of every kind, on which rules are left out and put back. */
export async function openBench(): Promise<Bench & { close: () => Promise<void> }> {
	const database = await cloneDatabase();
	const world = await openWorld(database.ownerUrl);
	const cast = await gatherCast(world, "only-for-tests-only-for-tests-only");
	const of = (name: string) => cast.named(name).person?.personId as string;
	const people = ["parent with authority", "the other parent with authority", "coordinator", "young person of 13", "network member"];
	const more = ["other professional", "parent without authority", "scientist with an open review", "broke the glass"];
	await plantRows(database.ownerUrl, cast.family, [...people, ...more].map(of));
	const [owner, app] = [new pg.Client({ connectionString: database.ownerUrl }), new pg.Client({ connectionString: database.appUrl })];
	await Promise.all([owner.connect(), app.connect()]);
	for (const table of ["plan", "view", "goal", "household", "safety_track", "evaluation_score"])
		await owner.query(`update "${table}" set version = version + 1 where family_id = $1`, [cast.family.familyId]);
	await owner.query(
		"select app.audit('proof', 'read', 'success', null, null, 'coordinator', 'plan', null, $1, 'relation', null, null, 'api')",
		[cast.family.familyId],
	);
	const matrix = await openSqlMatrix(database, cast);
	return {
		owner,
		app,
		cast,
		matrix,
		familyTables: new Set(Object.keys(familyTables)),
		close: async () => {
			await matrix.close();
			await Promise.all([owner.end(), app.end()]);
			await world.close();
			await database.drop();
		},
	};
}
