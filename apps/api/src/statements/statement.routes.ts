import * as statements from "@samenplan/contract/statements";
import { type Route, route } from "../http/route.ts";
import { writeStatement } from "./write-statement.ts";

export const statementRoutes: Route[] = [route(statements.writeStatement, writeStatement)];
