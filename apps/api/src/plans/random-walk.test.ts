import { createHash } from "node:crypto";
import { ProblemError } from "@samenplan/contract/client";
import { offerGroupPlan, readPlan, reopenPlan, type WholePlan } from "@samenplan/contract/plans";
import type { Problem } from "@samenplan/contract/problem";
import { writeStep } from "@samenplan/contract/steps";
import { type Move, moves, rightOf } from "@samenplan/plan-rules/moves";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { refreshReminders, sendDueReminders } from "../reminders/send-reminders.ts";
import { alwaysTrue, alwaysTrueOfMessages } from "./always-true.fixture.ts";
import { deeds, type Ground, marker, type Try, tryOf } from "./random-walk.fixture.ts";
import { familyAt, grounds, type WalkGround } from "./random-walk-grounds.fixture.ts";

/** Another seed walks other ways: `WALK_SEED=7 npx vitest run src/plans/random-walk.test.ts`. */
const firstSeed = Number(process.env.WALK_SEED ?? 20_261_123);
const walks = 28;
const turnsPerWalk = 20;

type Answer = { status: number; problem?: Problem };
describe("random walks of several people through one plan", () => {
	let app: TestApp;
	let staff: Record<"coordinator" | "scientist" | "teamLead" | "administrator" | "privacyOfficer" | "stranger", Person>;
	const made = new Set<Move>();
	const refused = new Set<Move>();
	const done = new Set<string>();
	const notTheirs = new Set<string>();
	const walked: string[] = [];

	beforeAll(async () => {
		app = await startTestApp({ LOG_LEVEL: "silent" });
		staff = {
			coordinator: await app.world.staff(["coordinator"]),
			scientist: await app.world.staff(["scientist"]),
			teamLead: await app.world.staff(["team_lead"]),
			administrator: await app.world.staff(["administrator"]),
			privacyOfficer: await app.world.staff(["privacy_officer"]),
			stranger: await app.world.staff(["coordinator"]),
		};
	});
	afterAll(() => app.stop());
	const day = (ahead: number) => app.world.daysFromToday(ahead).toISOString().slice(0, 10);

	for (let walk = 0; walk < walks; walk++) {
		const seed = firstSeed + walk;
		const ground = grounds[walk % grounds.length] as WalkGround;
		it(`walk ${walk + 1} from a plan that is ${ground}, seed ${seed}`, async () => {
			const way: string[] = [];
			try {
				await walkFrom(ground, walk, chanceOf(seed), way);
			} catch (error) {
				throw new Error(`WALK_SEED=${firstSeed}, walk ${walk + 1}:\n${way.join("\n")}`, { cause: error });
			}
		});
	}

	it("came everywhere: every move was made and refused, and most deeds were done", () => {
		if (process.env.WALK_SEED !== undefined) return;
		expect(moves.filter((move) => !made.has(move))).toEqual([]);
		expect(moves.filter((move) => !refused.has(move))).toEqual([]);
		// Chance decides which deeds come up; a few that need much before them may not.
		expect(Object.keys(deeds).filter((deed) => !done.has(deed)).length).toBeLessThan(Object.keys(deeds).length / 4);
		expect([...notTheirs].sort()).toEqual([
			"administrator",
			"father",
			"girl",
			"grandmother",
			"mother",
			"privacyOfficer",
			"scientist",
			"stepfather",
			"stranger",
			"teacher",
			"teamLead",
		]);
	});

	it("is told about without a word of what was written, to people of the family and those who work for it alone", async () => {
		// Three weeks later a lot is due.
		app.services.clock.move(21 * 86_400);
		await refreshReminders(app.services, { all: true });
		await sendDueReminders(app.services);
		app.services.clock.move(0);
		expect(await app.world.db.mail.count({ where: { familyId: { in: walked } } })).toBeGreaterThan(walked.length);
		for (const familyId of walked) await holds(alwaysTrueOfMessages, familyId);
	});

	async function walkFrom(ground: WalkGround, walk: number, chance: Chance, way: string[]): Promise<void> {
		const family = await familyAt(ground, app, staff);
		const { familyId } = family;
		walked.push(familyId);
		const people: Record<string, Person> = {
			...staff,
			mother: family.mother,
			father: family.father,
			girl: family.girl,
			stepfather: await app.world.involve(familyId, "parent", { givenName: "Stiefvader", account: true }),
			grandmother: await app.world.involve(familyId, "network_member", { givenName: "Oma", account: true }),
			teacher: await app.world.involve(familyId, "professional", { givenName: "Juf", account: true }),
		};
		const names: Record<string, string> = {
			...Object.fromEntries(Object.entries(people).map(([name, { personId }]) => [name, personId])),
			boy: family.boy.personId,
		};
		const contents = new Map<string, string>();
		let calls = 0;
		const entriesBefore = await entries(familyId);

		/** The plan as it is; read again when something was done since. */
		let known: WholePlan | undefined;
		const plan = async (): Promise<WholePlan> => {
			if (!known) {
				calls++;
				known = await (await app.as(people.coordinator))(readPlan, { params: { familyId } });
			}
			return known;
		};
		const groundFor = async (who: string): Promise<Ground> => ({
			plan: await plan(),
			familyId,
			day,
			pick: chance.pick,
			people: names,
			personId: names[who] ?? "",
		});
		async function call(who: string, what: string, { endpoint, input }: Try): Promise<Answer> {
			const answer = await (await app.as(people[who]))(endpoint, input as never).then(
				(): Answer => ({ status: 200 }),
				(error: unknown): Answer => {
					if (error instanceof ProblemError) return { status: error.problem.status, problem: error.problem };
					throw error;
				},
			);
			// Whoever is nothing to the family leaves their entry too; one about the queue names the family once it is taken from it.
			if (endpoint.path.includes("{familyId}") || answer.status === 200) calls++;
			if (answer.status === 200) known = undefined;
			way.push(`${who}: ${what} -> ${answer.status} ${answer.problem?.code ?? ""} ${answer.problem?.reasons ?? ""}`);
			return answer;
		}
		/** What the server says that the coordinator can do now: part of its answer to what is not possible. */
		async function listed(of: Ground): Promise<Move[]> {
			const { version, state } = of.plan.plan;
			const params = { familyId };
			const wrong =
				state === "open"
					? { endpoint: reopenPlan, input: { params, body: { because: "x", evaluationOn: day(30), version } } }
					: { endpoint: offerGroupPlan, input: { params, body: { offeredOn: day(0), version } } };
			const { problem } = await call("coordinator", "asks what is possible", wrong as unknown as Try);
			expect(problem?.code).toBe("move-not-possible");
			return problem?.possible as Move[];
		}

		async function makesListed(move: Move, of: Ground): Promise<void> {
			const attempt = tryOf(move, of);
			expect([move, attempt]).not.toEqual([move, undefined]);
			const { status } = await call("coordinator", `${move} (possible)`, attempt as Try);
			expect([move, status]).toEqual([move, 200]);
			made.add(move);
		}
		async function isRefused(move: Move, of: Ground, possible: Move[]): Promise<void> {
			const attempt = tryOf(move, of);
			if (!attempt) return;
			const { status, problem } = await call("coordinator", `${move} (not possible)`, attempt);
			expect([move, status, problem?.code]).toEqual([move, 409, "move-not-possible"]);
			expect(problem?.reasons?.length).toBeGreaterThan(0);
			// Each answer lists the same moves.
			expect(problem?.possible).toEqual(possible);
			refused.add(move);
		}

		for (let turn = 0; turn < turnsPerWalk; turn++) {
			const kind = chance.pick([
				"deed",
				"deed",
				"deed",
				"possible",
				"possible",
				"possible",
				"not possible",
				"by another",
				"stale",
			] as const);
			const coordinated = await groundFor("coordinator");
			if (kind === "possible" || kind === "not possible") {
				const possible = await listed(coordinated);
				const from = moves.filter((move) => possible.includes(move) === (kind === "possible"));
				if (kind === "possible") await makesListed(chance.pick(chance.onward(from)), coordinated);
				else {
					// A closed plan refuses everything but one.
					const tried = coordinated.plan.plan.state === "closed" ? from : [chance.pick(from), chance.pick(from), chance.pick(from)];
					for (const move of tried) await isRefused(move, coordinated, possible);
				}
			} else if (kind === "by another") {
				const who = chance.pick(Object.keys(people).filter((name) => name !== "coordinator"));
				const move = chance.pick(moves);
				const attempt = tryOf(move, { ...coordinated, personId: names[who] ?? "" });
				if (!attempt) continue;
				const { status, problem } = await call(who, move, attempt);
				if (rightOf(move) === "group_plan.answer" && (who === "mother" || who === "father")) {
					const may = coordinated.plan.plan.state === "open" && coordinated.plan.plan.groupPlanOfferedOn !== null;
					expect([who, move, status]).toEqual([who, move, may ? 200 : 409]);
					for (const each of problem?.possible ?? []) expect(each).toBe("answer_group_plan");
				} else {
					expect([403, 404]).toContain(status);
					notTheirs.add(who);
				}
			} else if (kind === "stale") {
				// Two who started from the same text: the second sees what the first wrote, and nothing of it is lost.
				const step = coordinated.plan.steps.find(({ state, version }) => state !== "concluded" && version > 1);
				if (!step || coordinated.plan.plan.state === "closed") continue;
				const body = { conclusion: `${marker} van een ander blad`, version: step.version - 1 };
				const late = { endpoint: writeStep, input: { params: { familyId, kind: step.kind }, body } };
				const { status, problem } = await call("coordinator", `writes ${step.kind} from an older text`, late as unknown as Try);
				expect([status, problem?.code, (problem?.current as { conclusion?: string })?.conclusion]).toEqual([
					409,
					"conflict",
					step.conclusion,
				]);
				known = undefined;
				expect((await plan()).steps.find(({ id }) => id === step.id)?.conclusion).toBe(step.conclusion);
			} else {
				const could = Object.entries(deeds).flatMap(([deed, { by, of, follows }]) =>
					(chance.one(8) ? Object.keys(people) : by).flatMap((doer) => {
						const attempt = of({ ...coordinated, personId: names[doer] ?? "" });
						return attempt ? [{ name: deed, who: doer, attempt, follows }] : [];
					}),
				);
				const following = could.filter(({ follows }) => follows);
				const favourite = could.filter(({ name }) => name === Object.keys(deeds)[walk % Object.keys(deeds).length]);
				const from = favourite.length > 0 && chance.one(3) ? favourite : following.length > 0 && !chance.one(3) ? following : could;
				const { name, who, attempt } = chance.pick(from);
				const { status, problem } = await call(who, name, attempt);
				expect([name, [200, 403, 404, 409].includes(status), problem?.errors]).toEqual([name, true, undefined]);
				if (problem?.code === "move-not-possible") expect(problem.possible).toBeInstanceOf(Array);
				if (status === 200) done.add(name);
			}
			await versionsStay(familyId, contents);
		}
		await holds(alwaysTrue, familyId);
		expect(["one entry of the log per call", (await entries(familyId)) - entriesBefore]).toEqual(["one entry of the log per call", calls]);
	}

	/** Nothing of this family breaks any of these sentences. */
	async function holds(sentences: typeof alwaysTrue, familyId: string): Promise<void> {
		for (const [sentence, query] of sentences)
			expect([sentence, await app.world.db.$queryRawUnsafe(query.replaceAll("$1", `'${familyId}'::uuid`))]).toEqual([sentence, []]);
	}

	const entries = (familyId: string) => app.world.db.auditEntry.count({ where: { familyId, source: "api" } });

	/** A version that was put before people never changes; once agreed it stays agreed. */
	async function versionsStay(familyId: string, contents: Map<string, string>): Promise<void> {
		for (const { id, content, state } of await app.world.db.planVersion.findMany({ where: { familyId } })) {
			const now = createHash("sha256").update(JSON.stringify(content)).digest("hex");
			expect(now).toBe(contents.get(id) ?? now);
			contents.set(id, now);
			if (contents.get(`${id} agreed`)) expect(state).toBe("agreed");
			if (state === "agreed") contents.set(`${id} agreed`, "yes");
		}
	}
});

type Chance = ReturnType<typeof chanceOf>;
/** Chance that comes out the same for the same seed (mulberry32). */
function chanceOf(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
	const one = (of: number) => next() < 1 / of;
	/** Concluding and deciding come first more often than not: else a walk stays at the beginning. */
	const onward = (possible: Move[]): Move[] => {
		const on = possible.filter((move) => /^(conclude|decide|put|close)_/.test(move) && !(move === "close_plan" && !one(4)));
		return on.length > 0 && !one(2) ? on : possible;
	};
	return { pick, one, onward };
}
