import { endMySession, endOtherSessions } from "@samenplan/contract/sessions";
import { momentInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { mySessionsQuery } from "../queries.ts";
import { useChangeMine } from "../use-change-mine.ts";

/** Where I am signed in: end one, or all others. */
export function MySessions() {
	const say = useText();
	const { locale } = useIntl();
	const { data: sessions, error, refetch } = useQuery(mySessionsQuery);
	const end = useChangeMine((sessionId: string) => call(endMySession, { params: { sessionId } }), say("sign-in.sessions.ended"));
	const endOthers = useChangeMine(() => call(endOtherSessions), say("sign-in.sessions.all-ended"));
	const problem = error ?? end.error ?? endOthers.error;
	return (
		<Section title={say("sign-in.sessions.title")} intro={<Text id="sign-in.sessions.intro" />}>
			{problem ? <ProblemNotice error={problem} onRetry={() => void refetch()} /> : null}
			{sessions ? (
				<ul className="sp-ways">
					{sessions.map(({ id, device, method, createdAt, lastSeenAt, own }) => (
						<li key={id}>
							<span>
								{device || say("sign-in.sessions.unknown")}{" "}
								{own ? <StateBadge tone="positive">{say("sign-in.sessions.own")}</StateBadge> : null}
								<small>
									{say("sign-in.sessions.since", { moment: momentInWords(createdAt, locale), way: say(term("signInMethods", method)) })}
								</small>
								<small>{say("sign-in.sessions.seen", { moment: momentInWords(lastSeenAt, locale) })}</small>
							</span>
							{own ? null : (
								<Button look="quiet" size="small" pending={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
									{say("sign-in.sessions.end")}
									<span className="sp-hidden">: {device || say("sign-in.sessions.unknown")}</span>
								</Button>
							)}
						</li>
					))}
				</ul>
			) : error ? null : (
				<Loading />
			)}
			{sessions && sessions.length > 1 ? (
				<div>
					<Button look="soft" pending={endOthers.isPending} onClick={() => endOthers.mutate()}>
						{say("sign-in.sessions.end-others")}
					</Button>
				</div>
			) : null}
		</Section>
	);
}
