import { accountRoutes } from "./accounts/account.routes.ts";
import { auditRoutes } from "./audit/audit.routes.ts";
import { caseloadRoutes } from "./caseload/caseload.routes.ts";
import { commentRoutes } from "./comments/comment.routes.ts";
import { demoRoutes } from "./demo/demo.routes.ts";
import { evaluationRoutes } from "./evaluations/evaluation.routes.ts";
import { familyRoutes } from "./families/family.routes.ts";
import { goalRoutes } from "./goals/goal.routes.ts";
import { helpRoutes } from "./help/help.routes.ts";
import type { Route } from "./http/route.ts";
import { networkRoutes } from "./network/network.routes.ts";
import { personRoutes } from "./people/person.routes.ts";
import { planRoutes } from "./plans/plan.routes.ts";
import { versionRoutes } from "./plans/version.routes.ts";
import { positionRoutes } from "./positions/position.routes.ts";
import { reviewRoutes } from "./reviews/review.routes.ts";
import { stepRoutes } from "./steps/step.routes.ts";

/** Every route of the API, noun by noun. */
export const routes: Route[] = [
	...accountRoutes,
	...familyRoutes,
	...personRoutes,
	...planRoutes,
	...reviewRoutes,
	...versionRoutes,
	...evaluationRoutes,
	...stepRoutes,
	...goalRoutes,
	...positionRoutes,
	...networkRoutes,
	...helpRoutes,
	...commentRoutes,
	...caseloadRoutes,
	...auditRoutes,
];

/** Only in demo mode. */
export const onlyInDemo: Route[] = demoRoutes;
