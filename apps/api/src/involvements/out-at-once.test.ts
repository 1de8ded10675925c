import { readInvitation } from "@samenplan/contract/accounts";
import { answerConsent } from "@samenplan/contract/consents";
import { readOwnPart, recordAuthority } from "@samenplan/contract/families";
import { setInvolvement } from "@samenplan/contract/involvements";
import { endPerson, invitePerson } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import { grantRecovery } from "@samenplan/testing/granted-recovery";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { familyWithSchool, type School } from "../consents/school.fixture.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { sendWaitingMails } from "../mail/send-mails.ts";

/** Whatever opened the door is closed: from then on every channel shows nothing, with everything that was handed out before. */
describe("somebody whose ground is gone is out at the next request", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	/** Everything somebody holds before: a live token, a refresh cookie, an open stream, a mail that waits, an unused card. */
	async function holdingEverything(family: School, person: Person, card: boolean) {
		await app.world.db.account.update({ where: { id: person.accountId }, data: { demoNote: "test" } });
		const signedIn = await fetch(`${app.url}/api/demo/sign-in`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ accountId: person.accountId }),
		});
		const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
		const call = await app.as(person);
		const stop = new AbortController();
		const stream = await fetch(`${app.url}/api/families/${family.familyId}/live`, {
			headers: { authorization: `Bearer ${await app.tokenOf(person)}` },
			signal: stop.signal,
		});
		expect(stream.status).toBe(200);
		let ended = false;
		const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
		const pump = (async () => {
			for (let part = await reader.read(); !part.done; part = await reader.read());
			ended = true;
		})().catch(() => undefined);
		// Whoever takes part already gets a card only once two employees let them back in.
		if (card) await grantRecovery(app.world, family, person);
		const code = card
			? (await (await app.as(family.coordinator))(invitePerson, { params: { familyId: family.familyId, personId: person.personId } })).code
			: undefined;
		// Nothing of their own is left waiting but this.
		await app.world.db.mail.deleteMany({ where: { personId: person.personId } });
		const mail = await app.world.db.mail.create({
			data: {
				personId: person.personId,
				accountId: person.accountId,
				familyId: family.familyId,
				toEmail: "iemand@demo.invalid",
				kind: "consent_asked",
				language: "nl",
				subject: "Er is een vraag voor je",
				text: "Er staat een vraag voor je klaar.",
			},
		});
		const close = async () => {
			stop.abort();
			await pump;
		};
		return { call, cookie, code, mailId: mail.id, ended: () => ended, close };
	}

	const relations: Record<string, { card: boolean; close: (family: School) => Promise<unknown>; signedIn?: false }> = {
		"was removed from the family": {
			card: true,
			close: async ({ familyId, coordinator, teacher }) =>
				(await app.as(coordinator))(endPerson, {
					params: { familyId, personId: teacher.personId },
					body: { version: 1, because: "Andere klas" },
				}),
		},
		"stood on a consent that was taken back": {
			card: true,
			close: async ({ familyId, father, consentId }) =>
				(await app.as(father))(answerConsent, { params: { familyId, consentId }, body: { answer: "withdrawn" } }),
		},
		"was involved until yesterday": {
			card: true,
			close: async ({ familyId, coordinator, teacher, consentId }) =>
				(await app.as(coordinator))(setInvolvement, {
					params: { familyId, personId: teacher.personId },
					body: {
						startsOn: app.world.daysFromToday(-10).toISOString().slice(0, 10),
						endsOn: app.world.daysFromToday(-1).toISOString().slice(0, 10),
						consentId,
					},
				}),
		},
		"has an account that was switched off": {
			card: true,
			signedIn: false,
			// Accounts of families are switched off with the owner's hand; the database does the rest.
			close: async ({ familyId, teacher }) => {
				await app.world.db.account.update({ where: { id: teacher.accountId }, data: { state: "disabled" } });
				await app.world.db.$executeRaw`select pg_notify('family_changed', ${familyId})`;
			},
		},
	};

	it.each(Object.entries(relations))("who %s", async (_name, { card, close, signedIn }) => {
		const family = await familyWithSchool(app);
		const params = { familyId: family.familyId };
		const before = await holdingEverything(family, family.teacher, card);
		expect((await before.call(readOwnPart, { params })).goals).toHaveLength(1);
		if (before.code !== undefined)
			expect((await (await app.as())(readInvitation, { params: { code: before.code } })).givenName).toBe("Juf Karin");

		await close(family);

		const status = signedIn === false ? 401 : 404;
		expect((await problemOf(before.call(readOwnPart, { params }))).status, "the live token").toBe(status);
		expect((await problemOf(before.call(readPlan, { params }))).status, "the plan").toBe(status);
		await expect.poll(before.ended, { timeout: 4000, message: "the live stream" }).toBe(true);
		await sendWaitingMails(app.services);
		expect(await app.world.db.mail.findUniqueOrThrow({ where: { id: before.mailId } }), "the mail that waited").toMatchObject({
			sentAt: null,
		});
		expect((await app.world.db.mail.findUniqueOrThrow({ where: { id: before.mailId } })).givenUpAt).not.toBeNull();
		if (before.code !== undefined)
			expect((await problemOf((await app.as())(readInvitation, { params: { code: before.code } }))).status, "the card").toBe(404);
		// The session itself is theirs: it goes on (unless the account is off), and shows nothing of this family.
		const refreshed = await fetch(`${app.url}/api/sessions/refresh`, { method: "POST", headers: { cookie: before.cookie } });
		expect(refreshed.status, "the session").toBe(signedIn === false ? 401 : 200);
		if (signedIn !== false) {
			const { accessToken } = (await refreshed.json()) as { accessToken: string };
			const headers = { authorization: `Bearer ${accessToken}` };
			expect((await (await fetch(`${app.url}/api/me`, { headers })).json()) as { families: unknown[] }).toMatchObject({ families: [] });
			expect((await fetch(`${app.url}/api/families/${family.familyId}/own-part`, { headers })).status).toBe(404);
		}
		await before.close();
	});

	it.each(["no", "unknown"] as const)(
		"a parent whose authority is %s now reads nothing of the plan any more, and hears so by a plain mail",
		async (holds) => {
			const family = await familyWithSchool(app);
			const params = { familyId: family.familyId };
			const his = await app.as(family.father);
			await his(readPlan, { params });
			for (const child of [family.girl, family.boy])
				await (await app.as(family.coordinator))(recordAuthority, {
					params,
					body: { parentId: family.father.personId, childId: child.personId, holds, source: "", recordedOn: null, version: 1 },
				});
			expect(await problemOf(his(readPlan, { params }))).toMatchObject({ status: 403, code: "not-allowed" });
			const own = await his(readOwnPart, { params });
			expect(own.viewer.relations).toEqual(["parent_without_authority"]);
			expect(JSON.stringify({ ...own, name: "" })).not.toMatch(/leest elke dag|overleggen/);
			const mail = await app.world.db.mail.findFirstOrThrow({ where: { personId: family.father.personId, kind: "access_changed" } });
			expect(mail.subject + mail.text).not.toMatch(/gezag|Zoon|Dochter/);
			// Of the consent he had to give he is not asked any more: the mother's yes is enough now.
			expect((await (await app.as(family.teacher))(readOwnPart, { params })).goals).toHaveLength(1);
		},
	);

	it("a proof that is too old does not change authority", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		await app.world.db.session.updateMany({ where: { accountId: family.coordinator.accountId }, data: { provedAgainAt: null } });
		const body = {
			parentId: family.father.personId,
			childId: family.boy.personId,
			holds: "no" as const,
			source: "",
			recordedOn: null,
			version: 1,
		};
		expect(await problemOf(call(recordAuthority, { params: { familyId: family.familyId }, body }))).toMatchObject({ code: "prove-again" });
	});

	it("a mail to somebody whose invitation was withdrawn stays unsent, and one with an open invitation goes", async () => {
		const family = await app.world.newFamily();
		const [asked, withdrawn] = [
			await app.world.involve(family.familyId, "network_member", { givenName: "Oma", email: "oma@demo.invalid" }),
			await app.world.involve(family.familyId, "network_member", { givenName: "Opa", email: "opa@demo.invalid" }),
		];
		const call = await app.as(family.coordinator);
		for (const person of [asked, withdrawn]) await call(invitePerson, { params: { familyId: family.familyId, personId: person.personId } });
		await app.world.db.invitation.updateMany({ where: { personId: withdrawn.personId }, data: { state: "withdrawn" } });
		await sendWaitingMails(app.services);
		const sent = async (person: Person) =>
			(await app.world.db.mail.findFirstOrThrow({ where: { personId: person.personId } })).sentAt !== null;
		expect([await sent(asked), await sent(withdrawn)]).toEqual([true, false]);
	});
});
