import { type ReadersChoice, readersOf } from "@samenplan/access/readers";
import type { Relation } from "@samenplan/access/relations";
import { readAudiences, readWordsForMe } from "@samenplan/contract/audience";
import { writeComment } from "@samenplan/contract/comments";
import { noteProgress } from "@samenplan/contract/help";
import { addTie } from "@samenplan/contract/network";
import { readPlan } from "@samenplan/contract/plans";
import { writeLoadCapacity, writeView } from "@samenplan/contract/steps";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

/** For every audience and every relation: who the writer is told will read a text is who gets it, to the person. */
describe("who reads a text", () => {
	let app: TestApp;
	let family: TestFamily;
	let people: { name: string; person: Person; relation: Relation }[];
	let helpId: string;
	beforeAll(async () => {
		app = await startTestApp();
		const { world } = app;
		family = await world.newFamily();
		const { familyId, planId } = family;
		const scientist = await world.staff(["scientist"]);
		await world.db.review.create({
			data: {
				familyId,
				planId,
				question: "?",
				toldFamilyOn: world.daysFromToday(-1),
				askedBy: family.coordinator.personId,
				state: "taken",
				scientistId: scientist.personId,
			},
		});
		const decision = await world.db.decision.create({
			data: {
				familyId,
				planId,
				what: "Hulp",
				why: "Samen",
				decidedOn: world.daysFromToday(-3),
				tookPart: [],
				writtenBy: family.coordinator.personId,
			},
		});
		helpId = (
			await world.db.$transaction(async (tx) => {
				await tx.evaluation.create({ data: { familyId, planId, dueOn: world.daysFromToday(60), writtenBy: family.coordinator.personId } });
				return tx.help.create({
					data: {
						familyId,
						planId,
						decisionId: decision.id,
						what: "Hulp",
						provider: "Thuisbegeleiding",
						startsOn: world.daysFromToday(-2),
						endsOn: world.daysFromToday(90),
						evaluationOn: world.daysFromToday(60),
					},
				});
			})
		).id;
		const around = (relation: "parent" | "child" | "network_member" | "professional", givenName: string, bornOn?: string) =>
			world.involve(familyId, relation, { givenName, account: true, ...(bornOn && { bornOn }) });
		people = [
			{ name: "coordinator", person: family.coordinator, relation: "coordinator" },
			{ name: "scientist", person: scientist, relation: "scientist" },
			{ name: "mother", person: family.mother, relation: "parent_with_authority" },
			{ name: "father", person: family.father, relation: "parent_with_authority" },
			{ name: "girl", person: family.girl, relation: "young_person" },
			{ name: "young adult", person: await around("child", "Zestien", world.yearsAgo(16)), relation: "young_person_16" },
			{ name: "stepfather", person: await around("parent", "Stief"), relation: "parent_without_authority" },
			{ name: "grandmother", person: await around("network_member", "Oma"), relation: "network_member" },
			{ name: "teacher", person: await around("professional", "Juf"), relation: "professional" },
		];
	});
	afterAll(() => app.stop());

	const idOf = (name: string) => people.find((each) => each.name === name)?.person.personId as string;
	const nameOf = (id: string) => people.find((each) => each.person.personId === id)?.name ?? "a stranger";
	const params = () => ({ familyId: family.familyId });

	async function whoGets(text: string): Promise<string[]> {
		const got: string[] = [];
		for (const { name, person, relation } of people) {
			const call = await app.as(person);
			const inPlan = !["parent_without_authority", "network_member", "professional"].includes(relation);
			const answer = inPlan ? await call(readPlan, { params: params() }) : await call(readWordsForMe, { params: params() });
			if (JSON.stringify(answer).includes(text)) got.push(name);
		}
		return got;
	}

	type Write = (call: Awaited<ReturnType<TestApp["as"]>>, text: string, choice: ReadersChoice, writer: Person) => Promise<unknown>;
	const writes: Record<string, Write> = {
		view: (call, text, choice) => call(writeView, { params: params(), body: { subject: "worry", text, ...copy(choice) } }),
		comment: (call, text, choice) =>
			call(writeComment, { params: params(), body: { kind: "comment", about: "plan", text, ...copy(choice) } }),
		"load and capacity": (call, text, choice) =>
			call(writeLoadCapacity, {
				params: params(),
				body: { personId: family.mother.personId, load: 3, capacity: 3, text, ...copy(choice) },
			}),
		"network tie": (call, text, choice) =>
			call(addTie, {
				params: params(),
				body: { name: "Buurvrouw", kind: "neighbour", closeness: 2, givesSupport: true, costsEnergy: false, text, ...copy(choice) },
			}),
		"progress note": (call, text, choice) => call(noteProgress, { params: { ...params(), helpId }, body: { text, ...copy(choice) } }),
	};
	const copy = ({ audience, readers }: ReadersChoice) => ({ audience, readers: [...readers] });

	const cases: [string, ReadersChoice["audience"], string[], string[]][] = [
		["mother", "family", [], ["mother", "father", "girl", "young adult"]],
		["mother", "core", [], ["coordinator", "scientist", "mother", "father", "girl", "young adult"]],
		[
			"mother",
			"circle",
			[],
			["coordinator", "scientist", "mother", "father", "girl", "young adult", "stepfather", "grandmother", "teacher"],
		],
		["mother", "named", ["girl"], ["mother", "girl"]],
		["mother", "named", ["coordinator"], ["coordinator", "mother"]],
		["mother", "named", ["grandmother", "teacher"], ["mother", "grandmother", "teacher"]],
		["coordinator", "staff", [], ["coordinator", "scientist"]],
		["coordinator", "named", ["mother"], ["coordinator", "mother"]],
		["young adult", "named", ["stepfather"], ["young adult", "stepfather"]],
	];
	const kindsOf = (writer: string) =>
		Object.keys(writes).filter((kind) =>
			kind === "load and capacity" ? writer === "mother" : kind === "progress note" ? writer === "coordinator" : true,
		);

	it.each(cases.flatMap((each) => kindsOf(each[0]).map((kind) => [kind, ...each] as const)))(
		"a %s of the %s for %s %j",
		async (kind, writer, audience, named, expected) => {
			const { person } = people.find(({ name }) => name === writer) as (typeof people)[number];
			const call = await app.as(person);
			const choice = { audience, readers: named.map(idOf) };
			const { choices } = await call(readAudiences, { params: params() });
			const offered = choices.find((each) => each.audience === audience)?.readers ?? [];
			const told = audience === "named" ? offered.filter((id) => id === person.personId || choice.readers.includes(id)) : offered;
			const text = `tekst ${crypto.randomUUID()}`;
			await writes[kind]?.(call, text, choice, person);
			const got = await whoGets(text);
			expect(got).toEqual(expected);
			expect(told.map(nameOf).sort()).toEqual([...got].sort());
			const involved = people.map((each) => ({ id: each.person.personId, relations: [each.relation] }));
			expect(readersOf(choice, involved, person.personId).map(nameOf)).toEqual(got);
		},
	);

	it("tells of somebody who was asked in that they read along from the day they take part", async () => {
		const { world } = app;
		const aunt = await world.involve(family.familyId, "network_member", { givenName: "Tante" });
		const call = await app.as(family.mother);
		const asked = async () => (await call(readAudiences, { params: params() })).people.find(({ id }) => id === aunt.personId);
		expect(await asked()).toEqual({ id: aunt.personId, name: "Tante", reads: false });
		await world.db.involvement.updateMany({ where: { personId: aunt.personId }, data: { endedAt: new Date() } });
		expect(await asked()).toBeUndefined();
	});
});
