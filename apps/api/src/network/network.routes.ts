import * as network from "@samenplan/contract/network";
import { type Route, route } from "../http/route.ts";
import { addAsk, editAsk, moveAsk } from "./write-ask.ts";
import { addOffer, withdrawOffer } from "./write-offer.ts";
import { addTie, editTie, removeTie } from "./write-tie.ts";

export const networkRoutes: Route[] = [
	route(network.addTie, addTie),
	route(network.editTie, editTie),
	route(network.removeTie, removeTie),
	route(network.addAsk, addAsk),
	route(network.editAsk, editAsk),
	route(network.moveAsk, moveAsk),
	route(network.addOffer, addOffer),
	route(network.withdrawOffer, withdrawOffer),
];
