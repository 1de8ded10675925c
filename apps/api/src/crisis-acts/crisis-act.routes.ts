import * as crisisActs from "@samenplan/contract/crisis-acts";
import { type Route, route } from "../http/route.ts";
import { changeCrisisAct, removeCrisisAct } from "./change-crisis-act.ts";
import { recordCrisisAct } from "./record-crisis-act.ts";

/** What was done at once because a child was in danger. */
export const crisisActRoutes: Route[] = [
	route(crisisActs.recordCrisisAct, recordCrisisAct),
	route(crisisActs.changeCrisisAct, changeCrisisAct),
	route(crisisActs.removeCrisisAct, removeCrisisAct),
];
