import * as employees from "@samenplan/contract/employees";
import { accountRoute, type Route } from "../http/route.ts";
import { add, change, inviteAgain, listTeamsHere } from "./employees.ts";

export const employeeRoutes: Route[] = [
	accountRoute(employees.listTeams, (_input, context) => listTeamsHere(context)),
	accountRoute(employees.addEmployee, ({ body }, context) => add(body, context)),
	accountRoute(employees.changeEmployee, ({ params, body }, context) => change(params.accountId, body, context)),
	accountRoute(employees.inviteEmployee, ({ params }, context) => inviteAgain(params.accountId, context)),
];
