import { ageOn, dayInAmsterdam } from "@samenplan/access/age";
import { consentStands, whoMustConsent } from "@samenplan/access/consent";
import { cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type World } from "@samenplan/testing/world";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The rule stands twice: here for the screen, in the database for the row-level policies. They must never differ. */
describe("who must consent, and whether a consent stands", () => {
	let world: World;
	let client: pg.Client;
	let drop: () => Promise<void>;
	const ids = { familyId: "", child: "", parents: ["", "", ""] as string[], consent: "" };
	beforeAll(async () => {
		const database = await cloneDatabase();
		world = await openWorld(database.ownerUrl);
		client = new pg.Client({ connectionString: database.ownerUrl });
		await client.connect();
		drop = database.drop;
		const family = await world.newFamily();
		const left = await world.involve(family.familyId, "parent", { givenName: "Vertrokken" });
		await world.db.involvement.updateMany({ where: { personId: left.personId }, data: { endedAt: new Date() } });
		Object.assign(ids, {
			familyId: family.familyId,
			child: family.boy.personId,
			parents: [family.mother.personId, family.father.personId, left.personId],
		});
		await world.db.authority.create({
			data: { familyId: ids.familyId, parentId: left.personId, childId: ids.child, holds: "yes", recordedBy: left.personId },
		});
		const consent = await world.db.consent.create({
			data: {
				familyId: ids.familyId,
				kind: "share",
				aboutPersonId: ids.child,
				what: "Wat de school leest",
				toWords: "school",
				why: "Om samen te werken",
				askedBy: family.coordinator.personId,
			},
		});
		ids.consent = consent.id;
	});
	afterAll(async () => {
		await client.end();
		await world.close();
		await drop();
	});

	/** Days around the birthdays at 12, 16 and 18, with 29 February among the dates of birth and the days. */
	const dayNumber = (day: string) => Date.parse(day) / 86_400_000;
	const toDay = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
	const bornOn = fc.oneof(
		fc.constantFrom("2008-02-29", "2012-02-29", "2016-02-29", "2010-03-01", "2010-02-28"),
		fc.integer({ min: dayNumber("2006-01-01"), max: dayNumber("2017-12-31") }).map(toDay),
	);
	const around = (born: string) =>
		fc
			.tuple(fc.constantFrom(11, 12, 15, 16, 17, 18), fc.integer({ min: -2, max: 2 }))
			.map(([years, days]) => toDay(dayNumber(`${Number(born.slice(0, 4)) + years}-${born.slice(5)}`.replace(/-02-29$/, "-03-01")) + days));
	const holds = fc.constantFrom("yes" as const, "no" as const, "unknown" as const);
	const answer = fc.constantFrom("given" as const, "given" as const, "refused" as const, "withdrawn" as const);

	async function arrange(born: string | null, facts: readonly ("yes" | "no" | "unknown")[]): Promise<void> {
		await client.query("update person set born_on = $2 where id = $1", [ids.child, born]);
		for (const [nth, value] of facts.entries())
			await client.query("update authority set holds = $3::authority_holds where child_id = $1 and parent_id = $2", [
				ids.child,
				ids.parents[nth],
				value,
			]);
	}
	const familyOf = (facts: readonly ("yes" | "no" | "unknown")[]) => ({
		// The third parent has left.
		parentIds: ids.parents.slice(0, 2),
		authority: facts.map((value, nth) => ({ parentId: ids.parents[nth] as string, childId: ids.child, holds: value })),
	});
	const ask = async <Value>(text: string, values: unknown[]) => (await client.query<{ value: Value }>(text, values)).rows[0]?.value;

	it("says the same here and in the database at every age, 29 February included, whatever is known of authority", async () => {
		const ages = new Set<number>();
		await fc.assert(
			fc.asyncProperty(
				fc
					.option(bornOn, { freq: 12 })
					.chain((born) => fc.tuple(fc.constant(born), born === null ? fc.constant("2026-06-01") : around(born))),
				fc.tuple(holds, holds, holds),
				async ([born, today], facts) => {
					await arrange(born, facts);
					if (born !== null) ages.add(ageOn(born, today));
					const inDatabase = await ask<string[]>("select app.must_consent($1, $2, $3::date) as value", [ids.familyId, ids.child, today]);
					expect([...(inDatabase ?? [])].sort()).toEqual(
						whoMustConsent({ id: ids.child, bornOn: born, child: true }, familyOf(facts), today),
					);
				},
			),
			{ numRuns: 250 },
		);
		for (const age of [10, 11, 12, 15, 16, 17, 18]) expect(ages).toContain(age);
	});

	it("says the same of a consent, whoever answered what and when, with a deviation, an end and a birthday since", async () => {
		const stood = { yes: 0, no: 0 };
		const at = (minutes: number) => new Date(Date.parse("2026-03-01T10:00:00Z") + minutes * 60_000);
		await fc.assert(
			fc.asyncProperty(
				bornOn.chain((born) => fc.tuple(fc.constant(born), around(born))),
				fc.integer({ min: 0, max: 5 }),
				fc.tuple(fc.constantFrom("yes" as const, "yes" as const, "no" as const), holds, holds),
				fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), answer, fc.integer({ min: 0, max: 9 })), { maxLength: 6 }),
				fc.option(fc.integer({ min: 0, max: 9 })),
				fc.option(fc.integer({ min: -1, max: 1 })),
				async ([born, today], askedBefore, facts, answers, deviation, until) => {
					await arrange(born, facts);
					const askedOn = toDay(dayNumber(today) - askedBefore);
					const untilOn = until === null ? null : toDay(dayNumber(today) + until);
					await client.query("delete from consent_answer where consent_id = $1", [ids.consent]);
					await client.query(
						`update consent set asked_at = $2, until_on = $3, deviates_because = $4, deviates_by = $5, deviates_at = $6 where id = $1`,
						[
							ids.consent,
							`${askedOn}T12:00:00Z`,
							untilOn,
							deviation === null ? "" : "Omdat het niet anders kan.",
							deviation === null ? null : ids.parents[0],
							deviation === null ? null : at(deviation),
						],
					);
					const people = [ids.child, ...ids.parents];
					// One answer of a person per moment, so that the newest is one.
					const once = answers.filter(
						([who, , when], nth) => !answers.slice(0, nth).some(([other, , then]) => other === who && then === when),
					);
					for (const [who, what, when] of once)
						await client.query(
							`insert into consent_answer (id, family_id, consent_id, person_id, answer, written_by, created_at)
							values (app.uuid7(), $1, $2, $3, $4::consent_answer_kind, $3, $5)`,
							[ids.familyId, ids.consent, people[who], what, at(when)],
						);
					const about = { id: ids.child, bornOn: born, child: true };
					const newest = people.flatMap((personId, who) => {
						const last = once.filter(([one]) => one === who).sort(([, , a], [, , b]) => b - a)[0];
						return last ? [{ personId, answer: last[1], at: at(last[2]) }] : [];
					});
					const here = consentStands(
						{
							aboutPersonId: ids.child,
							untilOn,
							must: whoMustConsent(about, familyOf(facts), today),
							mustThen: whoMustConsent(about, familyOf(facts), dayInAmsterdam(new Date(`${askedOn}T12:00:00Z`))),
							answers: newest,
							deviatedAt: deviation === null ? null : at(deviation),
						},
						today,
					);
					stood[here ? "yes" : "no"] += 1;
					expect(await ask<boolean>("select app.consent_stands($1, $2::date) as value", [ids.consent, today])).toBe(here);
				},
			),
			{ numRuns: 500 },
		);
		expect(Math.min(stood.yes, stood.no)).toBeGreaterThan(25);
	});
});
