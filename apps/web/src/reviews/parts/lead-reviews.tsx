import { type Review, withdrawReview } from "@samenplan/contract/reviews";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AnswerAdvice } from "./answer-advice.tsx";
import { AskReview } from "./ask-review.tsx";
import { ReviewText } from "./review-text.tsx";
import "../reviews.css";

/** The coordinator's side: ask after telling the family, read the advice, and answer it after hearing them. */
export default function LeadReviews() {
	const say = useText();
	const can = useCan();
	const { reviews, plan } = usePlan();
	const newestFirst = [...reviews].reverse();
	const waiting = reviews.some(({ state }) => state === "asked" || state === "taken");
	return (
		<Page width="text">
			<PageTitle title={say("reviews.title")} intro={say("reviews.intro")} />
			{newestFirst.map((review) => (
				<OneReview key={review.id} review={review} />
			))}
			{can("review.ask") && plan.state === "open" && !waiting ? (
				<AskReview told={plan.toldFamilyOn} again={reviews.some(({ state }) => state !== "withdrawn")} />
			) : null}
			{newestFirst.length === 0 && !can("review.ask") ? <p>{say("reviews.none")}</p> : null}
		</Page>
	);
}

function OneReview({ review }: { review: Review }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const [asking, setAsking] = useState(false);
	const withdraw = useFamilyWrite(withdrawReview);
	return (
		<Section title={say("reviews.question")}>
			<ReviewText review={review} />
			{review.state === "advised" && can("review.answer") ? <AnswerAdvice review={review} /> : null}
			{(review.state === "asked" || review.state === "taken") && can("review.ask") ? (
				<div>
					<Button look="quiet" size="small" onClick={() => setAsking(true)}>
						{say("reviews.withdraw")}
					</Button>
				</div>
			) : null}
			<ConfirmDialog
				open={asking}
				onClose={() => setAsking(false)}
				title={say("reviews.withdraw")}
				confirm={say("reviews.withdraw")}
				pending={withdraw.isPending}
				error={withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
				onConfirm={() => withdraw.mutate({ params: { familyId, reviewId: review.id } }, { onSuccess: () => setAsking(false) })}
			>
				{say("reviews.withdraw.words")}
			</ConfirmDialog>
		</Section>
	);
}
