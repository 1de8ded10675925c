import * as services from "@samenplan/contract/single-sign-on";
import { accountRoute, openRoute, type Route } from "../http/route.ts";
import { readService, removeService, setService } from "./settings.ts";
import { answer, begin, listServices } from "./sign-in.ts";

export const singleSignOnRoutes: Route[] = [
	openRoute(services.listSignInServices, (_input, context) => listServices(context)),
	openRoute(services.beginSingleSignOn, ({ body }, context) => begin(body.organisationId, context)),
	openRoute(services.answerSingleSignOn, ({ body }, context) => answer(body.search, context)),
	accountRoute(services.readSignInService, (_input, context) => readService(context)),
	accountRoute(services.setSignInService, ({ body }, context) => setService(body, context)),
	accountRoute(services.removeSignInService, (_input, context) => removeService(context)),
];
