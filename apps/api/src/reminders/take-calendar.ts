import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as reminders from "@samenplan/contract/reminders";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { calendarWords } from "@samenplan/language/reminder-mails";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";
import type { Services } from "../http/route.ts";

type File = EndpointResponse<typeof reminders.takeEvaluationCalendar>;

/** The talk in which we look back, for everyone who prepares it. Only while it is still to come. */
export async function takeEvaluationCalendar(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof reminders.takeEvaluationCalendar>,
	services: Services,
): Promise<File> {
	const talk = found(await tx.db.evaluation.findFirst({ where: { id: params.evaluationId, familyId: tx.familyId, state: "planned" } }));
	return calendarFile(tx, services, { ...talk, on: talk.dueOn, path: `/families/${tx.familyId}/steps/evaluate` });
}

/** The talk with the former and the new coordinator, for the family and the coordinator. */
export async function takeHandoverCalendar(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof reminders.takeHandoverCalendar>,
	services: Services,
): Promise<File> {
	const handover = found(await tx.db.handover.findFirst({ where: { id: params.handoverId, familyId: tx.familyId, state: "arranged" } }));
	return calendarFile(tx, services, { ...handover, on: found(handover.talkOn), path: `/families/${tx.familyId}` });
}

/** The same talk, for the colleague who may take the family over. */
export async function takeMyHandoverCalendar(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof reminders.takeMyHandoverCalendar>,
	services: Services,
): Promise<File> {
	const mine = await tx.sql<{ id: string; talk_on: string }>({ text: "select id, talk_on from app.my_handovers()" });
	const handover = found(mine.find(({ id }) => id === params.handoverId));
	return calendarFile(tx, services, { id: handover.id, on: new Date(`${handover.talk_on}T00:00:00Z`), path: "/handovers", version: 1 });
}

type Talk = { id: string; on: Date; path: string; version: number };

/**
 * One whole day, as the plan knows no time of the talk. What lies open in somebody's calendar says nothing: neither names nor what it
 * is about. The same talk keeps its identifier, so that a moved day takes the place of the former one.
 */
function calendarFile(tx: ActorTx, { config }: Pick<Services, "config">, talk: Talk): File {
	const words = calendarWords[catalogueLanguageOf(tx.actor.language) === "en" ? "en" : "nl"];
	const calendar = ical({ prodId: { company: "Samenplan", product: "Samenplan" }, method: ICalCalendarMethod.PUBLISH });
	calendar.createEvent({
		id: `${talk.id}@${new URL(config.publicUrl).hostname}`,
		sequence: talk.version,
		stamp: tx.now,
		start: talk.on.toISOString().slice(0, 10),
		allDay: true,
		summary: words.title,
		description: words.where,
		url: config.publicUrl + talk.path,
	});
	return { fileName: words.fileName, text: calendar.toString() };
}
