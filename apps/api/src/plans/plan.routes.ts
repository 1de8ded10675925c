import * as plans from "@samenplan/contract/plans";
import { type Route, route, streamRoute, textRoute } from "../http/route.ts";
import { checkIn, moveCheckIn, wishMilestones } from "./aftercare.ts";
import { agreeOnSharing } from "./agree-on-sharing.ts";
import { agreeWithEachOther } from "./agree-with-each-other.ts";
import { chooseRoute } from "./choose-route.ts";
import { describeReferral } from "./describe-referral.ts";
import { answerGroupPlan, offerGroupPlan } from "./group-plan.ts";
import { markComplex } from "./mark-complex.ts";
import { readPlan } from "./read-plan.ts";
import { reopenPlan } from "./reopen-plan.ts";
import { setFrame } from "./set-frame.ts";
import { skipNetwork } from "./skip-network.ts";

export const planRoutes: Route[] = [
	textRoute(plans.readPlan, (tx) => readPlan(tx)),
	streamRoute(plans.openLive),
	route(plans.chooseRoute, chooseRoute),
	route(plans.markComplex, markComplex),
	route(plans.agreeOnSharing, agreeOnSharing),
	route(plans.agreeWithEachOther, agreeWithEachOther),
	route(plans.describeReferral, describeReferral),
	route(plans.setFrame, setFrame),
	route(plans.offerGroupPlan, offerGroupPlan),
	route(plans.answerGroupPlan, answerGroupPlan),
	route(plans.skipNetwork, skipNetwork),
	route(plans.reopenPlan, reopenPlan),
	route(plans.moveCheckIn, moveCheckIn),
	route(plans.checkIn, checkIn),
	route(plans.wishMilestones, wishMilestones),
];
