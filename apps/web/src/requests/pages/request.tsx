import type { HandledRequest } from "@samenplan/contract/requests";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { CarryOut } from "../parts/carry-out.tsx";
import { Deadline } from "../parts/deadline.tsx";
import { Decide } from "../parts/decide.tsx";
import { Extend } from "../parts/extend.tsx";
import { Hold } from "../parts/hold.tsx";
import { Identity } from "../parts/identity.tsx";
import { requestQuery } from "../queries.ts";
import "../requests.css";

/** One request from who asks to what was done, one thing at a time. It is all the officer sees of the family. */
export default function RequestPage() {
	const say = useText();
	const { familyId = "", requestId = "" } = useParams();
	const { data, error, refetch } = useQuery(requestQuery(familyId, requestId));
	const back = { to: "/requests", label: say("requests.back") };
	if (error && asProblem(error).code === "not-found")
		return (
			<Page width="text">
				<PageTitle title={say("requests.title")} back={back} />
				<EmptyState title={say("requests.closed")} actions={<ButtonLink to="/requests">{say("requests.back")}</ButtonLink>}>
					{say("requests.closed-words")}
				</EmptyState>
			</Page>
		);
	return (
		<Page width="text">
			<PageTitle title={data ? say("requests.one", { asker: data.asker.name }) : say("requests.title")} back={back} />
			{error && !data ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? <Steps request={data} /> : <Loading />}
		</Page>
	);
}

function Steps({ request }: { request: HandledRequest }) {
	const say = useText();
	const undecided = request.state === "received" || request.state === "in_progress";
	return (
		<>
			<Facts request={request} />
			<Section title={say("requests.in-own-words")}>
				{request.words ? <blockquote className="sp-words">{request.words}</blockquote> : <p>{say("requests.no-words")}</p>}
			</Section>
			<Identity request={request} />
			{request.kind === "inspection" && undecided ? (
				<Section title={say("requests.look-over")} intro={say("requests.look-over-hint")}>
					<div>
						<ButtonLink look="soft" to="file">
							{say("requests.open-file")}
						</ButtonLink>
					</div>
				</Section>
			) : null}
			{undecided ? <Decide key={request.version} request={request} /> : null}
			{undecided && request.extendedBecause === "" ? <Extend request={request} /> : null}
			{request.state === "granted" ? <CarryOut request={request} /> : null}
			{request.kind === "destruction" ? <Hold request={request} /> : null}
		</>
	);
}

function Facts({ request }: { request: HandledRequest }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<dl className="req-facts">
			<dt>{say("requests.what")}</dt>
			<dd>
				{say(term("requestKinds", request.kind))} <StateBadge tone="neutral">{say(term("requestStates", request.state))}</StateBadge>
			</dd>
			<dt>{say("requests.about")}</dt>
			<dd>{request.about.name}</dd>
			<dt>{say("requests.family")}</dt>
			<dd>{request.familyName}</dd>
			<dt>{say("requests.deadline")}</dt>
			<dd>
				<Deadline dueOn={request.dueOn} />
				<div className="sp-hint">
					{[
						say("requests.came", { day: dayInWords(dayOf(request.receivedAt), locale) }),
						request.recorded ? say("requests.recorded") : undefined,
						request.extendedBecause ? `${say("requests.extended")}: ${request.extendedBecause}` : undefined,
					]
						.filter(Boolean)
						.join(" · ")}
				</div>
			</dd>
		</dl>
	);
}
