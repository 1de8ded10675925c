import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type StaffDuty } from "@samenplan/prisma/client";
import { v7 as uuid7 } from "uuid";

export type Person = { personId: string; accountId: string; givenName: string };
export type World = Awaited<ReturnType<typeof openWorld>>;
export type TestFamily = Awaited<ReturnType<World["newFamily"]>>;

/**
 * Builders that write with the owner's rights, so that a test or the demo data can begin in any state. Missing parents are
 * invented. Days are relative to `today`.
 */
export async function openWorld(ownerUrl: string, today: Date = new Date()) {
	const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 2 }) });
	let counter = 0;

	async function organisation(name = "Stichting Voorbeeld") {
		const { id } = await db.organisation.create({ data: { id: uuid7(), name } });
		const team = await db.team.create({ data: { id: uuid7(), organisationId: id, name: "Team Noord" } });
		return { organisationId: id, teamId: team.id };
	}
	let first: Promise<{ organisationId: string; teamId: string }> | undefined;
	const home = () => {
		first ??= organisation();
		return first;
	};

	/** An employee with an account. */
	async function staff(
		duties: StaffDuty[],
		of: {
			givenName?: string;
			familyName?: string;
			email?: string;
			place?: { organisationId: string; teamId: string };
			demoNote?: string;
		} = {},
	): Promise<Person> {
		const { organisationId, teamId } = of.place ?? (await home());
		const givenName = of.givenName ?? `Medewerker ${++counter}`;
		const person = await db.person.create({ data: { organisationId, givenName, familyName: of.familyName ?? "", staff: true } });
		const account = await db.account.create({
			data: {
				organisationId,
				teamId,
				personId: person.id,
				email: of.email ?? `staff-${++counter}-${person.id.slice(-6)}@demo.invalid`,
				duties,
				demoNote: of.demoNote ?? null,
			},
		});
		return { personId: person.id, accountId: account.id, givenName };
	}

	/** Somebody around a family, with an account when `account` is set. */
	async function involve(
		familyId: string,
		relation: "parent" | "child" | "network_member" | "professional",
		of: {
			givenName: string;
			familyName?: string;
			bornOn?: string;
			role?: string;
			account?: boolean;
			email?: string;
			demoNote?: string;
			easyText?: boolean;
			language?: "nl" | "en";
			/** A professional with an account takes part on a consent that stands; `false`: nobody was asked yet. */
			consented?: boolean;
		},
	): Promise<Person> {
		const family = await db.family.findUniqueOrThrow({ where: { id: familyId } });
		const person = await db.person.create({
			data: {
				organisationId: family.organisationId,
				givenName: of.givenName,
				familyName: of.familyName ?? "",
				bornOn: of.bornOn ? new Date(of.bornOn) : null,
				easyText: of.easyText ?? false,
				language: of.language ?? "nl",
				email: of.email ?? null,
			},
		});
		const asked = relation === "professional" && of.account && of.consented !== false;
		await db.involvement.create({
			data: {
				familyId,
				personId: person.id,
				relation,
				role: of.role ?? "",
				startsOn: daysFromToday(-30),
				acceptedAt: of.account ? today : null,
				recordedBy: person.id,
				consentId: asked ? await consentToInvolve(familyId, person.id) : null,
			},
		});
		let accountId = "";
		if (of.account) {
			const email = of.email ?? `${of.givenName.toLowerCase().replace(/\W/g, "")}-${person.id.slice(-6)}@demo.invalid`;
			const account = await db.account.create({
				data: { organisationId: family.organisationId, personId: person.id, email, demoNote: of.demoNote ?? null },
			});
			await db.person.update({ where: { id: person.id }, data: { email } });
			accountId = account.id;
		}
		return { personId: person.id, accountId, givenName: of.givenName };
	}

	/** A consent that a parent gave, in their own name, to let somebody take part. */
	async function consentToInvolve(familyId: string, toPersonId: string): Promise<string> {
		const { personId } = await db.involvement.findFirstOrThrow({
			where: { familyId, relation: "parent", endedAt: null },
			orderBy: { id: "asc" },
		});
		const { id: consentId } = await db.consent.create({
			data: {
				familyId,
				kind: "involve",
				aboutPersonId: personId,
				toPersonId,
				what: "meedenken",
				why: "",
				askedBy: personId,
				askedAt: today,
			},
		});
		await db.consentAnswer.create({ data: { familyId, consentId, personId, writtenBy: personId, answer: "given", createdAt: today } });
		return consentId;
	}

	/** A family just opened: two parents with authority (accounts), a girl of 13 (account), a boy of 8, a coordinator, an open plan. */
	async function newFamily(of: { name?: string; coordinator?: Person } = {}) {
		const coordinator = of.coordinator ?? (await staff(["coordinator"]));
		const account = await db.account.findUniqueOrThrow({ where: { id: coordinator.accountId } });
		const familyId = uuid7();
		const name = of.name ?? `Familie ${++counter}`;
		await db.$transaction(async (tx) => {
			await tx.family.create({ data: { id: familyId, name, organisationId: account.organisationId, teamId: account.teamId as string } });
			await tx.involvement.create({
				data: {
					familyId,
					personId: coordinator.personId,
					relation: "coordinator",
					startsOn: daysFromToday(-30),
					recordedBy: coordinator.personId,
				},
			});
		});
		const plan = await db.plan.create({ data: { familyId, openedOn: daysFromToday(-30) } });
		for (const kind of ["clarify", "strengths", "goals", "network", "help", "evaluate"] as const)
			await db.step.create({ data: { familyId, planId: plan.id, kind } });
		const mother = await involve(familyId, "parent", { givenName: "Moeder", role: "moeder", account: true });
		const father = await involve(familyId, "parent", { givenName: "Vader", role: "vader", account: true });
		const girl = await involve(familyId, "child", { givenName: "Dochter", bornOn: yearsAgo(13), role: "dochter", account: true });
		const boy = await involve(familyId, "child", { givenName: "Zoon", bornOn: yearsAgo(8), role: "zoon" });
		for (const parent of [mother, father])
			for (const child of [girl, boy])
				await db.authority.create({
					data: {
						familyId,
						parentId: parent.personId,
						childId: child.personId,
						holds: "yes",
						source: "gezagsregister",
						recordedOn: daysFromToday(-20),
						recordedBy: coordinator.personId,
					},
				});
		return { familyId, planId: plan.id, name, coordinator, mother, father, girl, boy };
	}

	/** The given number of days after today, as a day. */
	function daysFromToday(days: number): Date {
		return new Date(new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10));
	}
	function yearsAgo(years: number): string {
		const day = new Date(today);
		day.setUTCFullYear(day.getUTCFullYear() - years);
		day.setUTCDate(day.getUTCDate() - 40);
		return day.toISOString().slice(0, 10);
	}

	return { db, organisation, staff, involve, newFamily, daysFromToday, yearsAgo, close: () => db.$disconnect() };
}
