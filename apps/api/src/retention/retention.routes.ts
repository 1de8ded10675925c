import type { Route } from "../http/route.ts";

export const retentionRoutes: Route[] = [];
