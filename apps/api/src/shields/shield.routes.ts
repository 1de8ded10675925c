import * as shields from "@samenplan/contract/shields";
import { type Route, route } from "../http/route.ts";
import { endShield, listShields, setShield } from "./shields.ts";

export const shieldRoutes: Route[] = [
	route(shields.listShields, (tx) => listShields(tx)),
	route(shields.setShield, setShield),
	route(shields.endShield, endShield),
];
