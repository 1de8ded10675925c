import * as plans from "@samenplan/contract/plans";
import { fileRoute, type Route, route, textRoute } from "../http/route.ts";
import { versionOnPaper } from "./paper/version-on-paper.ts";
import { proceedWithVersion } from "./proceed-with-version.ts";
import { putVersion } from "./put-version.ts";
import { readPlanVersion } from "./read-version.ts";
import { takeVersionPdf } from "./take-version-pdf.ts";
import { withdrawVersion } from "./withdraw-version.ts";

export const versionRoutes: Route[] = [
	textRoute(plans.readPlanVersion, readPlanVersion),
	fileRoute(plans.takePlanVersionPdf, takeVersionPdf, versionOnPaper),
	route(plans.putVersion, putVersion),
	route(plans.withdrawVersion, withdrawVersion),
	route(plans.proceedWithVersion, proceedWithVersion),
];
