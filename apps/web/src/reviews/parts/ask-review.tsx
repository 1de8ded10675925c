import { askReview, type Review, reviewKinds } from "@samenplan/contract/reviews";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Values = { kind: Review["kind"]; question: string; urgent: boolean; urgentBecause: string; toldFamilyOn: string };

/** Asks a scientist to think along, after the family was told: about how to go on, the shared picture, or a case that runs. */
export function AskReview({ told, again }: { told: string | null; again: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { steps } = usePlan();
	const concluded = (kind: string) => steps.some((step) => step.kind === kind && (step.state === "concluded" || step.concludedAt !== null));
	const form = useSavingForm<Values>({
		defaultValues: {
			// What one most probably asks in the step the plan is in.
			kind: concluded("goals") ? "running" : concluded("clarify") ? "shared_picture" : "route",
			question: "",
			urgent: false,
			urgentBecause: "",
			toldFamilyOn: told ?? "",
		},
		draft: { familyId, field: "review.ask" },
		save: (values) =>
			call(askReview, { params: { familyId }, body: { ...values, urgentBecause: values.urgent ? values.urgentBecause : "" } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("reviews.ask.done") });
		},
	});
	const question = (
		<Form form={form} submit={say("reviews.ask.do")}>
			<RadioCards
				label={say("reviews.ask.kind")}
				column="13rem"
				cards={reviewKinds.map((kind) => ({
					value: kind,
					label: say(term("reviewKinds", kind)),
					hint: say(`reviews.ask.kind.${kind}`),
				}))}
				{...form.choice("kind")}
			/>
			<DateField label={say("reviews.ask.told")} hint={say("reviews.ask.told-hint")} max={today()} {...form.field("toldFamilyOn")} />
			<TextArea label={say("reviews.ask.question")} hint={say("reviews.ask.hint")} rows={5} {...form.field("question")} />
			<Checkbox label={say("reviews.ask.urgent")} {...form.field("urgent")} />
			{form.hook.watch("urgent") ? (
				<TextArea
					label={say("reviews.ask.urgent-because")}
					hint={say("reviews.ask.urgent-hint")}
					rows={2}
					{...form.field("urgentBecause")}
				/>
			) : null}
		</Form>
	);
	// After an earlier question the page is about that one; another can still be asked.
	if (again && !form.restored) return <Disclosure title={say("reviews.ask.title")}>{question}</Disclosure>;
	return <Section title={say("reviews.ask.title")}>{question}</Section>;
}
