import type { Route } from "../http/route.ts";

/** Words that somebody is still writing. */
export const draftRoutes: Route[] = [];
