import * as shares from "@samenplan/contract/shares";
import { type Route, route } from "../http/route.ts";
import { commentOnShared, noteSharedProgress, offerOnShared, withdrawOwnOffer } from "./on-shared.ts";
import { endShare, listShares, readShareNeeds, sharePart } from "./share-part.ts";

export const shareRoutes: Route[] = [
	route(shares.listShares, listShares),
	route(shares.readShareNeeds, readShareNeeds),
	route(shares.sharePart, sharePart),
	route(shares.endShare, endShare),
	route(shares.commentOnShared, commentOnShared),
	route(shares.noteSharedProgress, noteSharedProgress),
	route(shares.offerOnShared, offerOnShared),
	route(shares.withdrawOwnOffer, withdrawOwnOffer),
];
