import { randomUUID } from "node:crypto";
import type { Duty, Relation } from "@samenplan/access/relations";
import type { Person, TestFamily, World } from "@samenplan/testing/world";
import { signAccessToken } from "../http/tokens.ts";

/** The day of birth of somebody who had a birthday ten days ago. */
function birthday(world: World, age: number): string {
	const day = world.daysFromToday(-10);
	return `${day.getUTCFullYear() - age}${day.toISOString().slice(4, 10)}`;
}

/** One kind of caller: what the policy should take them for, said here by hand and never computed. */
export type CastMember = {
	name: string;
	/** Nobody: anonymous. */
	person: Person | undefined;
	relations: Relation[];
	duties: Duty[];
	/** False: their session or account is over, so that nobody is signed in. */
	signedIn: boolean;
	organisationId: string;
	sessionId: string;
	token: string | undefined;
	/** Stands in another family while reaching for this one. */
	from?: string;
	/** Looks through the eyes of this member. */
	through?: string;
};

export type Cast = {
	family: TestFamily;
	/** Of the same organisation, about which nobody of the first family knows. */
	other: TestFamily;
	members: CastMember[];
	/** Holds two relations at once, which the policy decides one by one and only the database decides together. */
	inDatabaseOnly: CastMember[];
	named: (name: string) => CastMember;
	/** Also of those who are in the database only. */
	anyNamed: (name: string) => CastMember;
	/** Another session of theirs, for calls that end the one they are made in. */
	freshToken: (member: CastMember) => Promise<string>;
};

type ConsentState = "stands" | "unanswered" | "refused" | "withdrawn" | "deviates" | "deviates, then withdrawn" | "over";

/**
 * Two families, and everyone who could come to the first one's data in every state that matters. A young person is also asked for
 * consent about themselves.
 */
export async function gatherCast(world: World, secret: string): Promise<Cast> {
	const { db } = world;
	const family = await world.newFamily();
	const other = await world.newFamily();
	const elsewhere = await world.organisation("Andere stichting");
	const far = await world.newFamily({ coordinator: await world.staff(["coordinator"], { place: elsewhere }) });
	const { organisationId } = await db.family.findUniqueOrThrow({ where: { id: family.familyId } });
	const otherTeam = await db.team.create({ data: { organisationId, name: "Team Zuid" } });
	const { familyId, planId } = family;
	const now = Date.now();
	const minutes = (count: number) => new Date(now + count * 60_000);
	const members: CastMember[] = [];
	const inDatabaseOnly: CastMember[] = [];

	async function sessionOf(person: Person): Promise<{ sessionId: string; token: string }> {
		const session = await db.session.create({
			data: {
				accountId: person.accountId,
				tokenHash: randomUUID(),
				rotatedAt: new Date(),
				expiresAt: minutes(12 * 60),
				provedAgainAt: new Date(),
				method: "demo",
			},
		});
		const { accessToken } = signAccessToken({ accountId: person.accountId, sessionId: session.id }, secret);
		return { sessionId: session.id, token: accessToken };
	}
	async function add(name: string, person: Person, relations: Relation[] = [], duties: Duty[] = [], signedIn = true): Promise<Person> {
		const account = await db.account.findUniqueOrThrow({ where: { id: person.accountId } });
		const { sessionId, token } = await sessionOf(person);
		members.push({
			name,
			person,
			relations,
			duties,
			signedIn,
			organisationId: account.organisationId,
			sessionId,
			token,
		});
		return person;
	}
	const around = (relation: Parameters<World["involve"]>[1], givenName: string, bornOn?: string) =>
		world.involve(familyId, relation, { givenName, account: true, ...(bornOn && { bornOn }) });
	const involvementOf = (person: Person) => ({ where: { familyId, personId: person.personId } });

	/** A consent about somebody to involve a professional, and the professional who stands on it. */
	async function onConsent(state: ConsentState, about: Person, must: Person[], more: { askedAt?: Date } = {}): Promise<Person> {
		const person = await around("professional", `Hulp ${state}`);
		const deviates = state.startsWith("deviates");
		const consent = await db.consent.create({
			data: {
				familyId,
				kind: "involve",
				aboutPersonId: about.personId,
				what: "meedenken",
				toPersonId: person.personId,
				why: "omdat het helpt",
				askedBy: family.coordinator.personId,
				...more,
				untilOn: state === "over" ? world.daysFromToday(-1) : null,
				...(deviates && {
					deviatesBecause: "in het belang van het kind",
					deviatesBy: family.coordinator.personId,
					deviatesAt: minutes(-20),
				}),
			},
		});
		const [first, ...rest] = must as [Person, ...Person[]];
		const answer = (by: Person, given: "given" | "refused" | "withdrawn", at: number) =>
			db.consentAnswer.create({
				data: { familyId, consentId: consent.id, personId: by.personId, writtenBy: by.personId, answer: given, createdAt: minutes(at) },
			});
		await answer(first, "given", -40);
		if (state !== "unanswered") for (const by of rest) await answer(by, state === "refused" || deviates ? "refused" : "given", -39);
		if (state === "withdrawn") await answer(first, "withdrawn", -10);
		if (state === "deviates, then withdrawn") await answer(rest[0] ?? first, "withdrawn", -10);
		await db.involvement.updateMany({ ...involvementOf(person), data: { consentId: consent.id } });
		return person;
	}

	await add("coordinator", family.coordinator, ["coordinator"], ["coordinator"]);
	await add("parent with authority", family.mother, ["parent_with_authority"]);
	await add("the other parent with authority", family.father, ["parent_with_authority"]);
	await add("young person of 13", family.girl, ["young_person"]);
	const sixteen = await around("child", "Zestien", world.yearsAgo(16));
	await add("young person of 16", sixteen, ["young_person_16"]);
	await add("parent without authority", await around("parent", "Stiefvader"), ["parent_without_authority"]);
	for (const [holds, name] of [
		["unknown", "parent whose authority is unknown"],
		["no", "parent who has no authority"],
	] as const) {
		const parent = await around("parent", `Ouder ${holds}`);
		for (const child of [family.girl, family.boy])
			await db.authority.create({
				data: { familyId, parentId: parent.personId, childId: child.personId, holds, recordedBy: family.coordinator.personId },
			});
		await add(name, parent, ["parent_without_authority"]);
	}
	const grown = await around("child", "Twintig", world.yearsAgo(20));
	const parentOfGrown = await around("parent", "Ouder van volwassene");
	const recorded = { holds: "yes" as const, recordedBy: family.coordinator.personId };
	await db.authority.create({ data: { familyId, parentId: parentOfGrown.personId, childId: grown.personId, ...recorded } });
	await add("parent whose child has grown up", parentOfGrown, ["parent_without_authority"]);
	const gone = await around("child", "Weg", world.yearsAgo(9));
	const parentOfGone = await around("parent", "Ouder van wie weg is");
	await db.authority.create({ data: { familyId, parentId: parentOfGone.personId, childId: gone.personId, ...recorded } });
	await db.involvement.updateMany({ ...involvementOf(gone), data: { endedAt: new Date() } });
	await add("parent whose child left the family", parentOfGone, ["parent_without_authority"]);
	await add("network member", await around("network_member", "Oma"), ["network_member"]);
	await add("other professional", await around("professional", "Juf"), ["professional"]);

	const both = [family.mother, family.father];
	for (const [state, name] of [
		["stands", "professional on a consent that stands"],
		["deviates", "professional on a consent that deviates in writing"],
	] as const)
		await add(name, await onConsent(state, family.boy, both), ["professional"]);
	await add(
		"professional, agreed by a young person of 13 and the parents",
		await onConsent("stands", family.girl, [family.girl, ...both]),
		["professional"],
	);
	await add("professional, agreed by a young person of 16 alone", await onConsent("stands", sixteen, [sixteen]), ["professional"]);
	for (const state of ["unanswered", "refused", "withdrawn", "deviates, then withdrawn", "over"] as const)
		await add(`professional on a consent that is ${state}`, await onConsent(state, family.boy, both));
	await add("professional, agreed by the parents without the young person of 13", await onConsent("stands", family.girl, both));
	await add("professional, agreed by a parent instead of the young person of 16", await onConsent("stands", sixteen, both));
	await add(
		"professional, agreed by one parent and by somebody without authority",
		await onConsent("stands", family.boy, [family.mother, parentOfGrown]),
	);

	// Came of age since the question was asked: what was agreed goes on until they answer, unless it was agreed around somebody.
	const turned = (age: number) => around("child", `Net ${age}`, birthday(world, age));
	const [twelve, answered, silent] = [await turned(12), await turned(12), await turned(16)];
	for (const child of [twelve, answered, silent])
		await db.authority.create({ data: { familyId, parentId: family.mother.personId, childId: child.personId, ...recorded } });
	const asked = { askedAt: minutes(-30 * 24 * 60) };
	await add("professional, agreed before the young person turned 12", await onConsent("stands", twelve, [family.mother], asked), [
		"professional",
	]);
	await add(
		"professional, refused by the young person who turned 12",
		await onConsent("refused", answered, [family.mother, answered], asked),
	);
	await add("professional, agreed around a young person who is 16 now", await onConsent("deviates", silent, [family.mother], asked));

	const alone = await around("child", "Niemand gezag", world.yearsAgo(7));
	await add("professional on a consent that nobody may give", await onConsent("stands", alone, [family.mother]));

	const scientist = await world.staff(["scientist"]);
	const former = await world.staff(["scientist"]);
	const about = { familyId, planId, question: "?", toldFamilyOn: world.daysFromToday(-1), askedBy: family.coordinator.personId };
	await db.review.create({ data: { ...about, state: "taken", scientistId: scientist.personId } });
	await db.review.create({ data: { ...about, state: "answered", scientistId: former.personId } });
	await add("scientist with an open review", scientist, ["scientist"], ["scientist"]);
	await add("scientist whose review was answered", former, [], ["scientist"]);
	await add("team lead", await world.staff(["team_lead"]), ["team_lead"], ["team_lead"]);
	await add(
		"team lead of another team",
		await world.staff(["team_lead"], { place: { organisationId, teamId: otherTeam.id } }),
		[],
		["team_lead"],
	);
	await add("administrator", await world.staff(["administrator"]), [], ["administrator"]);

	const emergency = async (person: Person, of: { since?: number; until?: number; ended?: number } = {}) => {
		await db.emergencyAccess.create({
			data: {
				familyId,
				personId: person.personId,
				reason: "acute_danger",
				words: "gebeld door de politie",
				createdAt: minutes(of.since ?? -5),
				untilAt: minutes(of.until ?? 50),
				endedAt: of.ended === undefined ? null : minutes(of.ended),
				familySeesAt: minutes(-5),
			},
		});
		return person;
	};
	await add("broke the glass", await emergency(await world.staff(["coordinator"])), ["emergency"], ["coordinator"]);
	await add("emergency access over", await emergency(await world.staff(["coordinator"]), { since: -70, until: -11 }), [], ["coordinator"]);
	await add("emergency access ended", await emergency(await world.staff(["scientist"]), { ended: -1 }), [], ["scientist"]);
	await add("administrator with emergency access", await emergency(await world.staff(["administrator"])), [], ["administrator"]);
	await add(
		"emergency access from another organisation",
		await emergency(await world.staff(["coordinator"], { place: elsewhere })),
		[],
		["coordinator"],
	);

	await db.privacyRequest.create({
		data: {
			familyId,
			kind: "inspection",
			personId: family.mother.personId,
			aboutPersonId: family.mother.personId,
			words: "ik wil het dossier zien",
			dueOn: world.daysFromToday(28),
			recordedBy: family.mother.personId,
		},
	});
	await add("privacy officer with an open request", await world.staff(["privacy_officer"]), ["privacy_officer"], ["privacy_officer"]);
	await add(
		"privacy officer of another organisation",
		await world.staff(["privacy_officer"], { place: elsewhere }),
		[],
		["privacy_officer"],
	);

	const before = await world.staff(["coordinator"]);
	await db.involvement.create({
		data: {
			familyId,
			personId: before.personId,
			relation: "coordinator",
			startsOn: world.daysFromToday(-60),
			endedAt: minutes(-60),
			recordedBy: before.personId,
		},
	});
	await add("coordinator who handed the family over", before, [], ["coordinator"]);
	await add("coordinator of another family", other.coordinator, [], ["coordinator"]);
	await add("parent of another family", other.mother);
	await add("coordinator of another organisation", far.coordinator, [], ["coordinator"]);
	await add("parent in another organisation", far.father);

	const ended = await around("parent", "Eruit");
	await db.involvement.updateMany({ ...involvementOf(ended), data: { endedAt: new Date() } });
	await add("removed person", ended);
	const over = await around("network_member", "Voorbij");
	await db.involvement.updateMany({ ...involvementOf(over), data: { endsOn: world.daysFromToday(-1) } });
	await add("network member whose time is over", over);
	const later = await around("network_member", "Later");
	await db.involvement.updateMany({ ...involvementOf(later), data: { startsOn: world.daysFromToday(2) } });
	await add("network member who starts later", later);
	const eleven = await around("child", "Elf", world.yearsAgo(11));
	const invited = await around("parent", "Genodigd");
	await db.authority.create({ data: { familyId, parentId: invited.personId, childId: eleven.personId, ...recorded } });
	await db.involvement.updateMany({ ...involvementOf(invited), data: { acceptedAt: null } });
	await add("invited parent who has not accepted", invited);
	await add("child of 11", eleven);
	await add("child without a date of birth", await around("child", "Onbekend"));

	const off = await add("person whose account was switched off", await around("parent", "Uit"), [], [], false);
	await db.account.update({ where: { id: off.accountId }, data: { state: "disabled" } });
	// Switching off ends sessions; whatever is left of one must not count either.
	await db.session.updateMany({ where: { accountId: off.accountId }, data: { endedAt: null } });
	for (const [name, data] of [
		["person whose session lay idle", { lastSeenAt: minutes(-60), idleMinutes: 30 }],
		["person who signed out", { endedAt: new Date() }],
		["person whose session is too old", { expiresAt: minutes(-1) }],
	] as const) {
		const person = await add(name, await around("parent", "Weggegaan"), [], [], false);
		await db.session.updateMany({ where: { accountId: person.accountId }, data });
	}
	const borrowed = await around("parent", "Geleend");
	const lent = await sessionOf(family.mother);
	await add("person with the session of somebody else", borrowed, [], [], false);
	Object.assign(members.at(-1) as CastMember, {
		sessionId: lent.sessionId,
		token: signAccessToken({ accountId: borrowed.accountId, sessionId: lent.sessionId }, secret).accessToken,
	});
	// Somebody of the family, or who stands beside it, who broke the glass: does that alone for its hour.
	for (const [relation, name] of [
		["network_member", "network member who broke the glass"],
		["professional", "other professional who broke the glass"],
	] as const) {
		const person = await around(relation, "Dubbel");
		await db.account.update({ where: { id: person.accountId }, data: { duties: ["coordinator"] } });
		await add(name, await emergency(person), ["emergency", relation], ["coordinator"]);
		inDatabaseOnly.push(members.pop() as CastMember);
	}
	const openRequest = (of: string, by: Person) =>
		db.privacyRequest.create({
			data: {
				familyId: of,
				kind: "inspection",
				personId: by.personId,
				aboutPersonId: by.personId,
				words: "ik wil het dossier zien",
				dueOn: world.daysFromToday(28),
				recordedBy: by.personId,
			},
		});
	// Two tasks of their own: looks along with the plan, and handles requests.
	const twice = await world.staff(["scientist", "privacy_officer"]);
	await db.review.create({ data: { ...about, state: "advised", scientistId: twice.personId } });
	await add("scientist who also handles requests", twice, ["privacy_officer", "scientist"], ["scientist", "privacy_officer"]);
	// Stands in another family with a right there, while reaching for this one.
	const third = await world.newFamily();
	await openRequest(third.familyId, third.mother);
	await add("privacy officer, from within another family", await world.staff(["privacy_officer"]), [], ["privacy_officer"]);
	const neighbour = await world.involve(other.familyId, "network_member", { givenName: "Buur", account: true });
	await add("network member of another family, from within another one", neighbour);
	inDatabaseOnly.push(...members.splice(-3));
	Object.assign(inDatabaseOnly.at(-2) as CastMember, { from: third.familyId });
	Object.assign(inDatabaseOnly.at(-1) as CastMember, { from: other.familyId });

	members.push({
		name: "anonymous",
		person: undefined,
		relations: [],
		duties: [],
		signedIn: false,
		organisationId,
		sessionId: randomUUID(),
		token: undefined,
	});
	const namedIn = (list: readonly CastMember[]) => (name: string) => {
		const member = list.find((each) => each.name === name);
		if (!member) throw new Error(`Nobody is called ${name}.`);
		return member;
	};
	return {
		family,
		other,
		members,
		inDatabaseOnly,
		freshToken: async ({ person }) => (await sessionOf(person as Person)).token,
		named: namedIn(members),
		anyNamed: (name) => namedIn([...members, ...inDatabaseOnly])(name),
	};
}
