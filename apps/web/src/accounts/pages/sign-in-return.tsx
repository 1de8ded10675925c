import type { SignInStep } from "@samenplan/contract/second-factors";
import { answerSingleSignOn } from "@samenplan/contract/single-sign-on";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { startSession } from "../../lib/session.ts";
import { Text, useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { WholePage } from "../parts/step-heading.tsx";
import { Welcome } from "../parts/welcome.tsx";
import { EnterContext, returnKey, safePlace } from "../sign-in.ts";

const NextStep = lazy(() => import("../parts/next-step.tsx"));

/** Once per page: what came along works one time. */
let sent: Promise<SignInStep> | undefined;

/** Where the organisation's sign-in service sends people back to: hands on what came along, and goes on. */
export default function SignInReturnPage() {
	const say = useText();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [step, setStep] = useState<SignInStep>();
	const [failed, setFailed] = useState(false);
	const enter = (session: NonNullable<SignInStep["session"]>) => {
		queries.clear();
		startSession(session);
		const to = safePlace(sessionStorage.getItem(returnKey));
		sessionStorage.removeItem(returnKey);
		navigate(to, { replace: true });
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: what came along is handed on once.
	useEffect(() => {
		sent ??= call(answerSingleSignOn, { body: { search: location.search } });
		sent.then(
			(next) => (next.session ? enter(next.session) : setStep(next)),
			() => setFailed(true),
		);
	}, []);
	return (
		<Welcome>
			<EnterContext value={enter}>
				{failed ? (
					<>
						<PageTitle title={say("sign-in.service-failed")} intro={<Text id="sign-in.service-failed-words" />} />
						<div>
							<ButtonLink to="/sign-in" reloadDocument>
								{say("accounts.sign-in")}
							</ButtonLink>
						</div>
					</>
				) : (
					<WholePage value={true}>
						<Suspense fallback={<Loading />}>
							{step ? <NextStep step={step} onOther={() => navigate("/sign-in", { replace: true })} /> : <Loading />}
						</Suspense>
					</WholePage>
				)}
			</EnterContext>
		</Welcome>
	);
}
