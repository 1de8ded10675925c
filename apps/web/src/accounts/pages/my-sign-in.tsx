import { useQuery } from "@tanstack/react-query";
import { useText } from "../../lib/text.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { MyAuthenticator } from "../parts/my-authenticator.tsx";
import { MyEmail } from "../parts/my-email.tsx";
import { MyPasskeys } from "../parts/my-passkeys.tsx";
import { MyPassword } from "../parts/my-password.tsx";
import { MySessions } from "../parts/my-sessions.tsx";
import { mySignInQuery } from "../queries.ts";
import "../sign-in.css";

/** How I sign in, and where I am signed in. */
export default function MySignInPage() {
	const say = useText();
	const { data: mine, error, refetch } = useQuery(mySignInQuery);
	return (
		<Page width="text">
			<PageTitle title={say("sign-in.mine.title")} back={{ to: "/me", label: say("accounts.choices.title") }} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : mine ? null : <Loading />}
			{mine ? (
				<>
					<MyPasskeys mine={mine} />
					{mine.secondFactor ? <MyAuthenticator mine={mine} /> : <MyEmail mine={mine} />}
					<MyPassword mine={mine} />
				</>
			) : null}
			<MySessions />
		</Page>
	);
}
