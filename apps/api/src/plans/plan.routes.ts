import * as plans from "@samenplan/contract/plans";
import { type Route, streamRoute, textRoute } from "../http/route.ts";
import { readPlan } from "./read-plan.ts";

export const planRoutes: Route[] = [textRoute(plans.readPlan, (tx) => readPlan(tx)), streamRoute(plans.openLive)];
