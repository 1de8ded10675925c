import { checkIn, moveCheckIn, reopenPlan } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { evaluationDue, lastCheckInDay, lastEvaluationDay } from "@samenplan/plan-rules/due-dates";
import { useIntl } from "react-intl";
import { useDays } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Props = { onClose: () => void };

/** How it goes some weeks later, in the family's words. */
export function CheckInDialog({ onClose }: Props) {
	const say = useText();
	const familyId = useFamilyId();
	const { plan } = usePlan();
	const write = useFamilyWrite(checkIn);
	const form = useSavingForm({
		defaultValues: { checkedInOn: today(), words: plan.checkInWords },
		draft: { familyId, field: `check-in.${plan.id}` },
		save: (values) => write.mutateAsync({ params: { familyId }, body: { ...values, version: plan.version } }),
		onSaved: () => {
			toast({ words: say("evaluate.after.check-in-saved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("evaluate.after.check-in-do")} locked={form.pending}>
			<Form form={form} submit={say("ui.save")}>
				<DateField label={say("evaluate.after.check-in-day")} max={today()} {...form.field("checkedInOn")} />
				<TextArea label={say("evaluate.after.check-in-words")} rows={4} {...form.field("words")} />
			</Form>
		</Dialog>
	);
}

export function MoveCheckInDialog({ onClose }: Props) {
	const say = useText();
	const familyId = useFamilyId();
	const { plan } = usePlan();
	const write = useFamilyWrite(moveCheckIn);
	const form = useSavingForm({
		defaultValues: { checkInOn: plan.checkInOn ?? "" },
		save: (values) => write.mutateAsync({ params: { familyId }, body: { ...values, version: plan.version } }),
		onSaved: () => {
			toast({ words: say("evaluate.after.check-in-moved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("evaluate.after.check-in-move")} locked={form.pending}>
			<Form form={form} submit={say("ui.save")}>
				<DateField
					label={say("evaluate.talk.check-in")}
					max={lastCheckInDay(plan.closedOn ?? today(), today())}
					{...form.field("checkInOn")}
				/>
			</Form>
		</Dialog>
	);
}

/** Opening a closed plan again: why, and when we look back. */
export function ReopenDialog({ onClose }: Props) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { plan } = usePlan();
	const write = useFamilyWrite(reopenPlan);
	const days = useDays();
	const last = lastEvaluationDay({ today: today(), setOn: today(), route: plan.route, placement: plan.placement }, days);
	const form = useSavingForm({
		defaultValues: { because: "", evaluationOn: evaluationDue(today(), plan.route, plan.placement, days) },
		draft: { familyId, field: `reopen-plan.${plan.id}` },
		save: (values) => write.mutateAsync({ params: { familyId }, body: { ...values, version: plan.version } }),
		onSaved: () => {
			toast({ words: say("evaluate.reopen.done") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("evaluate.reopen.title")} locked={form.pending}>
			<p>{say("evaluate.reopen.words")}</p>
			<Form form={form} submit={say("evaluate.reopen")}>
				<TextArea label={say("evaluate.reopen.because")} rows={3} {...form.field("because")} />
				<DateField
					label={say("evaluate.reopen.day")}
					hint={say("evaluate.talk.until", { day: dayInWords(last, locale) })}
					max={last}
					{...form.field("evaluationOn")}
				/>
			</Form>
		</Dialog>
	);
}
