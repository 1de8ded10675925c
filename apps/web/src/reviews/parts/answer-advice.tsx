import { answerReview, type Review, type ReviewAdvice } from "@samenplan/contract/reviews";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Given = { answer: NonNullable<Review["answer"]> | ""; because: string };
type Values = Given & { heardFamilyOn: string; steps: Record<string, Given> };

/** What the coordinator does with each advice, after hearing the family: followed, or not followed because. */
export function AnswerAdvice({ review }: { review: Review }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const advices = usePlan().reviewAdvices.filter(({ reviewId }) => reviewId === review.id);
	const form = useSavingForm<Values>({
		defaultValues: {
			answer: "",
			because: "",
			heardFamilyOn: today(),
			steps: Object.fromEntries(advices.map(({ id }) => [id, { answer: "", because: "" }])),
		},
		draft: { familyId, field: `review.answer.${review.id}` },
		schema: { safeParse: (values) => everyAnswer(values as Values, advices) },
		save: ({ answer, because, heardFamilyOn, steps }) =>
			call(answerReview, {
				params: { familyId, reviewId: review.id },
				body: {
					answer: answer || "followed",
					because,
					heardFamilyOn,
					steps: advices.map(({ id }) => ({ adviceId: id, answer: steps[id]?.answer || "followed", because: steps[id]?.because ?? "" })),
					version: review.version,
				},
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("reviews.answer.done") });
		},
	});
	const cards = [
		{ value: "followed" as const, label: say("reviews.answer.followed") },
		{ value: "not_followed" as const, label: say("reviews.answer.not_followed") },
	];
	return (
		<Section title={say("reviews.answer.title")} intro={say("reviews.answer.intro")} level={3}>
			<Form form={form} submit={say("reviews.answer.do")}>
				<DateField label={say("reviews.answer.heard")} max={today()} {...form.field("heardFamilyOn")} />
				<RadioCards
					label={say(advices.length > 0 ? "reviews.answer.choice-short" : "reviews.answer.choice")}
					column="15rem"
					cards={cards}
					{...form.choice("answer")}
				/>
				<TextArea label={say("reviews.answer.because")} hint={say("reviews.answer.because-hint")} rows={3} {...form.field("because")} />
				{advices.map(({ id, step, text }) => {
					const name = say(term("stepKinds", step));
					return (
						<Stack key={id} gap="sm">
							<RadioCards
								label={say("reviews.answer.choice-step", { step: name })}
								hint={<span className="sp-words">{text}</span>}
								column="15rem"
								cards={cards}
								{...form.choice(`steps.${id}.answer`)}
							/>
							<TextArea label={say("reviews.answer.because-step", { step: name })} rows={2} {...form.field(`steps.${id}.because`)} />
						</Stack>
					);
				})}
			</Form>
		</Section>
	);
}

function everyAnswer({ answer, steps }: Values, advices: readonly ReviewAdvice[]) {
	const issues = [
		...(answer === "" ? [{ path: ["answer"] }] : []),
		...advices.filter(({ id }) => !steps[id]?.answer).map(({ id }) => ({ path: ["steps", id, "answer"] })),
	];
	return issues.length > 0 ? { success: false, error: { issues } } : { success: true };
}
