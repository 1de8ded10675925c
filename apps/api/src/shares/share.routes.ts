import type { Route } from "../http/route.ts";

export const shareRoutes: Route[] = [];
