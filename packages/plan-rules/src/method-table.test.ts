import { type Relation, relations } from "@samenplan/access/relations";
import { endpoints } from "@samenplan/contract/endpoints";
import { stepKinds } from "@samenplan/contract/steps";
import { describe, expect, it } from "vitest";
import {
	type Aspect,
	aspects,
	everythingThere,
	factsOfSituation,
	justOpened,
	makers,
	reasonsInTable,
	rules,
	type Situation,
} from "./method-table.fixture.ts";
import { type Move, moves, possibleMoves, rightOf, whyNot } from "./moves.ts";
import { methodReasons } from "./reasons.ts";

const allAspects = Object.keys(aspects) as Aspect[];
/** Both ends of what a plan can be: nothing there yet, and everything; a rule that is wrong about one thing shows in one of them. */
const grounds: [string, Situation][] = [
	["a plan that was just opened", justOpened],
	["a plan in which everything is there", everythingThere],
	["a complex plan in which everything is there", { ...everythingThere, complex: "yes" }],
];
const everyone = [undefined, ...relations] as const;

/** Compares what the rules answer with what the table says; what differs is told in the words of the table. */
function differences(now: Situation): string[] {
	const facts = factsOfSituation(now);
	const found: string[] = [];
	for (const move of moves) {
		const [inRules, inTable] = [whyNot(facts, move), reasonsInTable(now, move)];
		if (inRules.length !== inTable.length || inRules.some((reason) => !inTable.includes(reason)))
			found.push(`${move} in ${JSON.stringify(now)}: the rules say "${inRules}", the table "${inTable}"`);
	}
	return found;
}

const tell = (cells: number, what: string) => console.info(`${cells.toLocaleString("en")} cells compared: ${what}`);

describe("the moves of the method against its table", () => {
	it("step x state x route x move x relation: who can do what, and nobody else", () => {
		let cells = 0;
		const wrong: string[] = [];
		for (const [ground, situation] of grounds)
			for (const step of stepKinds)
				for (const state of aspects[step])
					for (const route of aspects.route)
						for (const plan of aspects.plan) {
							const now = { ...situation, [step]: state, route, plan };
							const facts = factsOfSituation(now);
							for (const relation of everyone) {
								const possible = possibleMoves(facts, relation ? [relation] : []);
								for (const move of moves) {
									cells++;
									const inTable = relation !== undefined && makers(move).includes(relation) && reasonsInTable(now, move).length === 0;
									if (possible.includes(move) !== inTable)
										wrong.push(`${relation} ${move} with ${step} ${state}, ${route}, ${plan}, ${ground}`);
								}
							}
						}
		tell(cells, "step x state x route x move x relation, in an open and a closed plan, on three grounds");
		expect(wrong.slice(0, 10)).toEqual([]);
		expect(cells).toBe(3 * 6 * 5 * 5 * 2 * 12 * moves.length);
	});

	it("every two things together, on every route: each reason that is named, and no other", { timeout: 60_000 }, () => {
		let cells = 0;
		const wrong: string[] = [];
		for (const [, ground] of grounds)
			for (const route of aspects.route)
				for (const [index, one] of allAspects.entries())
					for (const other of allAspects.slice(index))
						for (const first of aspects[one])
							for (const second of aspects[other]) {
								const now = { ...ground, route, [one]: first, [other]: second };
								cells += moves.length;
								if (wrong.length < 10) wrong.push(...differences(now));
							}
		tell(cells, "every pair of things x route x move");
		expect(wrong).toEqual([]);
	});

	it("the six steps in every combination of states, on every route", { timeout: 60_000 }, () => {
		let cells = 0;
		const wrong: string[] = [];
		const [first, ...rest] = stepKinds.map((step) => aspects[step].map((state) => ({ [step]: state })));
		const combinations = rest.reduce((made, states) => made.flatMap((each) => states.map((state) => ({ ...each, ...state }))), first ?? []);
		for (const combination of combinations)
			for (const route of aspects.route)
				for (const networkSkipped of aspects.networkSkipped) {
					const now = { ...everythingThere, ...combination, route, networkSkipped };
					cells += moves.length;
					if (wrong.length < 10) wrong.push(...differences(now));
				}
		tell(cells, "all six steps in every state x route x network skipped or not x move");
		expect(wrong).toEqual([]);
		expect(cells).toBe(5 ** 6 * 5 * 2 * moves.length);
	});

	it("says every reason that the method has, and each rule speaks somewhere", () => {
		const said = new Set(rules.flatMap(({ says }) => Object.values(says).flatMap((values) => Object.values(values))));
		expect([...said].sort()).toEqual([...methodReasons].sort());
		expect([...new Set(rules.flatMap((rule) => rule.moves))].sort()).toEqual(
			// Nothing holds these back in an open plan but that it is closed; that is a rule too.
			[...moves].sort(),
		);
	});

	it("gives somebody with several ties to a family the moves of each", () => {
		const both: Relation[] = ["scientist", "parent_with_authority"];
		expect(possibleMoves(factsOfSituation(everythingThere), both)).toEqual(["answer_group_plan"]);
	});

	it("asks of each move the right that its endpoint asks", () => {
		const paths: [Move | RegExp, string, string][] = [
			[/^choose_/, "put", "plan/route"],
			["mark_complex", "put", "plan/complex"],
			[/^write_/, "patch", "steps/{kind}"],
			[/^conclude_/, "post", "steps/{kind}/conclude"],
			[/^reopen_(?!plan)/, "post", "steps/{kind}/reopen"],
			["ask_review", "post", "reviews"],
			["skip_network", "put", "plan/network-skip"],
			["offer_group_plan", "post", "plan/group-plan/offer"],
			["answer_group_plan", "post", "plan/group-plan/answer"],
			["decide_help", "post", "decisions"],
			["put_version", "post", "plan-versions"],
			["plan_evaluation", "post", "evaluations"],
			[/^decide_evaluation$|^close_plan$/, "post", "evaluations/{evaluationId}/talk"],
			["reopen_plan", "post", "plan/reopening"],
		];
		for (const move of moves) {
			const [, method, path] = paths.find(([of]) => (typeof of === "string" ? of === move : of.test(move))) ?? [];
			const endpoint = endpoints.find((each) => each.method === method && each.path === `/api/families/{familyId}/${path}`);
			expect([move, endpoint?.right]).toEqual([move, rightOf(move)]);
		}
	});
});
