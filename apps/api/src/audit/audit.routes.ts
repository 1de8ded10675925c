import * as audit from "@samenplan/contract/audit";
import * as auditLog from "@samenplan/contract/audit-log";
import { type Route, route } from "../http/route.ts";
import { listOddPatterns, seeOddPattern, setFamiliesPerHour } from "./odd-patterns.ts";
import { findLogSubjects, searchLog } from "./search-log.ts";
import { tellPrint } from "./tell-print.ts";
import { whoLooked } from "./who-looked.ts";

export const auditRoutes: Route[] = [
	route(audit.whoLooked, whoLooked),
	route(audit.tellPrint, tellPrint),
	route(auditLog.searchLog, searchLog),
	route(auditLog.findLogSubjects, findLogSubjects),
	route(auditLog.listOddPatterns, listOddPatterns),
	route(auditLog.seeOddPattern, seeOddPattern),
	route(auditLog.setFamiliesPerHour, setFamiliesPerHour),
];
