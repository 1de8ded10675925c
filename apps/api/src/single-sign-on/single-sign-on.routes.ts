import * as services from "@samenplan/contract/single-sign-on";
import { accountRoute, openRoute, type Route, route } from "../http/route.ts";
import { confirmService, withdrawService } from "./second-person.ts";
import { proposeService, readService, removeService } from "./settings.ts";
import { answer, begin, listServices } from "./sign-in.ts";

export const singleSignOnRoutes: Route[] = [
	openRoute(services.listSignInServices, (_input, context) => listServices(context)),
	openRoute(services.beginSingleSignOn, ({ body }, context) => begin(body.organisationId, context)),
	openRoute(services.answerSingleSignOn, ({ body }, context) => answer(body.search, context)),
	accountRoute(services.readSignInService, (_input, context) => readService(context)),
	accountRoute(services.proposeSignInService, ({ body }, context) => proposeService(body, context)),
	route(services.confirmSignInService, confirmService),
	route(services.withdrawSignInService, withdrawService),
	accountRoute(services.removeSignInService, (_input, context) => removeService(context)),
];
