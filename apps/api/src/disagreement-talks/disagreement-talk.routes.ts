import * as disagreementTalks from "@samenplan/contract/disagreement-talks";
import { type Route, route } from "../http/route.ts";
import { recordDisagreementTalk } from "./record-disagreement-talk.ts";

export const disagreementTalkRoutes: Route[] = [route(disagreementTalks.recordDisagreementTalk, recordDisagreementTalk)];
