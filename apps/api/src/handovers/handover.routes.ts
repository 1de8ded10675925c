import * as handovers from "@samenplan/contract/handovers";
import * as takingOver from "@samenplan/contract/taking-over";
import { type Route, route } from "../http/route.ts";
import { arrangeHandover, handoverCandidates, startHandover } from "./arrange-handover.ts";
import { askHandover } from "./ask-handover.ts";
import { callOffHandover, withdrawHandover } from "./end-handover.ts";
import { acceptHandover, declineHandover, listMyHandovers, listTeamHandovers } from "./my-handovers.ts";

/** Another coordinator for a family. */
export const handoverRoutes: Route[] = [
	route(handovers.askHandover, askHandover),
	route(handovers.startHandover, startHandover),
	route(handovers.arrangeHandover, arrangeHandover),
	route(handovers.withdrawHandover, withdrawHandover),
	route(handovers.callOffHandover, callOffHandover),
	route(handovers.listHandoverCandidates, handoverCandidates),
	route(takingOver.listMyHandovers, listMyHandovers),
	route(takingOver.acceptHandover, acceptHandover),
	route(takingOver.declineHandover, declineHandover),
	route(takingOver.listTeamHandovers, listTeamHandovers, { list: "team" }),
];
