import type { Route } from "../http/route.ts";

export const shieldRoutes: Route[] = [];
