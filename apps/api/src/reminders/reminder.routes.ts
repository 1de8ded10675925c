import * as reminders from "@samenplan/contract/reminders";
import { type Route, route } from "../http/route.ts";
import { chooseMessages, readMessages } from "./choose-messages.ts";
import { readOrganisationDays, setOrganisationDays } from "./organisation-days.ts";
import { takeEvaluationCalendar, takeHandoverCalendar, takeMyHandoverCalendar } from "./take-calendar.ts";

export const reminderRoutes: Route[] = [
	route(reminders.readMessages, readMessages),
	route(reminders.chooseMessages, chooseMessages),
	route(reminders.readOrganisationDays, readOrganisationDays),
	route(reminders.setOrganisationDays, setOrganisationDays),
	route(reminders.takeEvaluationCalendar, takeEvaluationCalendar),
	route(reminders.takeHandoverCalendar, takeHandoverCalendar),
	route(reminders.takeMyHandoverCalendar, takeMyHandoverCalendar),
];
