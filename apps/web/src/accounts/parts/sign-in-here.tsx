import { readMe, type Session } from "@samenplan/contract/accounts";
import { createClient } from "@samenplan/contract/client";
import { useQueryClient } from "@tanstack/react-query";
import { useMe } from "../../lib/me.ts";
import { beSeen } from "../../lib/presence.ts";
import { startSession } from "../../lib/session.ts";
import { EnterContext } from "../sign-in.ts";
import { SignInSteps } from "./sign-in-steps.tsx";

/** Signing in again over a page that stays as it was. Somebody else starts afresh: this page is not theirs. */
export default function SignInHere() {
	const me = useMe();
	const queries = useQueryClient();
	const enter = async (session: Session) => {
		const call = createClient({
			send: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${session.accessToken}` } }),
		});
		const who = await call(readMe).catch(() => undefined);
		if (who && who.person.id !== me.person.id) {
			location.assign("/");
			return;
		}
		beSeen();
		startSession(session);
		await queries.invalidateQueries();
	};
	return (
		<EnterContext value={(session) => void enter(session)}>
			<div className="sp-stack" data-gap="lg">
				<SignInSteps />
			</div>
		</EnterContext>
	);
}
