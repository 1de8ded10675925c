import type { Route } from "../http/route.ts";

/** Moments of contact with the family. */
export const contactRoutes: Route[] = [];
