import { describe, expect, it } from "vitest";
import { answerBy, destroyBy, monthsLater } from "./request-deadlines.ts";
import { type RequestKind, whoMayAsk } from "./who-may-ask.ts";

const today = "2026-11-22";
const bornOn = { 8: "2018-03-01", 12: "2014-11-22", 15: "2010-11-23", 16: "2010-11-22", 19: "2007-01-01" } as const;
const authority = [
	{ parentId: "mother", childId: "child", holds: "yes" },
	{ parentId: "father", childId: "child", holds: "yes" },
	{ parentId: "stepfather", childId: "child", holds: "unknown" },
	{ parentId: "former", childId: "child", holds: "no" },
] as const;
const ask = (askerId: string, age: keyof typeof bornOn, kind: RequestKind) =>
	whoMayAsk({ kind, askerId, about: { id: "child", bornOn: bornOn[age], isChild: true }, authority, today });

const alone = { together: [] };
/** asker, age of the child, inspection, correction, destruction */
const table = [
	["mother", 8, alone, alone, alone],
	["father", 8, alone, alone, alone],
	["child", 8, undefined, undefined, undefined],
	["stepfather", 8, undefined, undefined, undefined],
	["former", 8, undefined, undefined, undefined],
	["grandmother", 8, undefined, undefined, undefined],
	["child", 12, alone, alone, { together: ["mother", "father"] }],
	["mother", 12, alone, alone, undefined],
	["child", 15, alone, alone, { together: ["mother", "father"] }],
	["father", 15, alone, alone, undefined],
	["stepfather", 15, undefined, undefined, undefined],
	["child", 16, alone, alone, alone],
	["mother", 16, undefined, undefined, undefined],
	["child", 19, alone, alone, alone],
	["father", 19, undefined, undefined, undefined],
] as const;

describe("who may ask about whose data", () => {
	it.each(table)("%s about a child of %i", (asker, age, inspection, correction, destruction) => {
		expect(ask(asker, age, "inspection")).toEqual(inspection);
		expect(ask(asker, age, "correction")).toEqual(correction);
		expect(ask(asker, age, "destruction")).toEqual(destruction);
	});

	it("lets an adult ask for themself and for no other adult", () => {
		const about = { id: "father", bornOn: null, isChild: false };
		expect(whoMayAsk({ kind: "inspection", askerId: "father", about, authority, today })).toEqual(alone);
		expect(whoMayAsk({ kind: "inspection", askerId: "mother", about, authority, today })).toBeUndefined();
	});

	it("counts a child without a date of birth as under 12", () => {
		const about = { id: "child", bornOn: null, isChild: true };
		expect(whoMayAsk({ kind: "destruction", askerId: "mother", about, authority, today })).toEqual(alone);
		expect(whoMayAsk({ kind: "destruction", askerId: "child", about, authority, today })).toBeUndefined();
	});

	it("counts somebody born on 29 February as 12 from 1 March", () => {
		const about = { id: "child", bornOn: "2012-02-29", isChild: true };
		expect(whoMayAsk({ kind: "inspection", askerId: "child", about, authority, today: "2024-02-28" })).toBeUndefined();
		expect(
			whoMayAsk({ kind: "inspection", askerId: "child", about: { ...about, bornOn: "2008-02-29" }, authority, today: "2020-02-29" }),
		).toEqual(alone);
		expect(
			whoMayAsk({ kind: "inspection", askerId: "mother", about: { ...about, bornOn: "2008-02-29" }, authority, today: "2024-02-28" }),
		).toEqual(alone);
	});
});

describe("the deadlines of a request", () => {
	it("are one month, two more when extended, three months to destroy", () => {
		expect(answerBy("2026-11-22", false)).toBe("2026-12-22");
		expect(answerBy("2026-11-22", true)).toBe("2027-02-22");
		expect(destroyBy("2026-11-22")).toBe("2027-02-22");
	});

	it("end on the last day of a shorter month", () => {
		expect(monthsLater("2027-01-31", 1)).toBe("2027-02-28");
		expect(monthsLater("2028-01-31", 1)).toBe("2028-02-29");
		expect(monthsLater("2026-11-30", 3)).toBe("2027-02-28");
	});
});
