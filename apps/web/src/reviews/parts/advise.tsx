import { adviseReview, type Review } from "@samenplan/contract/reviews";
import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Stack } from "../../ui/layout.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Values = { advice: string; steps: Record<StepKind, string> };

/** The scientist's advice: in short, and about single steps where that helps. It can be bettered until it is answered. */
export function Advise({ review }: { review: Review }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const given = usePlan().reviewAdvices.filter(({ reviewId }) => reviewId === review.id);
	const textOf = (step: StepKind) => given.find((each) => each.step === step)?.text ?? "";
	const form = useSavingForm<Values>({
		defaultValues: { advice: review.advice, steps: Object.fromEntries(stepKinds.map((step) => [step, textOf(step)])) as Values["steps"] },
		draft: { familyId, field: `review.advice.${review.id}` },
		save: ({ advice, steps }) =>
			call(adviseReview, {
				params: { familyId, reviewId: review.id },
				body: {
					advice,
					steps: stepKinds.map((step) => ({ step, text: steps[step].trim() })).filter(({ text }) => text !== ""),
					version: review.version,
				},
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("reviews.advice.done") });
		},
	});
	return (
		<Form form={form} submit={say(review.state === "advised" ? "reviews.advice.change" : "reviews.advice.do")}>
			<TextArea label={say("reviews.advice")} hint={say("reviews.advice.hint")} rows={6} {...form.field("advice")} />
			<Disclosure title={say("reviews.advice.per-step")} open={given.length > 0}>
				<Stack gap="md">
					{stepKinds.map((step) => (
						<TextArea
							key={step}
							label={say("reviews.advice.of-step", { step: say(term("stepKinds", step)) })}
							optional
							rows={2}
							{...form.field(`steps.${step}`)}
						/>
					))}
				</Stack>
			</Disclosure>
		</Form>
	);
}
