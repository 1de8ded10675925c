import * as plans from "@samenplan/contract/plans";
import { type Route, route, streamRoute, textRoute } from "../http/route.ts";
import { agreeOnSharing } from "./agree-on-sharing.ts";
import { chooseRoute } from "./choose-route.ts";
import { answerGroupPlan, offerGroupPlan } from "./group-plan.ts";
import { markComplex } from "./mark-complex.ts";
import { readPlan } from "./read-plan.ts";
import { skipNetwork } from "./skip-network.ts";

export const planRoutes: Route[] = [
	textRoute(plans.readPlan, (tx) => readPlan(tx)),
	streamRoute(plans.openLive),
	route(plans.chooseRoute, chooseRoute),
	route(plans.markComplex, markComplex),
	route(plans.agreeOnSharing, agreeOnSharing),
	route(plans.offerGroupPlan, offerGroupPlan),
	route(plans.answerGroupPlan, answerGroupPlan),
	route(plans.skipNetwork, skipNetwork),
];
