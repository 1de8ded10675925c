import { editInquiry } from "@samenplan/contract/analysis";
import { answerComment } from "@samenplan/contract/comments";
import type { ReminderKind } from "@samenplan/language/reminder-kinds";
import type { Person } from "@samenplan/testing/world";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { refreshReminders, sendDueReminders } from "./send-reminders.ts";

const dayMilliseconds = 86_400_000;
const on = (day: string) => new Date(`${day}T00:00:00Z`);

describe("the ladder", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterEach(async () => {
		app.services.clock.move(0);
		// Each of these has the reminders to itself.
		await app.world.db.mail.deleteMany();
		await app.world.db.reminder.deleteMany();
		await app.world.db.plan.updateMany({ data: { state: "closed", checkInOn: null } });
	});
	afterAll(() => app.stop());

	/** A family in a team of its own, with a lead and a scientist. */
	async function arranged() {
		const place = await app.world.organisation();
		const [coordinator, lead, scientist] = await Promise.all(
			(["coordinator", "team_lead", "scientist"] as const).map((duty) => app.world.staff([duty], { place })),
		);
		const family = await app.world.newFamily({ coordinator: coordinator as Person });
		return { ...family, lead: lead as Person, scientist: scientist as Person };
	}
	type Arranged = Awaited<ReturnType<typeof arranged>>;

	async function at(moment: string) {
		app.services.clock.move((Date.parse(moment) - Date.now()) / 1000);
		await refreshReminders(app.services, { all: true });
		await sendDueReminders(app.services);
	}
	/** What people of the family hear of one kind, day by day at half past nine: "06-03 before coordinator". */
	async function heard(
		family: Arranged,
		kind: ReminderKind,
		from: string,
		until: string,
		during: Record<string, () => Promise<unknown>> = {},
	) {
		for (let day = from; day <= until; day = new Date(on(day).getTime() + dayMilliseconds).toISOString().slice(0, 10)) {
			await at(`${day}T07:30:00Z`);
			await during[day]?.();
		}
		const names = new Map(
			(["coordinator", "lead", "scientist", "mother", "father", "girl"] as const).map((who) => [family[who].personId, who as string]),
		);
		const mails = await app.world.db.mail.findMany({ where: { familyId: family.familyId, kind: { startsWith: kind } } });
		return mails
			.map(
				({ createdAt, kind: said, personId }) =>
					`${createdAt.toISOString().slice(5, 10)} ${said.slice(kind.length + 1)} ${names.get(personId) ?? "somebody else"}`,
			)
			.sort();
	}
	const ask = (family: Arranged, day: string, by = family.mother) =>
		app.world.db.comment.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				kind: "question",
				about: "plan",
				text: "Mag het ook later?",
				writtenBy: by.personId,
				createdAt: new Date(`${day}T12:00:00Z`),
			},
		});
	const comment = (family: Arranged, day: string, by: Person) =>
		app.world.db.comment.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				kind: "comment",
				about: "plan",
				text: "Het ging goed.",
				writtenBy: by.personId,
				createdAt: new Date(`${day}T12:00:00Z`),
			},
		});

	it("of a question leads from the coordinator, over three working days, to the team lead", async () => {
		const family = await arranged();
		// A Thursday: the weekend does not count.
		await ask(family, "2027-06-03");
		expect(await heard(family, "unanswered_question", "2027-06-03", "2027-06-18")).toEqual([
			"06-07 before coordinator",
			"06-08 on_day coordinator",
			"06-11 after coordinator",
			"06-15 team_lead lead",
		]);
	});

	it("of a question stops the moment it is answered, and goes on with the next one", async () => {
		const family = await arranged();
		const first = await ask(family, "2027-06-03");
		await ask(family, "2027-06-07", family.father);
		const coordinator = await app.as(family.coordinator);
		const said = await heard(family, "unanswered_question", "2027-06-03", "2027-06-18", {
			"2027-06-08": () =>
				coordinator(answerComment, { params: { familyId: family.familyId, commentId: first.id }, body: { text: "Ja, dat mag." } }),
		});
		expect(said).toEqual([
			"06-07 before coordinator",
			"06-08 on_day coordinator",
			"06-09 before coordinator",
			"06-10 on_day coordinator",
			"06-13 after coordinator",
			"06-17 team_lead lead",
		]);
	});

	it("says nothing of what a family keeps to itself, nor of the coordinator's own questions", async () => {
		const family = await arranged();
		const { id } = await ask(family, "2027-06-03");
		await app.world.db.comment.update({ where: { id }, data: { audience: "family" } });
		await ask(family, "2027-06-03", family.coordinator);
		expect(await heard(family, "unanswered_question", "2027-06-03", "2027-06-16")).toEqual([]);
	});

	it("of an explanation that was asked is that of a question", async () => {
		const family = await arranged();
		const version = await app.world.db.planVersion.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				number: 1,
				content: {},
				putBy: family.coordinator.personId,
				putAt: new Date("2027-06-01T12:00:00Z"),
			},
		});
		await app.world.db.position.create({
			data: {
				familyId: family.familyId,
				subject: "plan_version",
				subjectId: version.id,
				subjectVersion: 1,
				personId: family.mother.personId,
				answer: "explain",
				writtenBy: family.mother.personId,
				createdAt: new Date("2027-06-03T12:00:00Z"),
			},
		});
		expect(await heard(family, "unanswered_question", "2027-06-03", "2027-06-09")).toEqual([
			"06-07 before coordinator",
			"06-08 on_day coordinator",
		]);
	});

	it("of a version reaches whoever has not answered, then the coordinator too, then the team lead", async () => {
		const family = await arranged();
		const version = await app.world.db.planVersion.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				number: 1,
				content: {},
				mustAgree: [family.mother.personId, family.father.personId],
				putBy: family.coordinator.personId,
				putAt: new Date("2027-06-01T12:00:00Z"),
			},
		});
		await app.world.db.position.create({
			data: {
				familyId: family.familyId,
				subject: "plan_version",
				subjectId: version.id,
				subjectVersion: 1,
				personId: family.mother.personId,
				answer: "agree",
				writtenBy: family.mother.personId,
				createdAt: new Date("2027-06-02T12:00:00Z"),
			},
		});
		expect(await heard(family, "waiting_agreement", "2027-06-01", "2027-06-16")).toEqual([
			"06-05 before father",
			"06-08 on_day coordinator",
			"06-08 on_day father",
			"06-11 after coordinator",
			"06-11 after father",
			"06-15 team_lead lead",
		]);
	});

	const proposed = (family: Arranged, day: string) =>
		app.world.db.goal.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				text: "We eten samen.",
				forKind: "whole_family",
				levels: ["nooit", "soms", "drie keer", "vijf keer", "elke dag"],
				writtenBy: family.coordinator.personId,
				createdAt: new Date(`${day}T12:00:00Z`),
			},
		});
	const answered = (
		family: Arranged,
		subject: { subject: "goal" | "decision" | "shared_picture"; subjectId: string; subjectVersion?: number },
		who: readonly ("mother" | "father" | "girl")[],
		day: string,
		said: { answer: "agree" | "explain"; explainedAt?: Date } = { answer: "agree" },
	) =>
		app.world.db.position.createMany({
			data: who.map((person) => ({
				familyId: family.familyId,
				subjectVersion: 1,
				...subject,
				...said,
				personId: family[person].personId,
				writtenBy: family[person].personId,
				createdAt: new Date(`${day}T12:00:00Z`),
			})),
		});

	it("of goals that wait is one, however many there are, for whoever did not answer; it leads each to where they can do something", async () => {
		const family = await arranged();
		const goals = [await proposed(family, "2027-06-01"), await proposed(family, "2027-06-01")];
		// Not yet to be noticed: nothing to answer to (R4).
		await app.world.db.goal.update({ where: { id: (await proposed(family, "2027-05-01")).id }, data: { levels: ["", "", " ", "", ""] } });
		for (const { id } of goals) await answered(family, { subject: "goal", subjectId: id }, ["mother"], "2027-06-02");
		const said = await heard(family, "waiting_agreement", "2027-06-01", "2027-06-16", {
			// One of both is not all.
			"2027-06-06": () => answered(family, { subject: "goal", subjectId: goals[0]?.id as string }, ["father"], "2027-06-06"),
			"2027-06-09": () => answered(family, { subject: "goal", subjectId: goals[1]?.id as string }, ["father"], "2027-06-09"),
		});
		expect(said).toEqual([
			"06-05 before father",
			"06-05 before girl",
			"06-08 on_day coordinator",
			"06-08 on_day father",
			"06-08 on_day girl",
			"06-11 after coordinator",
			"06-11 after girl",
			"06-15 team_lead lead",
		]);
		const mails = await app.world.db.mail.findMany({ where: { familyId: family.familyId, kind: { startsWith: "waiting_agreement" } } });
		const placesOf = ({ personId: to }: Person) =>
			new Set(mails.filter(({ personId }) => personId === to).map(({ text }) => /https?:\/\/[^/]+(\S+)/.exec(text)?.[1]));
		expect(placesOf(family.girl)).toEqual(new Set([`/families/${family.familyId}/waiting`]));
		expect(placesOf(family.coordinator)).toEqual(new Set([`/families/${family.familyId}/steps/goals`]));
		expect(placesOf(family.lead)).toEqual(new Set(["/team"]));
	});

	it("of a new text of a goal begins anew, also for whoever agreed to the former one", async () => {
		const family = await arranged();
		const goal = await proposed(family, "2027-06-01");
		await answered(family, { subject: "goal", subjectId: goal.id }, ["mother", "father", "girl"], "2027-06-02");
		app.services.clock.move((Date.parse("2027-06-20T12:00:00Z") - Date.now()) / 1000);
		await app.world.db.goal.update({ where: { id: goal.id }, data: { text: "We eten vaak samen.", version: 2, state: "adjusted" } });
		await app.world.db.formerText.updateMany({ where: { objectId: goal.id }, data: { changedAt: new Date("2027-06-20T12:00:00Z") } });
		expect(await heard(family, "waiting_agreement", "2027-06-05", "2027-06-24")).toEqual([
			"06-24 before father",
			"06-24 before girl",
			"06-24 before mother",
		]);
	});

	it("of what we see together and of a decision is about the oldest, then about the next", async () => {
		const family = await arranged();
		const picture = await app.world.db.step.findFirstOrThrow({ where: { planId: family.planId, kind: "strengths" } });
		await app.world.db.step.update({
			where: { id: picture.id },
			data: { state: "concluded", conclusion: "Er is veel goed.", concludedAt: new Date("2027-06-01T12:00:00Z") },
		});
		const decision = await app.world.db.decision.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				what: "Hulp",
				why: "Past",
				decidedOn: on("2027-06-10"),
				writtenBy: family.coordinator.personId,
				createdAt: new Date("2027-06-10T12:00:00Z"),
			},
		});
		await answered(family, { subject: "decision", subjectId: decision.id }, ["girl"], "2027-06-10");
		// Whoever waits for an explanation is not pressed; after it they are asked again.
		await answered(family, { subject: "decision", subjectId: decision.id }, ["father"], "2027-06-10", { answer: "explain" });
		const said = await heard(family, "waiting_agreement", "2027-06-04", "2027-06-19", {
			"2027-06-05": () =>
				answered(family, { subject: "shared_picture", subjectId: picture.id }, ["mother", "father", "girl"], "2027-06-05"),
			"2027-06-15": () =>
				app.world.db.position.updateMany({
					where: { familyId: family.familyId, answer: "explain" },
					data: { explainedAt: new Date("2027-06-11T12:00:00Z") },
				}),
		});
		expect(said).toEqual([
			"06-05 before father",
			"06-05 before girl",
			"06-05 before mother",
			"06-14 before mother",
			"06-16 before father",
			"06-17 on_day coordinator",
			"06-17 on_day mother",
			"06-18 on_day father",
		]);
	});

	const toFindOut = (family: Arranged, dueOn: string, finder: Person | null) =>
		app.world.db.inquiry.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "Waarom slaapt hij zo slecht?",
				personId: finder?.personId ?? null,
				dueOn: on(dueOn),
				writtenBy: family.coordinator.personId,
			},
		});

	it("of something to find out reaches whoever finds it out, then the coordinator, and ends with what was found", async () => {
		const family = await arranged();
		const coordinator = await app.as(family.coordinator);
		const { id, version, ...written } = await toFindOut(family, "2027-06-10", family.mother);
		const { question, how, instrument, suits, suitsWords, personId } = written;
		const said = await heard(family, "inquiry", "2027-06-05", "2027-06-25", {
			"2027-06-14": () =>
				coordinator(editInquiry, {
					params: { familyId: family.familyId, inquiryId: id },
					body: {
						...{ question, how, instrument, suits, suitsWords, personId, version },
						dueOn: "2027-06-10",
						found: "Door de buren.",
						state: "found",
					},
				}),
		});
		expect(said).toEqual(["06-07 before mother", "06-10 on_day mother", "06-13 after coordinator", "06-13 after mother"]);
		const mails = await app.world.db.mail.findMany({ where: { familyId: family.familyId, kind: { startsWith: "inquiry" } } });
		const placeOf = ({ personId: to }: Person) => mails.find((mail) => mail.personId === to)?.text ?? "";
		expect(placeOf(family.mother)).toContain(`/families/${family.familyId}/steps/strengths/analysis#inquiry\n`);
		expect(placeOf(family.coordinator)).toContain(`/families/${family.familyId}/steps/strengths#inquiry\n`);
	});

	it("of something to find out is the coordinator's when nobody of the family does, and moves with its day", async () => {
		const family = await arranged();
		const { id } = await toFindOut(family, "2027-06-10", family.boy);
		const said = await heard(family, "inquiry", "2027-06-05", "2027-06-25", {
			"2027-06-08": () => app.world.db.inquiry.update({ where: { id }, data: { dueOn: on("2027-06-20"), version: 2 } }),
			"2027-06-21": () => app.world.db.inquiry.update({ where: { id }, data: { state: "dropped", version: 3 } }),
		});
		expect(said).toEqual(["06-07 before coordinator", "06-17 before coordinator", "06-20 on_day coordinator"]);
	});

	it("of a plan that stalls counts from the last trace of anybody, and begins anew with the next one", async () => {
		const family = await arranged();
		await comment(family, "2027-05-01", family.coordinator);
		const said = await heard(family, "stalled_plan", "2027-05-20", "2027-06-30", {
			"2027-06-04": () => comment(family, "2027-06-04", family.father),
		});
		expect(said).toEqual(["05-24 before coordinator", "05-31 on_day coordinator", "06-03 after coordinator", "06-27 before coordinator"]);
	});

	it("of a review reaches the scientists, whoever took it, then the coordinator who has the advice", async () => {
		const family = await arranged();
		const { id } = await app.world.db.review.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "Wat helpt hier?",
				toldFamilyOn: on("2027-06-01"),
				askedBy: family.coordinator.personId,
				askedAt: new Date("2027-06-01T12:00:00Z"),
			},
		});
		const said = await heard(family, "review", "2027-06-01", "2027-06-25", {
			"2027-06-09": () => app.world.db.review.update({ where: { id }, data: { state: "taken", scientistId: family.scientist.personId } }),
			"2027-06-12": () =>
				app.world.db.review.update({
					where: { id },
					data: { state: "advised", advice: "Rust", advisedAt: new Date("2027-06-12T12:00:00Z") },
				}),
		});
		expect(said).toEqual([
			"06-08 on_day scientist",
			"06-11 after scientist",
			"06-18 on_day coordinator",
			"06-21 after coordinator",
			"06-25 team_lead lead",
		]);
	});

	it("of an urgent review is a working day long", async () => {
		const family = await arranged();
		await app.world.db.review.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "Wat helpt hier?",
				urgent: true,
				toldFamilyOn: on("2027-06-01"),
				askedBy: family.coordinator.personId,
				askedAt: new Date("2027-06-01T12:00:00Z"),
			},
		});
		// A scientist of the mother's own network does not hear it at work.
		const { organisationId, teamId } = await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } });
		const friend = await app.world.staff(["scientist"], { place: { organisationId, teamId } });
		await app.world.db.involvement.create({
			data: {
				familyId: family.familyId,
				personId: friend.personId,
				relation: "network_member",
				startsOn: on("2027-01-01"),
				recordedBy: family.coordinator.personId,
			},
		});
		expect(await heard(family, "review", "2027-06-01", "2027-06-03")).toEqual(["06-02 on_day scientist"]);
		expect(await app.world.db.reminder.count({ where: { personId: friend.personId } })).toBe(0);
	});

	it("of help on a waiting list begins in time to do something", async () => {
		const family = await arranged();
		await app.world.db.evaluation.create({
			data: { familyId: family.familyId, planId: family.planId, dueOn: on("2027-08-01"), writtenBy: family.coordinator.personId },
		});
		const decision = await app.world.db.decision.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				what: "Hulp",
				why: "Past",
				decidedOn: on("2027-05-01"),
				writtenBy: family.coordinator.personId,
			},
		});
		const help = await app.world.db.help.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				decisionId: decision.id,
				what: "Hulp aan huis",
				provider: "Thuis Sterk",
				startsOn: on("2027-07-01"),
				endsOn: on("2027-12-01"),
				evaluationOn: on("2027-09-01"),
				state: "waiting",
				waitingSince: on("2027-05-04"),
			},
		});
		const said = await heard(family, "waiting_list", "2027-05-20", "2027-06-20", {
			"2027-06-05": () => app.world.db.help.update({ where: { id: help.id }, data: { state: "running", waitingSince: null } }),
		});
		expect(said).toEqual(["05-25 before coordinator", "06-01 on_day coordinator", "06-04 after coordinator"]);
	});

	it("of the first contact is five working days long, and ends with a contact that was recorded", async () => {
		const family = await arranged();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { openedOn: on("2027-06-03") } });
		const said = await heard(family, "contact_rhythm", "2027-06-03", "2027-06-20", {
			"2027-06-13": () =>
				app.world.db.contactMoment.create({
					data: {
						familyId: family.familyId,
						planId: family.planId,
						kind: "visit",
						heldOn: on("2027-06-12"),
						writtenBy: family.coordinator.personId,
					},
				}),
		});
		expect(said).toEqual(["06-09 before coordinator", "06-10 on_day coordinator", "06-13 after coordinator"]);
	});

	it("of a child that lives elsewhere asks a talk with the parents every six weeks; a message is no talk", async () => {
		const family = await arranged();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { placement: "foster_return" } });
		const contact = (kind: "visit" | "message", day: string) =>
			app.world.db.contactMoment.create({
				data: {
					familyId: family.familyId,
					planId: family.planId,
					kind,
					heldOn: on(day),
					withWhom: [family.father.personId],
					writtenBy: family.coordinator.personId,
				},
			});
		await contact("visit", "2027-05-01");
		await contact("message", "2027-05-20");
		expect(await heard(family, "contact_rhythm", "2027-05-20", "2027-06-20")).toEqual([
			"06-05 before coordinator",
			"06-12 on_day coordinator",
			"06-15 after coordinator",
			"06-19 team_lead lead",
		]);
	});

	const milestone = (family: Arranged) =>
		app.world.db.milestone.create({
			data: {
				familyId: family.familyId,
				personId: family.boy.personId,
				kind: "age_12",
				onDay: on("2027-06-15"),
				writtenBy: family.mother.personId,
			},
		});

	it("of a milestone begins two weeks ahead and ends when somebody came back to it", async () => {
		const family = await arranged();
		const { id } = await milestone(family);
		const said = await heard(family, "milestone", "2027-05-28", "2027-06-30", {
			"2027-06-19": () => app.world.db.milestone.update({ where: { id }, data: { doneOn: on("2027-06-19") } }),
		});
		expect(said).toEqual(["06-01 before coordinator", "06-15 on_day coordinator", "06-18 after coordinator"]);
	});

	it("of a milestone speaks after closing only when the family wished it", async () => {
		const closed = { state: "closed", closedOn: on("2027-05-01") } as const;
		const [wished, not] = [await arranged(), await arranged()];
		await app.world.db.plan.update({ where: { id: wished.planId }, data: { ...closed, wantsMilestones: true } });
		await app.world.db.plan.update({ where: { id: not.planId }, data: closed });
		await milestone(wished);
		await milestone(not);
		expect(await heard(wished, "milestone", "2027-06-14", "2027-06-16")).toEqual(["06-14 before coordinator", "06-15 on_day coordinator"]);
		expect(await heard(not, "milestone", "2027-06-14", "2027-06-16")).toEqual([]);
	});

	it("of the question how it goes after closing ends when it was asked; without a coordinator the team lead hears it", async () => {
		const family = await arranged();
		await app.world.db.plan.update({
			where: { id: family.planId },
			data: { state: "closed", closedOn: on("2027-05-01"), checkInOn: on("2027-06-15") },
		});
		const said = await heard(family, "check_in", "2027-06-10", "2027-06-30", {
			"2027-06-16": () => app.world.db.plan.update({ where: { id: family.planId }, data: { checkedInOn: on("2027-06-16") } }),
		});
		expect(said).toEqual(["06-12 before coordinator", "06-15 on_day coordinator"]);
		const without = await arranged();
		await app.world.db.plan.update({
			where: { id: without.planId },
			data: { state: "closed", closedOn: on("2027-05-01"), checkInOn: on("2027-06-15") },
		});
		await app.world.db.involvement.updateMany({
			where: { familyId: without.familyId, relation: "coordinator" },
			data: { endedAt: new Date() },
		});
		expect(await heard(without, "check_in", "2027-06-12", "2027-06-15")).toEqual(["06-12 before lead", "06-15 on_day lead"]);
	});

	it("of a handover asks first to arrange it, then tells everyone of the talk", async () => {
		const family = await arranged();
		const other = await app.world.staff(["coordinator"], {
			place: await app.world.db.account
				.findUniqueOrThrow({ where: { id: family.lead.accountId } })
				.then(({ organisationId, teamId }) => ({ organisationId, teamId: teamId as string })),
		});
		const handover = await app.world.db.handover.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				fromPersonId: family.coordinator.personId,
				because: "Verhuizing",
				askedBy: family.coordinator.personId,
				createdAt: new Date("2027-06-01T12:00:00Z"),
			},
		});
		const said = await heard(family, "handover", "2027-06-01", "2027-06-21", {
			"2027-06-09": () =>
				app.world.db.handover.update({
					where: { id: handover.id },
					data: {
						state: "arranged",
						toPersonId: other.personId,
						talkOn: on("2027-06-17"),
						arrangedBy: family.lead.personId,
						arrangedAt: new Date("2027-06-09T12:00:00Z"),
					},
				}),
		});
		const everyone = ["coordinator", "father", "girl", "mother", "somebody else"];
		expect(said).toEqual([
			"06-08 on_day coordinator",
			"06-08 on_day lead",
			...everyone.map((who) => `06-14 before ${who}`),
			...everyone.map((who) => `06-17 on_day ${who}`),
			"06-20 after coordinator",
			"06-20 after somebody else",
		]);
	});

	it("is as long as the organisation says", async () => {
		const family = await arranged();
		const { organisationId } = await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } });
		await app.world.db.organisation.update({
			where: { id: organisationId },
			data: { settings: { answerWorkingDays: 1, afterDays: 1, teamLeadDays: 2, yearsKept: 20 } },
		});
		await ask(family, "2027-06-07");
		expect(await heard(family, "unanswered_question", "2027-06-07", "2027-06-12")).toEqual([
			"06-08 on_day coordinator",
			"06-09 after coordinator",
			"06-10 team_lead lead",
		]);
	});
});
