import * as ways from "@samenplan/contract/second-factors";
import { askPasswordReset, choosePasswordByLink, readLinkHere } from "../accounts/choose-password.ts";
import { signInWithPassword } from "../accounts/sign-in-with-password.ts";
import { atSteadyPace } from "../accounts/steady-pace.ts";
import { accountRoute, openRoute, type Route } from "../http/route.ts";
import { askSecondPasskey, finishWithSecondFactor, readHalfWay } from "./give-second-factor.ts";
import {
	addMyPasskey,
	askMyAuthenticator,
	askNewEmail,
	askNewPasskey,
	confirmMyAuthenticator,
	confirmMyEmail,
	setMyPassword,
} from "./my-new-ways.ts";
import { readMySignIn, removeAuthenticator, removePasskey, removePassword, renewRecoveryCodes } from "./my-sign-in.ts";
import { askFirstAuthenticator, askFirstPasskey, setUpWithAuthenticator, setUpWithPasskey } from "./set-up.ts";
import { askAnyPasskey, enterWithPasskey } from "./sign-in-with-passkey.ts";

export const secondFactorRoutes: Route[] = [
	openRoute(ways.signInWithPassword, ({ body }, context) => atSteadyPace(() => signInWithPassword(body, context))),
	openRoute(ways.readAttempt, (_input, context) => readHalfWay(context)),
	openRoute(ways.askPasskey, ({ body }, context) => (body.second ? askSecondPasskey(context) : askAnyPasskey(context))),
	openRoute(ways.signInWithPasskey, ({ body }, context) => atSteadyPace(() => enterWithPasskey(body, context))),
	openRoute(ways.giveSecondFactor, ({ body }, context) => atSteadyPace(() => finishWithSecondFactor(body, context))),
	openRoute(ways.askFirstPasskey, (_input, context) => askFirstPasskey(context)),
	openRoute(ways.setUpPasskey, ({ body }, context) => setUpWithPasskey(body, context)),
	openRoute(ways.askFirstAuthenticator, (_input, context) => askFirstAuthenticator(context)),
	openRoute(ways.setUpAuthenticator, ({ body }, context) => setUpWithAuthenticator(body.code, context)),
	openRoute(ways.askPasswordReset, ({ body }, context) => atSteadyPace(() => askPasswordReset(body.email, context)).then(() => undefined)),
	openRoute(ways.readLink, ({ body }, context) => atSteadyPace(() => readLinkHere(body.token, context))),
	openRoute(ways.choosePassword, ({ body }, context) => choosePasswordByLink(body, context)),
	accountRoute(ways.readMySignIn, (_input, context) => readMySignIn(context)),
	accountRoute(ways.askNewPasskey, (_input, context) => askNewPasskey(context)),
	accountRoute(ways.addPasskey, ({ body }, context) => addMyPasskey(body, context)),
	accountRoute(ways.removePasskey, ({ params }, context) => removePasskey(params.passkeyId, context)),
	accountRoute(ways.askAuthenticator, (_input, context) => askMyAuthenticator(context)),
	accountRoute(ways.confirmAuthenticator, ({ body }, context) => confirmMyAuthenticator(body.code, context)),
	accountRoute(ways.removeAuthenticator, (_input, context) => removeAuthenticator(context)),
	accountRoute(ways.renewRecoveryCodes, (_input, context) => renewRecoveryCodes(context)),
	accountRoute(ways.setMyPassword, ({ body }, context) => setMyPassword(body.password, context)),
	accountRoute(ways.removeMyPassword, (_input, context) => removePassword(context)),
	accountRoute(ways.askNewEmail, ({ body }, context) => askNewEmail(body.email, context)),
	accountRoute(ways.confirmEmail, ({ body }, context) => confirmMyEmail(body.code, context)),
];
