import { whoLooked } from "@samenplan/contract/audit";
import type { PlanContent } from "@samenplan/contract/plans";
import { proceedWithVersion, putVersion, takePlanVersionPdf } from "@samenplan/contract/plans";
import { givePosition } from "@samenplan/contract/positions";
import { type ComparedPart, comparedFields } from "@samenplan/plan-rules/compared-fields";
import { readyToPut } from "@samenplan/testing/agreed-plan";
import { notInTheDocument, sampleContent } from "@samenplan/testing/sample-content";
import type { Person } from "@samenplan/testing/world";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { hasLettersFor } from "./paper/letters.ts";
import { versionOnPaper } from "./paper/version-on-paper.ts";

const textIn = async (bytes: Uint8Array) =>
	(await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, " ");
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe("a version of the plan as a file", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function put() {
		const family = await readyToPut(app.world);
		const params = { familyId: family.familyId };
		const { id } = await (await app.as(family.coordinator))(putVersion, { params });
		const answer = async (person: Person, given: "agree" | "disagree", text: string) =>
			(await app.as(person))(givePosition, {
				params,
				body: { subject: "plan_version", subjectId: id, subjectVersion: 1, answer: given, text },
			});
		return { family, params, at: { params: { ...params, planVersionId: id } }, answer };
	}
	const take = async (person: Person, at: { params: { familyId: string; planVersionId: string } }) => {
		const { name, content } = await (await app.as(person))(takePlanVersionPdf, at);
		return { name, bytes: new Uint8Array(await content.arrayBuffer()) };
	};

	it("holds the text, each one's answer with its day, who disagreed and what was said at the talk, under a name that says nothing", async () => {
		const { family, at, answer } = await put();
		await answer(family.mother, "agree", "Fijn dat het zo kan");
		await answer(family.father, "disagree", "Ik wil eerst zelf proberen");
		await answer(family.girl, "agree", "");
		await (await app.as(family.coordinator))(proceedWithVersion, {
			params: at.params,
			body: { talkOn: new Date().toISOString().slice(0, 10), because: "We proberen het drie maanden" },
		});
		const { name, bytes } = await take(family.father, at);
		expect(name).toBe("samenplan-versie-1.pdf");
		const text = await textIn(bytes);
		for (const words of [
			"Hoe krijgen we weer rust in de avond?",
			"Om acht uur ligt iedereen in bed",
			"vier keer per week",
			"Fijn dat het zo kan",
			"Nee, niet mee eens",
			"Ik wil eerst zelf proberen",
			"Niet iedereen was het eens",
			"We proberen het drie maanden",
			`Afgesproken op`,
			"Bladzijde 1 van",
		])
			expect(text).toContain(words);
	});

	it("says what is a heading, a list and a table, in which language it is and what it is called", async () => {
		const { family, at } = await put();
		await app.world.db.person.update({ where: { id: family.mother.personId }, data: { language: "en" } });
		const document = await getDocumentProxy((await take(family.mother, at)).bytes);
		const { info, metadata } = await document.getMetadata();
		expect(info).toMatchObject({ Title: expect.stringContaining("The plan of"), Language: "en" });
		expect(metadata?.getRaw()).toContain("<pdfuaid:part>1</pdfuaid:part>");
		expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
		const roles = new Set<string>();
		const collect = (node: { role?: string; children?: object[] }) => {
			if (node.role) roles.add(node.role);
			for (const child of node.children ?? []) collect(child);
		};
		for (let page = 1; page <= document.numPages; page += 1) {
			const tree = await (await document.getPage(page)).getStructTree();
			if (tree) collect(tree);
		}
		expect([...roles]).toEqual(expect.arrayContaining(["Document", "H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD"]));
	});

	it("comes with no-store, to be kept, and stands in the log with who took it", async () => {
		const { family, params, at } = await put();
		const { familyId, planVersionId } = at.params;
		const response = await fetch(`${app.url}/api/families/${familyId}/plan-versions/${planVersionId}/pdf`, {
			headers: { authorization: `Bearer ${await app.tokenOf(family.father)}` },
		});
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "application/pdf",
			"cache-control": "no-store",
			"content-disposition": "attachment; filename=samenplan-versie-1.pdf",
		});
		await response.arrayBuffer();
		const { looks } = await (await app.as(family.mother))(whoLooked, { params, query: {} });
		expect(looks).toContainEqual(expect.objectContaining({ what: "print", deed: "read", name: "Vader", recipient: "Vader" }));
		const [entry] = await app.world.db.auditEntry.findMany({ where: { familyId, object: "print" } });
		expect(entry).toMatchObject({ objectId: planVersionId, recipient: family.father.personId, outcome: "success" });
	});

	it("is for who reads the plan alone, and for no other family", async () => {
		const [one, other] = [await put(), await put()];
		const refused = async (person: Person | undefined, at: typeof one.at) =>
			(await problemOf((await app.as(person))(takePlanVersionPdf, at))).status;
		expect(await refused(undefined, one.at)).toBe(401);
		expect(await refused(other.family.mother, one.at)).toBe(404);
		expect(await refused(one.family.mother, { params: { ...one.at.params, planVersionId: other.at.params.planVersionId } })).toBe(404);
	});

	it("asks to print from the screen what was written in letters it does not have", async () => {
		const { family, at, answer } = await put();
		await answer(family.mother, "agree", "نعم، هذا جيد");
		expect(await problemOf((await app.as(family.father))(takePlanVersionPdf, at))).toMatchObject({
			status: 409,
			reasons: ["letters-missing"],
		});
	});
});

describe("a plan on paper", () => {
	const give = (content: PlanContent, language = "nl") =>
		versionOnPaper({
			version: {
				id: content.plan.id,
				number: 3,
				state: "agreed",
				mustAgree: content.family.persons.map(({ id }) => id),
				putBy: content.family.persons[0]?.id ?? "",
				putAt: "2026-11-02T09:00:00Z",
				talkOn: null,
				proceededBecause: "",
				frozenAt: "2026-11-03T09:00:00Z",
				content,
			},
			positions: [],
			names: {},
			language,
			madeAt: new Date("2026-11-22T10:00:00Z"),
		});

	it("leaves out no words that people decide about", async () => {
		const { content, texts } = sampleContent();
		const text = await textIn((await give(content)).bytes);
		const missing = (Object.keys(comparedFields) as ComparedPart[]).flatMap((part) =>
			Object.entries(comparedFields[part])
				.filter(([, kind]) => kind === "text" || kind === "texts")
				.map(([field]) => `${part}.${field}`)
				.filter((place) => !notInTheDocument.includes(place) && !(texts.get(place) ?? []).every((words) => text.includes(plain(words)))),
		);
		expect(missing).toEqual([]);
	});

	it("says of words that were written down who said them, and who wrote", async () => {
		const { content } = sampleContent();
		const { bytes } = await give({ ...content, views: content.views.map((view) => ({ ...view, recorded: true })) });
		const name = content.family.persons[0]?.givenName;
		expect(await textIn(bytes)).toContain(`opgeschreven door ${name}, samen met ${name}`);
	});

	it("goes on over pages without losing a word of a long text", async () => {
		const { content } = sampleContent();
		const long = Array.from({ length: 1500 }, (_, place) => `woord${place}`).join(" ");
		const goals = content.goals.map((goal) => ({ ...goal, levels: ["", "", long, "", ""] }));
		const { bytes } = await give({ ...content, goals, steps: content.steps.map((step) => ({ ...step, conclusion: long })) });
		const document = await getDocumentProxy(new Uint8Array(bytes));
		expect(document.numPages).toBeGreaterThan(4);
		const text = await textIn(bytes);
		for (const place of [0, 700, 1499]) expect(text.split(`woord${place} `).length).toBeGreaterThan(2);
	});

	it("has the letters of Polish and Turkish, and says in a word where a drawing stood", async () => {
		const { content } = sampleContent();
		const said = "Łukasz i Şule rozmawiają 😀 spokojnie";
		const { bytes } = await give(
			{ ...content, views: content.views.map((view) => ({ ...view, text: said, language: "pl" as const })) },
			"en",
		);
		expect(await textIn(bytes)).toContain("Łukasz i Şule rozmawiają (picture) spokojnie");
		expect(hasLettersFor(said)).toBe(true);
		expect(hasLettersFor("نعم")).toBe(false);
	});
});
