import { editInquiry, type Inquiry, planInquiry, removeInquiry } from "@samenplan/contract/analysis";
import { inquiryStates } from "@samenplan/contract/steps";
import { useState } from "react";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useFamilyId, useFamilyWrite, usePlan } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea, TextField } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../../ui/written-meanwhile.tsx";
import { useTakeAway } from "../take-away.ts";

const fits = ["unknown", "yes", "no"] as const;
type Fit = (typeof fits)[number];
const fitOf = { unknown: null, yes: true, no: false } as const;
type Values = {
	question: string;
	how: string;
	instrument: string;
	suits: Fit;
	suitsWords: string;
	personId: string;
	dueOn: string;
	found: string;
	state: Inquiry["state"];
	version: number;
};

/** One line of the inquiry plan, to plan or to answer. */
export function InquiryDialog({ inquiry, onClose }: { inquiry: Inquiry | undefined; onClose: () => void }) {
	const say = useText();
	return (
		<Dialog open onClose={onClose} title={say("strengths.work.inquiry-new")} width="wide">
			<InquiryForm inquiry={inquiry} onDone={onClose} />
		</Dialog>
	);
}

function InquiryForm({ inquiry, onDone }: { inquiry: Inquiry | undefined; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { family: plan } = usePlan();
	const { family, coordinator } = usePeople();
	const plans = useFamilyWrite(planInquiry);
	const edits = useFamilyWrite(editInquiry);
	const takeAway = useTakeAway(removeInquiry, planInquiry);
	const [other, setOther] = useState<Inquiry>();
	const others = plan.persons.filter(({ id, relation }) => id !== coordinator?.id && relation !== "parent" && relation !== "child");
	const finders = [...family, ...(coordinator ? [coordinator] : []), ...others];
	const form = useSavingForm<Values>({
		defaultValues: {
			question: inquiry?.question ?? "",
			how: inquiry?.how ?? "",
			instrument: inquiry?.instrument ?? "",
			suits: inquiry?.suits === true ? "yes" : inquiry?.suits === false ? "no" : "unknown",
			suitsWords: inquiry?.suitsWords ?? "",
			personId: inquiry?.personId ?? "",
			dueOn: inquiry?.dueOn ?? "",
			found: inquiry?.found ?? "",
			state: inquiry?.state ?? "open",
			version: inquiry?.version ?? 1,
		},
		draft: { familyId, field: `inquiry.${inquiry?.id ?? "new"}` },
		save: ({ suits, personId, dueOn, found, state, version, ...text }) => {
			const body = { ...text, suits: fitOf[suits], personId: personId || null, dueOn: dueOn || null };
			return inquiry
				? edits.mutateAsync({ params: { familyId, inquiryId: inquiry.id }, body: { ...body, found, state, version } })
				: plans.mutateAsync({ params: { familyId }, body });
		},
		onSaved: () => {
			toast({ words: say("ui.saved") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as Inquiry);
			form.hook.setValue("version", (current as Inquiry).version);
		},
	});
	const remove =
		inquiry &&
		(() =>
			void takeAway(
				{ familyId, inquiryId: inquiry.id },
				(({ question, how, instrument, suits, suitsWords, personId, dueOn, found, state }) => ({
					...{ question, how, instrument, suits, suitsWords, personId, dueOn, found, state },
				}))(inquiry),
				say("strengths.work.inquiry.removed"),
			).then(onDone, () => undefined));
	return (
		<Form
			form={form}
			submit={say("ui.save")}
			actions={
				remove ? (
					<Button look="quiet" onClick={remove}>
						{say("strengths.work.inquiry.remove")}
					</Button>
				) : null
			}
		>
			<WrittenMeanwhile
				theirs={
					other && [
						{ label: say("strengths.work.inquiry.question"), words: other.question },
						{ label: say("strengths.work.inquiry.how"), words: other.how },
						{ label: say("strengths.work.inquiry.found"), words: other.found },
					]
				}
			/>
			<TextArea label={say("strengths.work.inquiry.question")} rows={2} {...form.field("question")} />
			<TextArea
				label={say("strengths.work.inquiry.how")}
				hint={say("strengths.work.inquiry.how-hint")}
				optional
				rows={2}
				{...form.field("how")}
			/>
			<TextField
				label={say("strengths.work.inquiry.instrument")}
				hint={say("strengths.work.inquiry.instrument-hint")}
				optional
				autoComplete="off"
				{...form.field("instrument")}
			/>
			<RadioCards
				label={say("strengths.work.inquiry.suits")}
				hint={say("strengths.work.inquiry.suits-hint")}
				column="11rem"
				cards={fits.map((fit) => ({ value: fit, label: say(`strengths.work.inquiry.suits.${fit}`) }))}
				{...form.choice("suits")}
			/>
			<TextArea label={say("strengths.work.inquiry.suits-words")} optional rows={2} {...form.field("suitsWords")} />
			<Select
				label={say("strengths.work.inquiry.person")}
				emptyLabel={say("strengths.work.inquiry.nobody")}
				options={finders.map(({ id, givenName }) => ({ value: id, label: givenName }))}
				{...form.field("personId")}
			/>
			<DateField label={say("strengths.work.inquiry.due")} optional {...form.field("dueOn")} />
			{inquiry ? (
				<>
					<TextArea label={say("strengths.work.inquiry.found")} optional rows={3} {...form.field("found")} />
					<Select
						label={say("strengths.work.inquiry.state")}
						options={inquiryStates.map((state) => ({ value: state, label: say(term("inquiryStates", state)) }))}
						{...form.field("state")}
					/>
				</>
			) : null}
		</Form>
	);
}
