import * as sessions from "@samenplan/contract/sessions";
import { atSteadyPace } from "../accounts/steady-pace.ts";
import { accountRoute, type Route, route } from "../http/route.ts";
import { endOne, endOthers, listMine, readMine } from "./my-sessions.ts";
import { askCodeProof, askPasskeyProof, prove, readWays } from "./prove-again.ts";

export const sessionRoutes: Route[] = [
	route(sessions.listMySessions, listMine),
	route(sessions.endMySession, endOne),
	route(sessions.endOtherSessions, endOthers),
	route(sessions.readSession, readMine),
	accountRoute(sessions.readProofWays, (_input, context) => readWays(context)),
	accountRoute(sessions.askProofPasskey, (_input, context) => askPasskeyProof(context)),
	accountRoute(sessions.askProofCode, (_input, context) => askCodeProof(context)),
	accountRoute(sessions.proveAgain, ({ body }, context) => atSteadyPace(() => prove(body, context))),
];
