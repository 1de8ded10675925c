import { accountRoutes } from "./accounts/account.routes.ts";
import { demoRoutes } from "./demo/demo.routes.ts";
import { familyRoutes } from "./families/family.routes.ts";
import type { Route } from "./http/route.ts";
import { personRoutes } from "./people/person.routes.ts";
import { planRoutes } from "./plans/plan.routes.ts";
import { stepRoutes } from "./steps/step.routes.ts";

/** Every route of the API, noun by noun. */
export const routes: Route[] = [...accountRoutes, ...familyRoutes, ...personRoutes, ...planRoutes, ...stepRoutes];

/** Only in demo mode. */
export const onlyInDemo: Route[] = demoRoutes;
