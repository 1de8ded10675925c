import type { Route } from "../http/route.ts";

export const statementRoutes: Route[] = [];
