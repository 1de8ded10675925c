import { readdir } from "node:fs/promises";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { enWork } from "./en.work.ts";
import { findHardSpots } from "./hard-spots.ts";
import { nl } from "./nl.ts";
import { nlWork } from "./nl.work.ts";
import { readPlainLanguage, sentencesOf } from "./plain-language.ts";

type Catalogue = Record<string, string>;
const dutch: Catalogue = { ...nl, ...nlWork };
const english: Catalogue = { ...en, ...enWork };

/** Every way a message can come out, with something everyday in the open places. */
function waysOf(parts: readonly MessageFormatElement[]): string[] {
	return parts.reduce<string[]>(
		(before, part) => {
			const here =
				part.type === TYPE.literal
					? [part.value]
					: part.type === TYPE.select || part.type === TYPE.plural
						? Object.values(part.options).flatMap(({ value }) => waysOf(value))
						: part.type === TYPE.tag
							? waysOf(part.children)
							: [part.type === TYPE.number || part.type === TYPE.pound ? "3" : "Anna"];
			return before.flatMap((text) => here.map((words) => text + words));
		},
		[""],
	);
}

function placesOf(parts: readonly MessageFormatElement[]): string[] {
	return parts
		.flatMap((part) =>
			part.type === TYPE.literal || part.type === TYPE.pound
				? []
				: part.type === TYPE.select || part.type === TYPE.plural
					? [part.value, ...Object.values(part.options).flatMap(({ value }) => placesOf(value))]
					: part.type === TYPE.tag
						? [`<${part.value}>`, ...placesOf(part.children)]
						: [part.value],
		)
		.filter((place, index, all) => all.indexOf(place) === index)
		.sort();
}

describe("the catalogues", () => {
	it("say everything in both languages, and nothing in one only", () => {
		expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort());
	});

	it("have no empty message", () => {
		for (const [key, message] of [...Object.entries(dutch), ...Object.entries(english)]) expect(message.trim(), key).not.toBe("");
	});

	it("hold every key in one file only", async () => {
		const seen = new Map<string, string>();
		for (const file of await readdir(new URL("./messages/nl/", import.meta.url))) {
			const module = (await import(/* @vite-ignore */ new URL(`./messages/nl/${file}`, import.meta.url).href)) as Record<string, Catalogue>;
			for (const messages of Object.values(module)) {
				for (const key of Object.keys(messages)) {
					expect(seen.get(key), `${key} stands in ${file} and in ${seen.get(key)}`).toBeUndefined();
					seen.set(key, file);
				}
			}
		}
	});

	it("have a file in each language for each noun", async () => {
		const filesOf = (language: string) => readdir(new URL(`./messages/${language}/`, import.meta.url));
		expect((await filesOf("en")).sort()).toEqual((await filesOf("nl")).sort());
	});

	it("fill in the same things in both languages", () => {
		for (const [key, message] of Object.entries(dutch)) expect(placesOf(parse(english[key] ?? "")), key).toEqual(placesOf(parse(message)));
	});

	it("contain no short forms", () => {
		const found = Object.entries(dutch).flatMap(([key, message]) =>
			waysOf(parse(message)).flatMap((text) =>
				findHardSpots(text)
					.filter(({ kind }) => kind === "short-form")
					.map(({ words }) => `${key}: ${words}`),
			),
		);
		expect(found).toEqual([]);
	});
});

/** Names of the method and of the law, kept because everybody around the family uses them; each is explained where it stands. */
const ownNames = ["verhelderen", "evalueren", "gedragswetenschapper", "dossier"];

describe("the words a family reads", () => {
	const texts = Object.entries<string>(nl).flatMap(([key, message]) => waysOf(parse(message)).map((text) => ({ key, text })));
	const sentences = texts.filter(({ text }) => /[.!?]$/.test(text.trim()));

	it("have at most fifteen words in a sentence, no office words, always somebody who does it, and one denial at most", () => {
		const found = texts
			.filter(({ key }) => key !== "goals.think.words-not")
			.flatMap(({ key, text }) =>
				findHardSpots(text)
					.filter(({ words }) => !ownNames.includes(words.toLowerCase()))
					.map(({ kind, words }) => `${key}: ${kind}: ${words}`),
			);
		expect(found).toEqual([]);
	});

	it("read easily, each text by itself", () => {
		// In fewer than five words one long word decides the figure; such texts count in the average only.
		const hard = sentences
			.map(({ key, text }) => ({ key, text, ...readPlainLanguage(text) }))
			.filter(({ words, score }) => words >= 5 && score < 65);
		expect(hard).toEqual([]);
	});

	it("read very easily on average", () => {
		const scores = sentences.map(({ text }) => readPlainLanguage(text).score);
		expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(80);
	});

	it("contain enough sentences for these measures to mean something", () => {
		expect(sentences.flatMap(({ text }) => sentencesOf(text)).length).toBeGreaterThan(50);
	});
});
