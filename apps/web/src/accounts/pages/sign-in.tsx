import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { Navigate, useLocation, useSearchParams } from "react-router";
import { liveToken, sessionState, subscribeToSession } from "../../lib/session.ts";
import { Text, useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { PageTitle, Row } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SignInSteps } from "../parts/sign-in-steps.tsx";
import { Welcome } from "../parts/welcome.tsx";
import { safePlace } from "../sign-in.ts";

const DemoSignIn = lazy(() => import("../parts/demo-sign-in.tsx"));

/** The front door. */
export default function SignInPage() {
	const say = useText();
	const state = useSyncExternalStore(subscribeToSession, sessionState);
	const [search] = useSearchParams();
	const cameFrom = useLocation().state as { signedOut?: boolean } | null;
	const [atFirst] = useState(state);
	useEffect(() => {
		// Who is still signed in (a link from a mail, a second tab) goes on at once.
		if (atFirst === "unknown") liveToken().catch(() => undefined);
	}, [atFirst]);
	if (state === "signed-in") return <Navigate replace to={safePlace(search.get("to"))} />;
	return (
		<Welcome>
			<div className="sp-stack" data-gap="sm">
				<PageTitle title={say("accounts.promise")} intro={<Text id="accounts.promise-more" />} />
				{cameFrom?.signedOut ? (
					<Notice kind="positive" live>
						<p>
							<Text id="accounts.signed-out" />
						</p>
					</Notice>
				) : null}
			</div>
			<SignInSteps
				more={
					<>
						<Row gap="xs" spread>
							<span>
								<Text id="accounts.have-card" />
							</span>
							<ButtonLink to="/card" look="quiet">
								{say("accounts.use-card")}
							</ButtonLink>
						</Row>
						<Suspense fallback={null}>
							<DemoSignIn />
						</Suspense>
					</>
				}
			/>
		</Welcome>
	);
}
