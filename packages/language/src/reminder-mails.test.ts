import { describe, expect, it } from "vitest";
import { readPlainLanguage, sentencesOf, wordsOf } from "./plain-language.ts";
import { reminderKinds, reminderRungs } from "./reminder-kinds.ts";
import { digestMail, reminderMail, reminderWords } from "./reminder-mails.ts";

const everyone = reminderKinds.flatMap((kind) =>
	reminderRungs.flatMap((rung) => [true, false].map((toStaff) => ({ kind, rung, toStaff }))),
);
const values = { givenName: "Anna", date: "dinsdag 6 oktober 2026", link: "https://hier/x", choices: "https://hier/me/messages" };
const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const saidTo = (language: "nl" | "en", toStaff?: boolean) =>
	everyone.filter((each) => toStaff === undefined || each.toStaff === toStaff).map((each) => reminderMail(each, language, values));

describe("what a reminder says", () => {
	it.each(["nl", "en"] as const)("fills in everything, greets, and leads to the place and to one's own choices (%s)", (language) => {
		for (const { subject, text } of saidTo(language)) {
			expect(subject).not.toBe("");
			expect(placesIn(subject + text)).toEqual([]);
			expect(text).toContain("Anna");
			expect(text).toContain(values.link);
			expect(text).toContain(values.choices);
		}
	});

	it("can hold nothing of a family: the only thing that is filled in is a day", () => {
		for (const language of ["nl", "en"] as const) {
			const { family, ...ladders } = reminderWords[language];
			const said = [...Object.values(ladders), ...Object.values(family)].flatMap((ladder) => Object.values(ladder).flat());
			expect(new Set(said.flatMap(placesIn))).toEqual(new Set(["date"]));
		}
	});

	it("has the same rungs in both languages", () => {
		const rungsOf = (language: "nl" | "en") => {
			const { family, ...ladders } = reminderWords[language];
			return [ladders, family].map((all) => Object.entries(all).map(([kind, ladder]) => [kind, Object.keys(ladder)]));
		};
		expect(rungsOf("en")).toEqual(rungsOf("nl"));
	});

	it("fits with its subject on a telephone", () => {
		for (const { subject } of [...saidTo("nl"), ...saidTo("en")]) expect(subject.length, subject).toBeLessThanOrEqual(45);
	});

	it("is plain for a family: short sentences of everyday words", () => {
		const { evaluation, family } = reminderWords.nl;
		const heard = [evaluation, ...Object.values(family)].flatMap((ladder) =>
			Object.entries(ladder)
				.filter(([rung]) => rung !== "team_lead")
				.map(([, said]) => said.join(".\n").replace("{date}", "6 juni")),
		);
		expect(heard.length).toBeGreaterThan(6);
		for (const text of heard) {
			expect(readPlainLanguage(text).score, text).toBeGreaterThanOrEqual(65);
			for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length, sentence).toBeLessThanOrEqual(15);
		}
	});

	it("of a whole day says each thing once, with its place", () => {
		const { subject, text } = digestMail(
			[
				{ kind: "milestone", rung: "on_day", toStaff: true, date: "dinsdag", link: "https://hier/1" },
				{ kind: "review", rung: "after", toStaff: true, date: "maandag", link: "https://hier/2" },
			],
			"nl",
			values,
		);
		expect(subject).toBe("Vandaag: 2 dingen");
		for (const each of ["https://hier/1", "https://hier/2", "maandag", values.choices]) expect(text).toContain(each);
	});

	it("does not fill in what stands in a name", () => {
		expect(reminderMail({ kind: "review", rung: "after", toStaff: true }, "nl", { ...values, givenName: "{link}" }).text).toContain(
			"Hallo {link},",
		);
	});
});
