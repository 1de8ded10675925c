import * as emergencies from "@samenplan/contract/emergencies";
import { type Route, route } from "../http/route.ts";
import { breakGlass } from "./break-glass.ts";
import { delayEmergency, familyEmergencies } from "./family-emergencies.ts";
import { findForEmergency } from "./find-for-emergency.ts";
import { judgeEmergency, listEmergencies } from "./judge-emergency.ts";
import { endEmergency, myEmergencies } from "./own-emergencies.ts";

export const emergencyRoutes: Route[] = [
	route(emergencies.findForEmergency, findForEmergency),
	route(emergencies.breakGlass, breakGlass),
	route(emergencies.myEmergencies, myEmergencies),
	route(emergencies.endEmergency, endEmergency),
	route(emergencies.listEmergencies, listEmergencies),
	route(emergencies.judgeEmergency, judgeEmergency),
	route(emergencies.familyEmergencies, familyEmergencies),
	route(emergencies.delayEmergency, delayEmergency),
];
