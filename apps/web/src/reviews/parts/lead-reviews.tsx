import { answerReview, askReview, type Review, withdrawReview } from "@samenplan/contract/reviews";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ReviewText } from "./review-text.tsx";

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
			{can("review.ask") && plan.state === "open" && !waiting ? <AskReview told={plan.toldFamilyOn} /> : null}
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
				onConfirm={() => withdraw.mutate({ params: { familyId, reviewId: review.id } }, { onSuccess: () => setAsking(false) })}
			>
				{say("reviews.withdraw.words")}
			</ConfirmDialog>
		</Section>
	);
}

function AskReview({ told }: { told: string | null }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { question: "", urgent: false, toldFamilyOn: told ?? "" },
		draft: { familyId, field: "review.ask" },
		save: (values) => call(askReview, { params: { familyId }, body: values }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("reviews.ask.done") });
		},
	});
	return (
		<Section title={say("reviews.ask.title")}>
			<Form form={form} submit={say("reviews.ask.do")}>
				<DateField label={say("reviews.ask.told")} hint={say("reviews.ask.told-hint")} {...form.field("toldFamilyOn")} />
				<TextArea label={say("reviews.ask.question")} hint={say("reviews.ask.hint")} rows={5} {...form.field("question")} />
				<Checkbox label={say("reviews.ask.urgent")} {...form.field("urgent")} />
				{form.problem ? <Reasons codes={asProblem(form.problem).reasons ?? []} /> : null}
			</Form>
		</Section>
	);
}

function AnswerAdvice({ review }: { review: Review }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm<{ answer: "followed" | "not_followed" | ""; because: string; heardFamilyOn: string }>({
		defaultValues: { answer: "", because: "", heardFamilyOn: today() },
		draft: { familyId, field: `review.answer.${review.id}` },
		schema: {
			safeParse: (values) =>
				(values as { answer: string }).answer === "" ? { success: false, error: { issues: [{ path: ["answer"] }] } } : { success: true },
		},
		save: ({ answer, ...values }) =>
			call(answerReview, {
				params: { familyId, reviewId: review.id },
				body: { ...values, answer: answer || "followed", version: review.version },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("reviews.answer.done") });
		},
	});
	return (
		<Section title={say("reviews.answer.title")} intro={say("reviews.answer.intro")} level={3}>
			<Form form={form} submit={say("reviews.answer.do")}>
				<DateField label={say("reviews.answer.heard")} {...form.field("heardFamilyOn")} />
				<RadioCards
					label={say("reviews.answer.choice")}
					column="15rem"
					cards={[
						{ value: "followed", label: say("reviews.answer.followed") },
						{ value: "not_followed", label: say("reviews.answer.not_followed") },
					]}
					{...form.choice("answer")}
				/>
				<TextArea label={say("reviews.answer.because")} hint={say("reviews.answer.because-hint")} rows={3} {...form.field("because")} />
			</Form>
		</Section>
	);
}
