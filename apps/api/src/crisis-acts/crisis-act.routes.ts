import type { Route } from "../http/route.ts";

/** What was done at once because a child was in danger. */
export const crisisActRoutes: Route[] = [];
