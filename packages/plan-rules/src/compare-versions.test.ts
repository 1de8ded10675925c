import type { PlanContent } from "@samenplan/contract/plans";
import { planContent } from "@samenplan/contract/plans";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangeKind, compareVersions, type PlanChange } from "./compare-versions.ts";
import { type ComparedPart, comparedFields, notCompared } from "./compared-fields.ts";

const parts = Object.keys(comparedFields) as ComparedPart[];
const listed = parts.filter((part) => part !== "plan" && part !== "people") as Exclude<ComparedPart, "plan" | "people">[];
type Loose = Partial<Record<ComparedPart, object[]>> & { plan?: [object] };

/** A plan with only what is given; everything else is empty. */
function content(given: Loose): PlanContent {
	return {
		family: { persons: given.people ?? [] },
		plan: { id: "plan", ...given.plan?.[0] },
		...Object.fromEntries(listed.map((part) => [part, given[part] ?? []])),
	} as unknown as PlanContent;
}
const goal = (id: string, text: string, more: object = {}) => ({ id, text, state: "active", version: 1, ...more });
const inShort = (changes: PlanChange[]) =>
	changes.map(({ part, id, change, title, fields }) =>
		[part, id, change, title, ...fields.map(({ field, before, after }) => `${field}: ${before} > ${after}`)].join(" | "),
	);

describe("what changed from one version of a plan to another", () => {
	const cases: [string, Loose, Loose, string[]][] = [
		[
			"a goal that is new",
			{},
			{ goals: [goal("a", "Samen eten", { levels: ["nooit", "", ""] })] },
			["goals | a | added | Samen eten | levels.0:  > nooit"],
		],
		["a goal that is gone", { goals: [goal("a", "Samen eten")] }, {}, ["goals | a | removed | Samen eten"]],
		[
			"other words of a goal",
			{ goals: [goal("a", "Eten")] },
			{ goals: [goal("a", "Samen eten", { version: 2 })] },
			["goals | a | changed |  | text: Eten > Samen eten"],
		],
		[
			"one level of a goal",
			{ goals: [goal("a", "Eten", { levels: ["nooit", "soms"] })] },
			{ goals: [goal("a", "Eten", { levels: ["nooit", "vaak"] })] },
			["goals | a | changed | Eten | levels.1: soms > vaak"],
		],
		["a goal that was agreed and is worked on", { goals: [goal("a", "Eten", { state: "proposed" })] }, { goals: [goal("a", "Eten")] }, []],
		[
			"a goal that was reached",
			{ goals: [goal("a", "Eten")] },
			{ goals: [goal("a", "Eten", { state: "achieved" })] },
			["goals | a | achieved | Eten"],
		],
		[
			"a goal taken up again, in other words",
			{ goals: [goal("a", "Eten", { state: "stopped" })] },
			{ goals: [goal("a", "Samen eten")] },
			["goals | a | started |  | text: Eten > Samen eten"],
		],
		[
			"help that began",
			{ help: [{ id: "h", what: "Gesprekken", state: "waiting" }] },
			{ help: [{ id: "h", what: "Gesprekken", state: "running" }] },
			["help | h | started | Gesprekken"],
		],
		["help that is new and runs", {}, { help: [{ id: "h", what: "Gesprekken", state: "running" }] }, ["help | h | started | Gesprekken"]],
		["help that is new and waits", {}, { help: [{ id: "h", what: "Gesprekken", state: "planned" }] }, ["help | h | added | Gesprekken"]],
		[
			"help that stopped, for a shorter time",
			{ help: [{ id: "h", what: "Gesprekken", state: "running", endsOn: "2026-12-31" }] },
			{ help: [{ id: "h", what: "Gesprekken", state: "stopped", endsOn: "2026-12-01" }] },
			["help | h | stopped | Gesprekken | endsOn: 2026-12-31 > 2026-12-01"],
		],
		[
			"help that is done",
			{ help: [{ id: "h", what: "Gesprekken", state: "running" }] },
			{ help: [{ id: "h", what: "Gesprekken", state: "completed" }] },
			["help | h | completed | Gesprekken"],
		],
		[
			"a step that was concluded",
			{ steps: [{ id: "s", kind: "goals", state: "in_progress", conclusion: "" }] },
			{ steps: [{ id: "s", kind: "goals", state: "concluded", conclusion: "Dit willen we" }] },
			["steps | s | concluded |  | conclusion:  > Dit willen we"],
		],
		[
			"a step that was opened again",
			{ steps: [{ id: "s", kind: "goals", state: "concluded" }] },
			{ steps: [{ id: "s", kind: "goals", state: "reopened" }] },
			["steps | s | reopened | "],
		],
		[
			"a step somebody began",
			{ steps: [{ id: "s", kind: "goals", state: "not_started" }] },
			{ steps: [{ id: "s", kind: "goals", state: "in_progress" }] },
			[],
		],
		[
			"a small step for somebody else",
			{ actions: [{ id: "x", text: "Bellen", personId: "mother" }] },
			{ actions: [{ id: "x", text: "Bellen", personId: "father", state: "done" }] },
			["actions | x | changed | Bellen | personId: mother > father"],
		],
		[
			"somebody new",
			{},
			{ people: [{ id: "p", givenName: "Noor", familyName: "Bakker", relation: "parent" }] },
			["people | p | added | Noor Bakker | relation:  > parent"],
		],
		[
			"an agreement of the plan itself",
			{ plan: [{ sharingAgreements: "School hoort niets" }] },
			{ plan: [{ sharingAgreements: "School hoort de doelen" }] },
			["plan | plan | changed |  | sharingAgreements: School hoort niets > School hoort de doelen"],
		],
		[
			"words that an older version could not have",
			{},
			{ sharedWords: [{ id: "w", word: "Druk", familyMeans: "Veel lawaai" }] },
			["sharedWords | w | added | Druk | familyMeans:  > Veel lawaai"],
		],
		[
			"how heavy it is, without words",
			{},
			{ loadCapacity: [{ id: "l", personId: "mother", load: 4, capacity: 2, text: "" }] },
			["loadCapacity | l | added |  | load:  > 4 | capacity:  > 2"],
		],
	];
	it.each(cases)("%s", (_what, before, after, said) => expect(inShort(compareVersions(content(before), content(after)))).toEqual(said));

	it("takes an older version, in which a whole part did not exist yet, as empty there", () => {
		const { crisisActs: _, ...older } = content({});
		const after = content({ crisisActs: [{ id: "c", what: "Naar oma" }] });
		expect(inShort(compareVersions(older, after))).toEqual(["crisisActs | c | added | Naar oma"]);
	});

	it("says nothing of what an older version did not tell yet about the plan itself", () => {
		const told = content({ plan: [{ placement: "home", courtOrder: "" }] });
		expect(compareVersions(content({}), told)).toEqual([]);
		expect(compareVersions(told, content({}))).toEqual([]);
		expect(inShort(compareVersions(told, content({ plan: [{ placement: "foster_long", courtOrder: "" }] })))).toEqual([
			"plan | plan | changed |  | placement: home > foster_long",
		]);
	});

	it("places every field of the contract: compared, or left out on purpose", () => {
		const shape = planContent.shape as unknown as Record<string, Schema>;
		const unplaced = parts.flatMap((part) => {
			const of = part === "people" ? (planContent.shape.family.shape.persons as unknown as Schema) : (shape[part] as Schema);
			const known = new Set<string>([
				...Object.keys(comparedFields[part]),
				...notCompared.all,
				...((notCompared as Partial<Record<ComparedPart, readonly string[]>>)[part] ?? []),
			]);
			return Object.keys(innerShape(of))
				.filter((field) => !known.has(field))
				.map((field) => `${part}.${field}`);
		});
		expect(unplaced).toEqual([]);
	});
});

type Schema = { shape?: Record<string, unknown>; unwrap?: () => Schema; element?: Schema };
/** The object inside a list or an optional part. */
function innerShape({ shape, element, unwrap }: Schema): Record<string, unknown> {
	return shape ?? innerShape((element ?? unwrap?.()) as Schema);
}

describe("comparing any two plans", () => {
	const word = fc.constantFrom("", "samen", "eten", "rust", "buiten");
	const states: Partial<Record<ComparedPart, string[]>> = {
		goals: ["proposed", "active", "achieved", "stopped"],
		help: ["planned", "running", "stopped", "completed"],
		steps: ["in_progress", "concluded", "reopened"],
	};
	const item = (part: ComparedPart) =>
		fc.record({
			id: fc.constantFrom("a", "b", "c"),
			version: fc.nat(5),
			...(states[part] && { state: fc.constantFrom(...(states[part] as string[])) }),
			...(part === "steps" && { kind: fc.constantFrom("clarify", "goals") }),
			...Object.fromEntries(
				Object.entries(comparedFields[part]).map(([field, kind]) => [field, kind === "texts" ? fc.array(word, { maxLength: 3 }) : word]),
			),
		});
	const anyPlan = fc
		.record({
			plan: fc.tuple(item("plan").map((each) => ({ ...each, id: "plan" }))),
			...Object.fromEntries(
				parts
					.filter((part) => part !== "plan")
					.map((part) => [part, fc.uniqueArray(item(part), { selector: ({ id }) => id, maxLength: 3 })]),
			),
		})
		.map((given) => content(given as Loose));

	it("says nothing of a plan beside itself", () => {
		fc.assert(
			fc.property(anyPlan, (plan) => {
				expect(compareVersions(plan, structuredClone(plan))).toEqual([]);
			}),
			{ numRuns: 50 },
		);
	});

	it("names every text that changed, exactly once, with its former and its new words", () => {
		fc.assert(
			fc.property(anyPlan, anyPlan, (before, after) => {
				const expected = [...texts(before).keys(), ...texts(after).keys()]
					.filter((key, place, all) => all.indexOf(key) === place)
					.map((key) => ({ key, was: texts(before).get(key) ?? "", is: texts(after).get(key) ?? "" }))
					.filter(({ was, is }) => was !== is)
					.map(({ key, was, is }) => `${key}: ${was} > ${is}`);
				const named = compareVersions(before, after).flatMap(textsNamed(before, after));
				expect([...named].sort()).toEqual(expected.sort());
			}),
			{ numRuns: 100 },
		);
	});

	it("says the same the other way round", () => {
		const otherWay: Partial<Record<ChangeKind, ChangeKind>> = { added: "removed", removed: "added", changed: "changed" };
		fc.assert(
			fc.property(anyPlan, anyPlan, (before, after) => {
				const there = compareVersions(before, after);
				const back = new Map(compareVersions(after, before).map((change) => [`${change.part} ${change.id}`, change]));
				for (const { part, id, change, fields } of there) {
					const other = back.get(`${part} ${id}`);
					// What began or ended has no words of its own in the other direction.
					if (otherWay[change] && other && otherWay[other.change]) expect(other.change).toBe(otherWay[change]);
					if (fields.length > 0 && change === "changed")
						expect(other?.fields).toEqual(fields.map(({ before: was, after: is, ...of }) => ({ ...of, before: is, after: was })));
				}
			}),
			{ numRuns: 50 },
		);
	});

	function items(plan: PlanContent, part: ComparedPart): Record<string, unknown>[] {
		if (part === "plan") return [plan.plan];
		return (part === "people" ? plan.family.persons : (plan[part] ?? [])) as Record<string, unknown>[];
	}
	/** Every text of a plan by part, thing and field. */
	function texts(plan: PlanContent): Map<string, string> {
		const all = new Map<string, string>();
		for (const part of parts)
			for (const each of items(plan, part))
				for (const [field, kind] of Object.entries(comparedFields[part]))
					if (kind === "text") all.set(`${part} ${each.id} ${field}`, String(each[field]));
					else if (kind === "texts")
						for (const [place, text] of (each[field] as string[]).entries()) all.set(`${part} ${each.id} ${field}.${place}`, text);
		return all;
	}
	/** The texts that one change names: those of its fields, and the title of what is new or gone as a whole. */
	const textsNamed = (before: PlanContent, after: PlanContent) => (change: PlanChange) => {
		const was = items(before, change.part).find(({ id }) => id === change.id);
		const is = items(after, change.part).find(({ id }) => id === change.id);
		const titled = change.part === "people" ? ["givenName", "familyName"] : [Object.keys(comparedFields[change.part])[0] as string];
		const [old, fresh] = [(field: string) => String(was?.[field] ?? ""), (field: string) => String(is?.[field] ?? "")];
		const inTitle =
			change.title !== "" && (!was || !is)
				? titled.filter((field) => change.title.includes(old(field) || fresh(field)) && old(field) !== fresh(field))
				: [];
		return [
			...inTitle.map((field) => `${change.part} ${change.id} ${field}: ${old(field)} > ${fresh(field)}`),
			...change.fields
				.filter(({ kind }) => kind === "text")
				.map((each) => `${change.part} ${change.id} ${each.field}: ${each.before} > ${each.after}`),
		];
	};
});
