import { plantRows } from "@samenplan/testing/planted-rows";
import { type ClonedDatabase, cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type World } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cast, gatherCast } from "./cast.ts";
import { runSqlMatrix, type SqlMatrix } from "./sql-matrix.ts";

describe("the access matrix in the database", () => {
	let database: ClonedDatabase;
	let world: World;
	let cast: Cast;
	let matrix: SqlMatrix;

	beforeAll(async () => {
		database = await cloneDatabase();
		world = await openWorld(database.ownerUrl);
		cast = await gatherCast(world, "only-for-tests-only-for-tests-only");
		const people = ["parent with authority", "the other parent with authority", "coordinator", "young person of 13", "network member"];
		const more = ["other professional", "parent without authority", "scientist with an open review", "broke the glass", "removed person"];
		await plantRows(
			database.ownerUrl,
			cast.family,
			[...people, ...more].map((name) => cast.named(name).person?.personId as string),
		);
		const owner = new pg.Client({ connectionString: database.ownerUrl });
		await owner.connect();
		// Every text that keeps its former ones gets one.
		for (const table of [
			"plan",
			"view",
			"goal",
			"load_capacity",
			"household",
			"safety_track",
			"network_tie",
			"evaluation_score",
			"consent",
		])
			await owner.query(`update "${table}" set version = version + 1 where family_id = $1`, [cast.family.familyId]).catch(() => undefined);
		await owner.end();
		matrix = await runSqlMatrix(database, cast);
	}, 120_000);
	afterAll(async () => {
		await world.close();
		await database.drop();
	});

	it("shows, changes and takes each row exactly as the policy says, for every table and every kind of caller", () => {
		process.stdout.write(`access matrix in SQL: ${matrix.cells} cells over ${cast.members.length} kinds of callers\n`);
		expect(matrix.cells).toBeGreaterThan(4000);
		expect(matrix.differences).toEqual([]);
	});
});
