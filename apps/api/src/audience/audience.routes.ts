import * as audience from "@samenplan/contract/audience";
import { type Route, route } from "../http/route.ts";
import { narrowAudience, releaseText, widenAudience } from "./change-audience.ts";
import { readAudiences } from "./read-audiences.ts";
import { readPlanAs } from "./read-plan-as.ts";
import { readWordsForMe } from "./words-for-me.ts";

export const audienceRoutes: Route[] = [
	route(audience.readAudiences, (tx) => readAudiences(tx)),
	route(audience.releaseText, releaseText),
	route(audience.narrowAudience, narrowAudience),
	route(audience.widenAudience, widenAudience),
	route(audience.readWordsForMe, (tx) => readWordsForMe(tx)),
	route(audience.readPlanAs, readPlanAs),
];
