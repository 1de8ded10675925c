import * as plans from "@samenplan/contract/plans";
import { type Route, route, textRoute } from "../http/route.ts";
import { proceedWithVersion } from "./proceed-with-version.ts";
import { putVersion } from "./put-version.ts";
import { readPlanVersion } from "./read-version.ts";
import { withdrawVersion } from "./withdraw-version.ts";

export const versionRoutes: Route[] = [
	textRoute(plans.readPlanVersion, readPlanVersion),
	route(plans.putVersion, putVersion),
	route(plans.withdrawVersion, withdrawVersion),
	route(plans.proceedWithVersion, proceedWithVersion),
];
