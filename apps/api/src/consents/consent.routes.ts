import * as consents from "@samenplan/contract/consents";
import { type Route, route } from "../http/route.ts";
import { answerConsent, recordConsent } from "./answer-consent.ts";
import { askConsent } from "./ask-consent.ts";
import { deviateConsent } from "./deviate-consent.ts";
import { listConsents } from "./read-consents.ts";

export const consentRoutes: Route[] = [
	route(consents.listConsents, listConsents),
	route(consents.askConsent, askConsent),
	route(consents.answerConsent, answerConsent),
	route(consents.recordConsent, recordConsent),
	route(consents.deviateConsent, deviateConsent),
];
