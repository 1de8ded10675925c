import type { Route } from "../http/route.ts";

export const myDataRoutes: Route[] = [];
