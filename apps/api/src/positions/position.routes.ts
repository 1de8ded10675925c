import * as positions from "@samenplan/contract/positions";
import { type Route, route } from "../http/route.ts";
import { explainPosition } from "./explain-position.ts";
import { givePosition } from "./give-position.ts";
import { recordPosition } from "./record-position.ts";

export const positionRoutes: Route[] = [
	route(positions.givePosition, givePosition),
	route(positions.recordPosition, recordPosition),
	route(positions.explainPosition, explainPosition),
];
