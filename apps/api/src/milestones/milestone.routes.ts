import type { Route } from "../http/route.ts";

/** Milestones in a child's life. */
export const milestoneRoutes: Route[] = [];
