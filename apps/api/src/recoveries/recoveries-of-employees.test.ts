import { askSignInCode, listAccounts, readMe } from "@samenplan/contract/accounts";
import { addEmployee, inviteEmployee } from "@samenplan/contract/employees";
import { askEmployeeRecovery, decideRecovery, listMyRecoveries, listRecoveries, stopMyRecovery } from "@samenplan/contract/recoveries";
import { choosePassword, readLink } from "@samenplan/contract/second-factors";
import type { Person } from "@samenplan/testing/world";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { employeeWithApp, newDevice } from "../second-factors/test-device.ts";

const reason = "Ik sprak hem met beeld en zag zijn personeelspas.";
const words = "paraplu lantaarn sleutelbos";
const hour = 3600;

describe("an employee who lost every way in", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	afterEach(() => app.services.clock.move(0));

	async function lost() {
		const employee = await employeeWithApp(app);
		const params = { accountId: employee.accountId };
		const officer = await app.world.staff(["privacy_officer"]);
		const ask = async (by: Person, email: string | null = null) =>
			(await app.as(by))(askEmployeeRecovery, { params, body: { reason, email } });
		return { ...employee, params, officer, ask };
	}
	const decide = async (by: Person, recoveryId: string, spokeThemselves = false) =>
		(await app.as(by))(decideRecovery, { params: { recoveryId }, body: { grant: true, spokeThemselves } });
	const linkTo = async (to: string) => {
		const mail = await app.world.db.mail.findFirstOrThrow({ where: { toEmail: to, kind: "access_link" }, orderBy: { createdAt: "desc" } });
		return /#(\S+)/.exec(mail.text)?.[1] ?? "";
	};
	const open = (token: string) => newDevice(app).call(choosePassword, { body: { token, password: words } });

	it("gets a link that works a day after a second person agreed; only then everything from before ends", async () => {
		const { administrator, officer, ask, device, params, email } = await lost();
		const { id } = await ask(administrator);
		await decide(officer, id);
		const token = await linkTo(email);
		expect((await problemOf(open(token))).code).toBe("not-found");
		await device.call(readMe);
		app.services.clock.move(24 * hour + 60);
		expect(await newDevice(app).call(readLink, { body: { token } })).toMatchObject({ kind: "staff_invitation" });
		expect(await open(token)).toMatchObject({ session: null, needs: "set_up" });
		expect((await problemOf(device.call(readMe))).code).toBe("sign-in-needed");
		expect(await app.world.db.authenticatorApp.count({ where: params })).toBe(0);
		expect(await app.world.db.recoveryCode.count({ where: params })).toBe(0);
		expect((await problemOf(open(token))).code).toBe("not-found");
		const told = await app.world.db.mail.findMany({ where: { toEmail: email, kind: { startsWith: "access" } } });
		expect(told.map(({ kind }) => kind).sort()).toEqual(["access_asked", "access_granted", "access_link", "access_used"]);
	});

	it("is not let in by whoever asked, however many duties they give themselves or a colleague they just made", async () => {
		const { administrator, ask, device } = await lost();
		const { id } = await ask(administrator);
		expect((await problemOf(decide(administrator, id))).reasons).toEqual(["own-recovery"]);
		const call = await app.as(administrator);
		const made = await call(addEmployee, {
			body: {
				givenName: "Tweede",
				familyName: "",
				email: `tweede-${id.slice(-6)}@demo.invalid`,
				duties: ["privacy_officer"],
				teamId: null,
			},
		});
		const account = await app.world.db.account.findUniqueOrThrow({ where: { id: made.id } });
		expect((await problemOf(decide({ personId: account.personId, accountId: made.id, givenName: "Tweede" }, id))).status).toBe(404);
		const both = await app.world.staff(["administrator", "privacy_officer"]);
		expect((await problemOf(decide(both, id))).status).toBe(404);
		expect((await problemOf(decide(await app.world.staff(["team_lead"]), id))).status).toBe(404);
		await decide(await app.world.staff(["administrator"]), id);
		await device.call(readMe);
	});

	it("stops it with one click, and the link is dead", async () => {
		const { administrator, officer, ask, device, email } = await lost();
		const { id } = await ask(administrator);
		await decide(officer, id, true);
		const token = await linkTo(email);
		expect(await device.call(listMyRecoveries)).toMatchObject([{ id, state: "granted" }]);
		await device.call(stopMyRecovery, { params: { recoveryId: id } });
		expect((await problemOf(open(token))).code).toBe("not-found");
		expect((await (await app.as(officer))(listRecoveries)).recoveries.find((one) => one.id === id)).toMatchObject({ state: "withdrawn" });
	});

	it("gets the link at a new address only when that was asked and granted, and codes go there once it was used", async () => {
		const { administrator, officer, ask, email, accountId } = await lost();
		const other = `anders-${accountId.slice(-6)}@demo.invalid`;
		await decide(officer, (await ask(administrator, other)).id, true);
		expect(await app.world.db.mail.count({ where: { toEmail: email, kind: "access_link" } })).toBe(0);
		await open(await linkTo(other));
		expect((await app.world.db.account.findUniqueOrThrow({ where: { id: accountId } })).email).toBe(other);
		const told = await app.world.db.mail.findMany({ where: { toEmail: email, kind: "access_used" } });
		expect(told).toHaveLength(1);
	});

	it("gets the link again from an administrator while it stands, and never without", async () => {
		const { administrator, officer, ask, params, email } = await lost();
		const call = await app.as(administrator);
		expect((await problemOf(call(inviteEmployee, { params }))).reasons).toEqual(["recovery-needed"]);
		await decide(officer, (await ask(administrator)).id, true);
		const former = await linkTo(email);
		await call(inviteEmployee, { params });
		const token = await linkTo(email);
		expect((await problemOf(open(former))).code).toBe("not-found");
		await open(token);
		expect((await call(listAccounts)).find(({ id }) => id === params.accountId)?.signIn).toBe("ready");
	});

	it("is of the own organisation, and no family member", async () => {
		const { ask, params } = await lost();
		const stranger = await app.world.staff(["administrator"], { place: await app.world.organisation("Andere stichting") });
		expect((await problemOf(ask(stranger))).status).toBe(404);
		const { mother } = await app.world.newFamily();
		const call = await app.as(await app.world.staff(["administrator"]));
		const body = { reason, email: null };
		expect((await problemOf(call(askEmployeeRecovery, { params: { accountId: mother.accountId }, body }))).status).toBe(404);
		expect((await problemOf((await app.as(await app.world.staff(["coordinator"])))(askEmployeeRecovery, { params, body }))).status).toBe(
			403,
		);
		await newDevice(app).call(askSignInCode, { body: { email: "niemand@demo.invalid" } });
	});
});
