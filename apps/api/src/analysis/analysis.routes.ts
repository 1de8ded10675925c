import type { Route } from "../http/route.ts";

/** The inquiry plan, the points of the analysis and the words that people use differently. */
export const analysisRoutes: Route[] = [];
