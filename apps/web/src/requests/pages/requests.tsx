import type { RequestLine } from "@samenplan/contract/requests";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, CardLink } from "../../ui/card.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { Deadline } from "../parts/deadline.tsx";
import { requestsQuery } from "../queries.ts";
import "../requests.css";

/** Every request of the organisation by what is to be done, the first deadline first. */
export default function RequestsPage() {
	const say = useText();
	const { data: pages, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(requestsQuery);
	const data = pages?.pages.flatMap((page) => page.requests);
	const waiting = data?.filter(({ state }) => state === "received" || state === "in_progress") ?? [];
	const granted = data?.filter(({ state }) => state === "granted") ?? [];
	const earlier = data?.filter(({ state }) => state === "done" || state === "refused" || state === "withdrawn") ?? [];
	return (
		<Page width="text">
			<PageTitle title={say("requests.title")} intro={say("requests.intro")} />
			{error && !data ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? null : <Loading shape="cards" />}
			{data ? (
				<Section title={say("requests.waiting")}>
					{waiting.length === 0 ? (
						<EmptyState level={3} picture={<Inbox />} title={say("requests.none")}>
							{say("requests.none-words")}
						</EmptyState>
					) : (
						<Lines requests={waiting} />
					)}
				</Section>
			) : null}
			{granted.length > 0 ? (
				<Section title={say("requests.granted")}>
					<Lines requests={granted} />
				</Section>
			) : null}
			{earlier.length > 0 ? (
				<Section title={say("requests.earlier")}>
					<Lines requests={earlier} closed />
				</Section>
			) : null}
			{hasNextPage ? (
				<div>
					<Button look="soft" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
						{say("ui.show-more")}
					</Button>
				</div>
			) : null}
		</Page>
	);
}

function Lines({ requests, closed = false }: { requests: readonly RequestLine[]; closed?: boolean }) {
	return (
		<Stack gap="sm">
			{requests.map((request) => (
				<Line key={request.id} request={request} closed={closed} />
			))}
		</Stack>
	);
}

function Line({ request, closed }: { request: RequestLine; closed: boolean }) {
	const say = useText();
	const { locale } = useIntl();
	const who =
		request.askerName === request.aboutName
			? say("requests.line-self", { asker: request.askerName })
			: say("requests.line", { asker: request.askerName, about: request.aboutName });
	return (
		<Card link={!closed} look={closed ? "sunken" : "raised"}>
			<Row spread align="start">
				<Stack gap="2xs">
					<b>{closed ? who : <CardLink to={`/requests/${request.familyId}/${request.id}`}>{who}</CardLink>}</b>
					<span>
						{say(term("requestKinds", request.kind))} · {request.familyName}
					</span>
					<span className="sp-hint">
						{[
							say("requests.came", { day: dayInWords(dayOf(request.receivedAt), locale) }),
							request.recorded ? say("requests.recorded") : undefined,
							request.extended ? say("requests.extended") : undefined,
						]
							.filter(Boolean)
							.join(" · ")}
					</span>
				</Stack>
				<Stack gap="2xs">
					{closed ? (
						<StateBadge tone="neutral">{say(term("requestStates", request.state))}</StateBadge>
					) : (
						<Deadline dueOn={request.dueOn} />
					)}
					{request.onHold && !closed ? <StateBadge tone="warning">{say("requests.on-hold")}</StateBadge> : null}
				</Stack>
			</Row>
		</Card>
	);
}
