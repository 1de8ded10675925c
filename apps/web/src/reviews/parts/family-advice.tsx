import type { Review } from "@samenplan/contract/reviews";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { Lightbulb } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import "../reviews.css";

/** The family's side: what was asked, what the advice is, and what the coordinator does with it. */
export default function FamilyAdvice() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const reviews = [...usePlan().reviews].filter(({ state }) => state !== "withdrawn").reverse();
	return (
		<Page width="text">
			<PageTitle title={say("advice.title")} intro={say("advice.intro")} back={{ to: home, label: say("plans.to-home") }} />
			{reviews.length === 0 ? (
				<EmptyState picture={<Lightbulb />} title={say("advice.none.title")}>
					{say("advice.none.words")}
				</EmptyState>
			) : (
				reviews.map((review) => <OneAdvice key={review.id} review={review} />)
			)}
		</Page>
	);
}

function OneAdvice({ review }: { review: Review }) {
	const say = useText();
	const { locale } = useIntl();
	const { others, family, reviewAdvices } = usePlan();
	const perStep = reviewAdvices.filter(({ reviewId }) => reviewId === review.id);
	const scientist = [...others, ...family.persons].find(({ id }) => id === review.scientistId);
	return (
		<Stack gap="xl">
			<Section title={say("advice.question")} intro={say(`advice.kind.${review.kind}`)}>
				<p className="sp-words">{review.question}</p>
				<p className="sp-hint">{say("advice.told", { day: dayInWords(review.toldFamilyOn, locale) })}</p>
			</Section>
			<Section title={say("advice.advice")}>
				{review.advisedAt ? (
					<>
						<p className="sp-words">{review.advice}</p>
						<p className="sp-hint">
							{say("advice.by", { name: scientist ? fullName(scientist) : "", day: dayInWords(dayOf(review.advisedAt), locale) })}
						</p>
					</>
				) : (
					<>
						{review.state === "taken" && scientist ? <p>{say("advice.reads", { name: fullName(scientist) })}</p> : null}
						<p>{say("advice.waiting")}</p>
					</>
				)}
			</Section>
			{review.advisedAt ? (
				<Section title={say("advice.answer")}>
					{review.answer ? (
						<>
							<StateBadge tone={review.answer === "followed" ? "positive" : "neutral"}>{say(`advice.${review.answer}`)}</StateBadge>
							{review.because ? (
								<div>
									<b>{say("advice.because")}</b>
									<p className="sp-words">{review.because}</p>
								</div>
							) : null}
							{review.heardFamilyOn ? <p>{say("advice.heard", { day: dayInWords(review.heardFamilyOn, locale) })}</p> : null}
						</>
					) : (
						<p>{say("advice.no-answer")}</p>
					)}
				</Section>
			) : null}
			{perStep.length > 0 ? (
				<Section title={say("advice.per-step")}>
					<ul className="sp-advices">
						{perStep.map(({ id, step, text, answer, because }) => (
							<li key={id}>
								<StepMark step={step} size="2.4rem" soft />
								<div>
									<h3>{say(term("stepKinds", step))}</h3>
									<p className="sp-words">{text}</p>
									{answer ? (
										<p>
											<StateBadge tone={answer === "followed" ? "positive" : "neutral"}>{say(`advice.${answer}`)}</StateBadge>
										</p>
									) : null}
									{because ? <p className="sp-words">{because}</p> : null}
								</div>
							</li>
						))}
					</ul>
				</Section>
			) : null}
			<Statements object="review" objectId={review.id} add={review.advisedAt !== null} />
		</Stack>
	);
}
