import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { familyParams, id, within } from "./shapes.ts";

const hour = z.number().int().min(0).max(23);
/** How somebody hears of what waits for them. */
export const messages = z.object({
	/** Everything of a day in one message. */
	digest: z.boolean(),
	/** Hours of the day in Europe/Amsterdam between which nothing comes; the same hour twice: it may come at any time. */
	quietFrom: hour,
	quietUntil: hour,
	/** Without an address nothing can be sent. */
	reachable: z.boolean(),
});
export type Messages = z.infer<typeof messages>;

export const readMessages = endpoint({
	method: "get",
	path: "/api/me/messages",
	summary: "How I hear of what waits for me",
	right: "signed-in",
	response: messages,
	audit: { action: "read", object: "account" },
});
export const chooseMessages = endpoint({
	method: "put",
	path: "/api/me/messages",
	summary: "Keeps how I hear of what waits for me: each thing by itself or once a day, and in which hours not",
	right: "signed-in",
	body: z.strictObject({ digest: z.boolean(), quietFrom: hour, quietUntil: hour }),
	response: messages,
	audit: { action: "update", object: "account" },
});

const days = (most: number) => z.number().int().min(1).max(most);
/** The days of R5-R10 that an organisation sets itself (rules: `@samenplan/plan-rules/due-dates`). */
export const organisationDays = z.strictObject({
	firstContactWorkingDays: days(20),
	answerWorkingDays: days(10),
	evaluationMonths: z.strictObject({ light: days(10), full: days(6), foster_return: days(6), foster_long: days(12), residential: days(6) }),
	lightEvaluationMonthsAtMost: days(12),
	guardianTalkWeeks: days(12),
	evaluationSoonDays: days(21),
	versionAnswerDays: days(28),
	helpWaitsDays: days(91),
	stalledDays: days(91),
	reviewWorkingDays: days(20),
	urgentReviewWorkingDays: days(5),
	adviceWorkingDays: days(20),
	milestoneBeforeDays: days(56),
	handoverWorkingDays: days(20),
	afterDays: days(14),
	teamLeadDays: days(28),
});
export type OrganisationDays = z.infer<typeof organisationDays>;

export const readOrganisationDays = endpoint({
	method: "get",
	path: "/api/organisation/days",
	summary: "After how many days something is said, as this organisation set it, and what is usual",
	right: "organisation.read",
	response: z.object({ days: organisationDays, usual: organisationDays }),
	audit: { action: "read", object: "organisation" },
});
export const setOrganisationDays = endpoint({
	method: "put",
	path: "/api/organisation/days",
	summary: "Sets after how many days something is said",
	right: "organisation.write",
	body: z.strictObject({ days: organisationDays }),
	audit: { action: "update", object: "organisation" },
});

/** A file for somebody's own calendar. Its title and text say nothing about the family. */
export const calendarFile = z.object({ fileName: z.string(), text: z.string() });
export type CalendarFile = z.infer<typeof calendarFile>;

export const takeEvaluationCalendar = endpoint({
	method: "get",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/calendar",
	summary: "The talk in which we look back, as a file for my own calendar",
	right: "calendar.take",
	params: within("evaluationId"),
	response: calendarFile,
	audit: { action: "read", object: "calendar", recipient: "self" },
});
export const takeHandoverCalendar = endpoint({
	method: "get",
	path: "/api/families/{familyId}/handovers/{handoverId}/calendar",
	summary: "The talk with the former and the new coordinator, as a file for my own calendar",
	right: "calendar.take",
	params: z.strictObject({ ...familyParams.shape, handoverId: id }),
	response: calendarFile,
	audit: { action: "read", object: "calendar", recipient: "self" },
});
export const takeMyHandoverCalendar = endpoint({
	method: "get",
	path: "/api/handovers/{handoverId}/calendar",
	summary: "The talk about a family that I may take over, as a file for my own calendar",
	right: "handovers.answer",
	params: z.strictObject({ handoverId: id }),
	response: calendarFile,
	audit: { action: "read", object: "calendar", recipient: "self" },
});
