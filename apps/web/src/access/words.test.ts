import { conditions, personStates, subjects } from "@samenplan/access/conditions";
import { duties, relations } from "@samenplan/access/relations";
import { dutyRights, familyRights } from "@samenplan/access/rights";
import { accessWork as en } from "@samenplan/language/messages/en/access.work";
import { accessWork as nl } from "@samenplan/language/messages/nl/access.work";
import { expect, it } from "vitest";

const keys = [
	...[...familyRights, ...dutyRights].map((right) => `access.work.right.${right}`),
	...relations.map((relation) => `access.work.relation.${relation}`),
	...duties.map((duty) => `access.work.duty.${duty}`),
	...conditions.map((condition) => `access.work.if.${condition}`),
	...subjects.map((subject) => `access.work.subject.${subject}`),
	...Object.keys(personStates).flatMap((state) => [`access.work.state.${state}`, `access.work.state.${state}.does`]),
];

it.each([
	["nl", nl],
	["en", en],
] as const)(
	"every right, relation, duty, condition and state has words in %s, and there are no words for what is not there",
	(_language, words) => {
		const said = Object.keys(words).filter((key) => /^access\.work\.(right|relation|duty|if|subject|state)\./.test(key));
		expect(said.sort()).toEqual([...keys].sort());
		for (const key of keys) expect(words[key as keyof typeof words].trim(), key).not.toBe("");
	},
);
