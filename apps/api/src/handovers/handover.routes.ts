import type { Route } from "../http/route.ts";

/** Another coordinator for a family. */
export const handoverRoutes: Route[] = [];
