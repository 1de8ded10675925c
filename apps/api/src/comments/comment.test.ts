import { answerComment, writeComment } from "@samenplan/contract/comments";
import { readPlan } from "@samenplan/contract/plans";
import { familyAtNetwork } from "@samenplan/testing/families-by-state";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("comments and questions", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function ask(family: Awaited<ReturnType<TestApp["world"]["newFamily"]>>, by = family.mother, text = "Mag oma ook meelezen?") {
		const call = await app.as(by);
		return call(writeComment, { params: { familyId: family.familyId }, body: { kind: "question", about: "plan", text } });
	}
	async function commentsOf(family: { familyId: string }, reader: Parameters<TestApp["as"]>[0]) {
		const call = await app.as(reader);
		return (await call(readPlan, { params: { familyId: family.familyId } })).comments;
	}

	it("keeps a parent's question open until the coordinator answers it", async () => {
		const family = await app.world.newFamily();
		const { id } = await ask(family);
		const father = await app.as(family.father);
		await father(answerComment, { params: { familyId: family.familyId, commentId: id }, body: { text: "Dat wil ik ook weten." } });
		expect((await commentsOf(family, family.coordinator)).find((each) => each.id === id)).toMatchObject({ answeredAt: null });

		const coordinator = await app.as(family.coordinator);
		const answer = await coordinator(answerComment, {
			params: { familyId: family.familyId, commentId: id },
			body: { text: "Ja, dat mag." },
		});
		const comments = await commentsOf(family, family.mother);
		expect(comments.find((each) => each.id === id)?.answeredAt).not.toBeNull();
		expect(comments.find((each) => each.id === answer.id)).toMatchObject({ kind: "answer", answersId: id, text: "Ja, dat mag." });
	});

	it("settles a coordinator's question when a parent answers, not when she adds to it herself", async () => {
		const family = await app.world.newFamily();
		const { id } = await ask(family, family.coordinator, "Past dinsdag om drie uur?");
		const params = { familyId: family.familyId, commentId: id };
		await (await app.as(family.coordinator))(answerComment, { params, body: { text: "Of woensdag?" } });
		expect((await commentsOf(family, family.mother)).find((each) => each.id === id)?.answeredAt).toBeNull();
		await (await app.as(family.mother))(answerComment, { params, body: { text: "Woensdag is goed." } });
		expect((await commentsOf(family, family.mother)).find((each) => each.id === id)?.answeredAt).not.toBeNull();
	});

	it("puts an answer to an answer under the same question", async () => {
		const family = await app.world.newFamily();
		const { id } = await ask(family);
		const call = await app.as(family.coordinator);
		const first = await call(answerComment, { params: { familyId: family.familyId, commentId: id }, body: { text: "Ja." } });
		const second = await call(answerComment, { params: { familyId: family.familyId, commentId: first.id }, body: { text: "En opa ook." } });
		expect((await commentsOf(family, family.girl)).find((each) => each.id === second.id)?.answersId).toBe(id);
	});

	it.each(["step", "goal", "view", "action"] as const)(
		"takes words about a %s of this family and refuses another family's",
		async (about) => {
			const [mine, other] = [await familyAtNetwork(app.world, app.ownerUrl), await familyAtNetwork(app.world, app.ownerUrl)];
			const idOf = async (familyId: string) =>
				(await app.world.db[about as "goal"].findFirstOrThrow({ where: { familyId }, select: { id: true } })).id;
			const call = await app.as(mine.mother);
			const params = { familyId: mine.familyId };
			await call(writeComment, { params, body: { kind: "comment", about, aboutId: await idOf(mine.familyId), text: "Mooi gezegd." } });
			const swapped = await problemOf(
				call(writeComment, { params, body: { kind: "comment", about, aboutId: await idOf(other.familyId), text: "Mis." } }),
			);
			expect(swapped.status).toBe(404);
			expect((await problemOf(call(writeComment, { params, body: { kind: "comment", about, text: "Waarover?" } }))).status).toBe(404);
		},
	);

	it("keeps private words within the family, also their answers", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const mother = await app.as(family.mother);
		const { id } = await mother(writeComment, {
			params,
			body: { kind: "comment", about: "plan", text: "Dit is voor ons.", audience: "family" },
		});
		await (await app.as(family.father))(answerComment, { params: { ...params, commentId: id }, body: { text: "Goed." } });
		expect(await commentsOf(family, family.girl)).toHaveLength(2);
		expect(await commentsOf(family, family.coordinator)).toEqual([]);
		const coordinator = await app.as(family.coordinator);
		expect((await problemOf(coordinator(answerComment, { params: { ...params, commentId: id }, body: { text: "?" } }))).status).toBe(404);
		const hidden = { kind: "comment", about: "plan", text: "Stiekem", audience: "family" } as const;
		expect(await problemOf(coordinator(writeComment, { params, body: hidden }))).toMatchObject({
			status: 400,
			errors: [{ path: "audience" }],
		});
	});

	it("asks for words and keeps them as they were typed, in the writer's language", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.mother);
		const params = { familyId: family.familyId };
		const empty = await problemOf(call(writeComment, { params, body: { kind: "question", about: "plan", text: "   " } }));
		expect(empty).toMatchObject({ status: 400, errors: [{ path: "text", code: "required" }] });
		const { id } = await call(writeComment, { params, body: { kind: "comment", about: "plan", text: "Eén regel\n<b>en</b> nog een 🙂" } });
		expect((await commentsOf(family, family.father)).find((each) => each.id === id)).toMatchObject({
			text: "Eén regel\n<b>en</b> nog een 🙂",
			language: "nl",
			audience: "core",
			writtenBy: family.mother.personId,
		});
	});
});
