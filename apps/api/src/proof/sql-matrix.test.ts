import { type ClonedDatabase, cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type World } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cast, gatherCast } from "./cast.ts";
import { plantForMatrix } from "./planted.ts";
import { runSqlMatrix } from "./sql-matrix.ts";
import type { SqlMatrix } from "./try-rows.ts";

describe("the access matrix in the database", () => {
	let database: ClonedDatabase;
	let world: World;
	let cast: Cast;
	let matrix: SqlMatrix;

	beforeAll(async () => {
		database = await cloneDatabase();
		world = await openWorld(database.ownerUrl);
		cast = await gatherCast(world, "only-for-tests-only-for-tests-only");
		await plantForMatrix(database.ownerUrl, world, cast);
		matrix = await runSqlMatrix(database, cast);
	}, 240_000);
	afterAll(async () => {
		await world.close();
		await database.drop();
	});

	it("shows, changes, adds and takes away each row exactly as the policy says, for every table and every kind of caller", () => {
		process.stdout.write(`access matrix in SQL: ${matrix.cells} cells over ${cast.members.length} kinds of callers\n`);
		expect(matrix.cells).toBeGreaterThan(4000);
		expect(matrix.differences).toEqual([]);
	});
});
