import { type ReviewInQueue, takeReview } from "@samenplan/contract/reviews";
import { dayFromNow, dayInWords, dayOf, daysBetween } from "@samenplan/language/dates";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { useLiveReviews } from "../../lib/live.ts";
import { asProblem } from "../../lib/problems.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { reasonKey } from "../../plans/parts/reasons.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, CardLink } from "../../ui/card.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading, Notice } from "../../ui/notice.tsx";
import { Chip } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { TurnRound } from "../parts/turn-round.tsx";
import { queueQuery } from "../queries.ts";

/** The cases that wait for a scientist, and what one has in hand or did before. */
export default function ReviewQueuePage() {
	const say = useText();
	useLiveReviews();
	const { data, error, refetch } = useQuery(queueQuery);
	return (
		<Page width="text">
			<PageTitle title={say("reviews.queue.title")} intro={say("reviews.queue.intro")} />
			{error && !data ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : data ? (
				<>
					<Queue reviews={data} />
					<TurnRound of="organisation" />
				</>
			) : (
				<Loading shape="cards" />
			)}
		</Page>
	);
}

function Queue({ reviews }: { reviews: readonly ReviewInQueue[] }) {
	const say = useText();
	const waiting = reviews.filter(({ state }) => state === "asked");
	const mine = reviews.filter(({ mine, state }) => mine && (state === "taken" || state === "advised"));
	const earlier = reviews.filter(({ mine, state }) => mine && state === "answered");
	return (
		<>
			{mine.length > 0 ? (
				<Section title={say("reviews.queue.mine")}>
					<Stack gap="sm">
						{mine.map((review) => (
							<MyCase key={review.reviewId} review={review} />
						))}
					</Stack>
				</Section>
			) : null}
			<Section title={say("reviews.queue.waiting")}>
				{waiting.length === 0 ? (
					<EmptyState level={3} picture={<Eye />} title={say("reviews.queue.nothing")}>
						{say("reviews.queue.nothing-words")}
					</EmptyState>
				) : (
					<Stack gap="sm">
						{waiting.map((review) => (
							<WaitingCase key={review.reviewId} review={review} />
						))}
					</Stack>
				)}
			</Section>
			{earlier.length > 0 ? (
				<Section title={say("reviews.queue.earlier")}>
					<Stack gap="sm">
						{earlier.map((review) => (
							<EarlierCase key={review.reviewId} review={review} />
						))}
					</Stack>
				</Section>
			) : null}
		</>
	);
}

function WaitingCase({ review }: { review: ReviewInQueue }) {
	const say = useText();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const take = useMutation({
		mutationFn: () => call(takeReview, { params: { reviewId: review.reviewId } }),
		onSuccess: ({ familyId }) => {
			toast({ words: say("reviews.queue.taking") });
			navigate(`/families/${familyId}/reviews`);
		},
		onSettled: () => queries.invalidateQueries({ queryKey: ["reviews"] }),
	});
	return (
		<Card>
			<Row spread align="start">
				<Facts review={review} />
				{review.ownCase ? null : (
					<Button look="soft" pending={take.isPending} onClick={() => take.mutate()}>
						{say("reviews.queue.take")}
					</Button>
				)}
			</Row>
			{review.ownCase ? <p className="sp-hint">{say("reviews.queue.own")}</p> : null}
			{take.error ? (
				<Notice kind="warning" live>
					{(asProblem(take.error).reasons ?? []).map((code) => say(reasonKey(code))).join(" ") || say("reviews.queue.taken-before")}
				</Notice>
			) : null}
		</Card>
	);
}

function Facts({ review, to }: { review: ReviewInQueue; to?: string }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Stack gap="2xs">
			<Row gap="sm">
				<b>{to ? <CardLink to={to}>{review.familyName}</CardLink> : review.familyName}</b>
				<Chip>{say(term("reviewKinds", review.kind))}</Chip>
				{review.urgent ? <StateBadge tone="warning">{say("reviews.queue.urgent")}</StateBadge> : null}
			</Row>
			{review.crisis ? <span>{say("reviews.queue.crisis")}</span> : null}
			{review.urgentBecause ? <span>{review.urgentBecause}</span> : null}
			<span className="sp-hint">
				{say("reviews.queue.asked-by", { name: review.askedByName, when: dayFromNow(dayOf(review.askedAt), today(), locale) })}
				{review.state === "asked" ? (
					<> · {say("reviews.queue.waits", { days: Math.max(0, daysBetween(dayOf(review.askedAt), today())) })}</>
				) : null}
			</span>
		</Stack>
	);
}

function MyCase({ review }: { review: ReviewInQueue }) {
	const say = useText();
	return (
		<Card link>
			<Facts review={review} to={`/families/${review.familyId}/reviews`} />
			{review.state === "advised" ? <p>{say("reviews.queue.awaits-answer")}</p> : null}
		</Card>
	);
}

function EarlierCase({ review }: { review: ReviewInQueue }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Card link look="sunken">
			<Row spread>
				<b>
					<CardLink to={`/reviews/${review.reviewId}`}>{review.familyName}</CardLink>
				</b>
				{review.answer ? (
					<StateBadge tone={review.answer === "followed" ? "positive" : "neutral"}>{say(`reviews.answered.${review.answer}`)}</StateBadge>
				) : null}
			</Row>
			{review.advisedAt ? (
				<span className="sp-hint">{say("reviews.queue.advised-on", { day: dayInWords(dayOf(review.advisedAt), locale) })}</span>
			) : null}
		</Card>
	);
}
