import type { Reviewed } from "@samenplan/contract/reviewed";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { useLiveReviews } from "../../lib/live.ts";
import { useText } from "../../lib/text.tsx";
import { PlanDocument } from "../../plans/parts/plan-document.tsx";
import { Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { AdviceList } from "../parts/advice-list.tsx";
import { reviewedQuery } from "../queries.ts";
import "../reviews.css";

/** A case one advised on: the question, the advice, what was done with it, and the plan as one read it then. */
export default function ReviewedPage() {
	const { reviewId = "" } = useParams();
	useLiveReviews();
	const { data, error, refetch } = useQuery(reviewedQuery(reviewId));
	return (
		<Page width="text">
			{error && !data ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : data ? (
				<ReviewedCase reviewed={data} />
			) : (
				<Loading />
			)}
		</Page>
	);
}

function ReviewedCase({ reviewed }: { reviewed: Reviewed }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<>
			<PageTitle
				title={say("reviews.reviewed.title", { family: reviewed.familyName })}
				intro={say("reviews.asked-on", { day: dayInWords(dayOf(reviewed.askedAt), locale), name: reviewed.askedByName })}
				back={{ to: "/reviews", label: say("reviews.reviewed.back") }}
			/>
			<Section title={say(`reviews.kind.${reviewed.kind}`)}>
				<p className="sp-words">{reviewed.question}</p>
			</Section>
			<Section title={say("reviews.advice")}>
				<p className="sp-words">{reviewed.advice}</p>
			</Section>
			{reviewed.advices.length > 0 ? (
				<Section title={say("reviews.advice.per-step")}>
					<AdviceList advices={reviewed.advices} />
				</Section>
			) : null}
			{reviewed.answer ? (
				<Section title={say("reviews.answer.title")}>
					<Stack gap="sm">
						<StateBadge tone={reviewed.answer === "followed" ? "positive" : "neutral"}>
							{say(`reviews.answered.${reviewed.answer}`)}
						</StateBadge>
						{reviewed.because ? <p className="sp-words">{reviewed.because}</p> : null}
						{reviewed.heardFamilyOn ? (
							<p className="sp-hint">{say("reviews.heard-on", { day: dayInWords(reviewed.heardFamilyOn, locale) })}</p>
						) : null}
					</Stack>
				</Section>
			) : null}
			{reviewed.content ? (
				<Section title={say("reviews.reviewed.plan")} intro={say("reviews.reviewed.intro")}>
					<PlanDocument content={reviewed.content} />
				</Section>
			) : null}
		</>
	);
}
