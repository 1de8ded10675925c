import type { Review } from "@samenplan/contract/reviews";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePersonName, usePlan } from "../../plans/queries.ts";
import { Row, Stack } from "../../ui/layout.tsx";
import { Chip, Quote } from "../../ui/person.tsx";
import { StateBadge, type StateTone } from "../../ui/state-badge.tsx";
import "../reviews.css";
import { AdviceList } from "./advice-list.tsx";

const tones: Record<Review["state"], StateTone> = {
	asked: "neutral",
	taken: "action",
	advised: "action",
	answered: "positive",
	withdrawn: "neutral",
};

/** One review as it went: question, advice in short and per step, and each answer, with who and when. */
export function ReviewText({ review }: { review: Review }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	return (
		<Stack gap="md">
			<Row gap="sm">
				<StateBadge tone={tones[review.state]}>
					{say(`reviews.state.${review.state}`, { name: review.scientistId ? nameOf(review.scientistId) : "" })}
				</StateBadge>
				<Chip>{say(term("reviewKinds", review.kind))}</Chip>
				{review.urgent ? <StateBadge tone="warning">{say("reviews.queue.urgent")}</StateBadge> : null}
			</Row>
			{review.urgentBecause ? (
				<p>
					<b>{say("reviews.urgent-because")}</b> {review.urgentBecause}
				</p>
			) : null}
			<Quote
				personId={review.askedBy}
				name={nameOf(review.askedBy)}
				when={dayInWords(dayOf(review.askedAt), locale)}
				note={say("reviews.told-on", { day: dayInWords(review.toldFamilyOn, locale) })}
			>
				<span className="sp-words">{review.question}</span>
			</Quote>
			{review.advisedAt && review.scientistId ? (
				<Quote
					personId={review.scientistId}
					name={nameOf(review.scientistId)}
					note={say("reviews.advice")}
					when={dayInWords(dayOf(review.advisedAt), locale)}
				>
					<span className="sp-words">{review.advice}</span>
				</Quote>
			) : null}
			{review.answer && review.answeredAt ? (
				<Quote
					personId={review.askedBy}
					name={nameOf(review.askedBy)}
					note={say(`reviews.answered.${review.answer}`)}
					when={review.heardFamilyOn ? say("reviews.heard-on", { day: dayInWords(review.heardFamilyOn, locale) }) : undefined}
				>
					<span className="sp-words">{review.because || say(`reviews.answer.${review.answer}`)}</span>
				</Quote>
			) : null}
			<AdvicePerStep reviewId={review.id} />
		</Stack>
	);
}

function AdvicePerStep({ reviewId }: { reviewId: string }) {
	const say = useText();
	const advices = usePlan().reviewAdvices.filter((each) => each.reviewId === reviewId);
	return advices.length > 0 ? <AdviceList advices={advices} label={say("reviews.advice.per-step")} /> : null;
}
