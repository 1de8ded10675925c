import * as audit from "@samenplan/contract/audit";
import { type Route, route } from "../http/route.ts";
import { whoLooked } from "./who-looked.ts";

export const auditRoutes: Route[] = [route(audit.whoLooked, whoLooked)];
