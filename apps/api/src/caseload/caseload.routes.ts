import * as caseload from "@samenplan/contract/caseload";
import { type Route, route } from "../http/route.ts";
import { answerEscalation } from "./answer-escalation.ts";
import { readCaseload } from "./read-caseload.ts";
import { readTeam } from "./read-team.ts";

export const caseloadRoutes: Route[] = [
	route(caseload.readCaseload, readCaseload, { list: "coordinated" }),
	route(caseload.readTeam, readTeam, { list: "team" }),
	route(caseload.answerEscalation, answerEscalation),
];
