import { familyTables } from "@samenplan/access/tables";
import { cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld } from "@samenplan/testing/world";
import pg from "pg";
import { gatherCast } from "./cast.ts";
import type { Bench } from "./mutation.ts";
import { plantForMatrix } from "./planted.ts";
import { plantEdges } from "./planted-edges.ts";
import { plantRecoveries } from "./recovery-used-up.ts";
import { openSqlMatrix } from "./sql-matrix.ts";

/** A database with everyone of the cast and a row of every kind, on which rules are left out and put back. */
export async function openBench(): Promise<Bench & { close: () => Promise<void> }> {
	const database = await cloneDatabase();
	const world = await openWorld(database.ownerUrl);
	const cast = await gatherCast(world, "only-for-tests-only-for-tests-only");
	await plantForMatrix(database.ownerUrl, world, cast);
	const edges = await plantEdges(world, cast);
	const [owner, app] = [new pg.Client({ connectionString: database.ownerUrl }), new pg.Client({ connectionString: database.appUrl })];
	await Promise.all([owner.connect(), app.connect()]);
	const granted = await plantRecoveries(owner, cast);
	const matrix = await openSqlMatrix(database, cast);
	return {
		owner,
		app,
		cast,
		matrix,
		edges,
		granted,
		familyTables: new Set(Object.keys(familyTables)),
		close: async () => {
			await matrix.close();
			await Promise.all([owner.end(), app.end()]);
			await world.close();
			await database.drop();
		},
	};
}
