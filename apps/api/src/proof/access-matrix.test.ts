import { dutyAllows, grantOf, isFamilyRight } from "@samenplan/access/policy";
import type { Duty, Relation } from "@samenplan/access/relations";
import type { DutyRight } from "@samenplan/access/rights";
import { pathOf } from "@samenplan/contract/client";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { sampleOf } from "@samenplan/testing/sample";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

/** Generated from the endpoint table and the policy: every endpoint x relation x state of the caller. */
const unknownId = "019a0000-0000-7000-8000-00000000dead";
const inFamily = endpoints.filter((each) => each.path.includes("{familyId}"));
const behindSignIn = endpoints.filter((each) => each.right !== "public");

type Caller = { name: string; person: Person | undefined; relations: Relation[]; duties: Duty[] };

describe("the access matrix", () => {
	let app: TestApp;
	let family: TestFamily;
	let insiders: Caller[];
	let outsiders: Caller[];
	let cells = 0;

	beforeAll(async () => {
		app = await startTestApp({ POOL_SIZE: "4" });
		const { world } = app;
		family = await world.newFamily();
		const other = await world.newFamily();
		const elsewhere = await world.newFamily({
			coordinator: await world.staff(["coordinator"], { place: await world.organisation("Andere stichting") }),
		});
		const withoutAuthority = await world.involve(family.familyId, "parent", { givenName: "Stiefvader", account: true });
		const youngAdult = await world.involve(family.familyId, "child", { givenName: "Zestien", bornOn: world.yearsAgo(16), account: true });
		const elevenYears = await world.involve(family.familyId, "child", { givenName: "Elf", bornOn: world.yearsAgo(11), account: true });
		const grandmother = await world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const teacher = await world.involve(family.familyId, "professional", { givenName: "Juf", account: true });
		const removed = await world.involve(family.familyId, "parent", { givenName: "Eruit", account: true });
		await world.db.involvement.updateMany({ where: { personId: removed.personId }, data: { endedAt: new Date() } });
		const disabled = await world.involve(family.familyId, "parent", { givenName: "Uit", account: true });
		await app.tokenOf(disabled);
		await world.db.account.update({ where: { id: disabled.accountId }, data: { state: "disabled" } });
		const [scientist, idleScientist, lead, administrator] = [
			await world.staff(["scientist"]),
			await world.staff(["scientist"]),
			await world.staff(["team_lead"]),
			await world.staff(["administrator"]),
		];
		await world.db.review.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "?",
				toldFamilyOn: world.daysFromToday(-1),
				askedBy: family.coordinator.personId,
				state: "taken",
				scientistId: scientist.personId,
			},
		});
		const caller = (name: string, person: Person, relations: Relation[], duties: Duty[] = []): Caller => ({
			name,
			person,
			relations,
			duties,
		});
		insiders = [
			caller("coordinator", family.coordinator, ["coordinator"], ["coordinator"]),
			caller("scientist with an open review", scientist, ["scientist"], ["scientist"]),
			caller("parent with authority", family.mother, ["parent_with_authority"]),
			caller("the other parent with authority", family.father, ["parent_with_authority"]),
			caller("parent without authority", withoutAuthority, ["parent_without_authority"]),
			caller("young person of 13", family.girl, ["young_person"]),
			caller("young person of 16", youngAdult, ["young_person_16"]),
			caller("network member", grandmother, ["network_member"]),
			caller("other professional", teacher, ["professional"]),
			caller("team lead", lead, ["team_lead"], ["team_lead"]),
		];
		outsiders = [
			caller("coordinator of another family", other.coordinator, [], ["coordinator"]),
			caller("parent of another family", other.mother, []),
			caller("coordinator of another organisation", elsewhere.coordinator, [], ["coordinator"]),
			caller("parent in another organisation", elsewhere.father, []),
			caller("removed person", removed, []),
			caller("child of 11", elevenYears, []),
			caller("scientist without a review", idleScientist, [], ["scientist"]),
			caller("administrator", administrator, [], ["administrator"]),
			{ name: "person whose account was switched off", person: disabled, relations: [], duties: [] },
		];
	});
	afterAll(async () => {
		process.stdout.write(`access matrix: ${cells} cells over ${endpoints.length} endpoints\n`);
		await app.stop();
	});

	async function send(endpoint: Endpoint, familyId: string, person?: Person): Promise<{ status: number; code?: string }> {
		const params = { ...(endpoint.params && (sampleOf(endpoint.params, { id: unknownId }) as Record<string, string>)), familyId };
		const stop = new AbortController();
		const response = await fetch(app.url + pathOf(endpoint, params), {
			method: endpoint.method.toUpperCase(),
			signal: stop.signal,
			headers: { "content-type": "application/json", ...(person && { authorization: `Bearer ${await app.tokenOf(person)}` }) },
			...(endpoint.body && { body: JSON.stringify(sampleOf(endpoint.body, { id: unknownId })) }),
		});
		cells += 1;
		if (response.headers.get("content-type")?.includes("event-stream")) {
			stop.abort();
			return { status: response.status };
		}
		const text = await response.text();
		return { status: response.status, code: text.startsWith("{") ? (JSON.parse(text) as { code?: string }).code : undefined };
	}

	it.each(behindSignIn.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"%s asks a stranger to sign in",
		async (_name, endpoint) => {
			expect(await send(endpoint, family.familyId)).toEqual({ status: 401, code: "sign-in-needed" });
		},
	);

	it.each(inFamily.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"%s does not exist for anyone outside the family",
		async (_name, endpoint) => {
			for (const outsider of outsiders) {
				const [real, unknown] = [await send(endpoint, family.familyId, outsider.person), await send(endpoint, unknownId, outsider.person)];
				expect.soft({ who: outsider.name, ...real }).toEqual({ who: outsider.name, ...unknown });
				const expected = outsider.name.includes("switched off") ? "sign-in-needed" : "not-found";
				expect.soft({ who: outsider.name, code: real.code }).toEqual({ who: outsider.name, code: expected });
			}
		},
	);

	it.each(inFamily.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"%s opens to each relation exactly as the policy says",
		async (_name, endpoint) => {
			if (!isFamilyRight(endpoint.right)) throw new Error(`${endpoint.right} is not a right within a family`);
			for (const insider of insiders) {
				const may = grantOf(endpoint.right, insider.relations) !== undefined;
				const { status, code } = await send(endpoint, family.familyId, insider.person);
				expect.soft(status, `${insider.name}: ${code}`).toBeLessThan(500);
				if (may)
					expect
						.soft(
							[401, 403].includes(status) && grantOf(endpoint.right, insider.relations) === "yes",
							`${insider.name} may: ${status} ${code}`,
						)
						.toBe(false);
				else expect.soft({ who: insider.name, status }).toEqual({ who: insider.name, status: 403 });
			}
		},
	);

	it.each(
		behindSignIn
			.filter((each) => !each.path.includes("{familyId}") && each.right !== "signed-in")
			.map((each) => [`${each.method} ${each.path}`, each] as const),
	)("%s opens to each duty exactly as the policy says", async (_name, endpoint) => {
		for (const caller of [...insiders, ...outsiders]) {
			if (caller.name.includes("switched off")) continue;
			const { status } = await send(endpoint, unknownId, caller.person);
			if (dutyAllows(endpoint.right as DutyRight, caller.duties))
				expect.soft([401, 403, 500].includes(status), `${caller.name} may: ${status}`).toBe(false);
			else expect.soft({ who: caller.name, status }).toEqual({ who: caller.name, status: 403 });
		}
	});
});
