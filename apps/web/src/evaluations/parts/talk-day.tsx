import { type Evaluation, moveEvaluation, planEvaluation } from "@samenplan/contract/evaluations";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { evaluationDue, lastEvaluationDay } from "@samenplan/plan-rules/due-dates";
import { useQueryClient } from "@tanstack/react-query";
import { CalendarHeart } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useDays } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { TalkCalendar } from "../../reminders/parts/talk-calendar.tsx";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { toast } from "../../ui/toast.tsx";

/** The day of the next talk: set it, or move it; the reminders follow by themselves. */
export function TalkDay({ evaluation }: { evaluation: Evaluation | undefined }) {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const [moving, setMoving] = useState(false);
	return (
		<Section title={say("evaluate.day.title")}>
			{evaluation ? (
				<>
					<Row gap="md">
						<span className="sp-row plan-question" data-gap="sm">
							<CalendarHeart aria-hidden="true" />
							<b>{dayInWords(evaluation.dueOn, locale)}</b>
						</span>
						{can("evaluation.plan") ? (
							<Button look="soft" size="small" onClick={() => setMoving(true)}>
								{say("evaluate.day.move")}
							</Button>
						) : null}
						{can("calendar.take") ? <TalkCalendar evaluationId={evaluation.id} /> : null}
					</Row>
					<p className="sp-hint">{say("evaluate.day.reminders")}</p>
					<Dialog open={moving} onClose={() => setMoving(false)} title={say("evaluate.day.move")}>
						<DayForm evaluation={evaluation} onDone={() => setMoving(false)} />
					</Dialog>
				</>
			) : can("evaluation.plan") ? (
				<>
					<p>{say("evaluate.day.none")}</p>
					<DayForm />
				</>
			) : (
				<p>{say("evaluate.day.none")}</p>
			)}
		</Section>
	);
}

function DayForm({ evaluation, onDone }: { evaluation?: Evaluation; onDone?: () => void }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { plan } = usePlan();
	const days = useDays();
	const usual = evaluationDue(today(), plan.route, plan.placement, days);
	const setOn = evaluation ? dayOf(evaluation.createdAt) : today();
	const last = lastEvaluationDay({ today: today(), setOn, route: plan.route, placement: plan.placement }, days);
	const form = useSavingForm({
		defaultValues: { dueOn: evaluation?.dueOn ?? usual },
		save: async ({ dueOn }) => {
			if (evaluation)
				await call(moveEvaluation, { params: { familyId, evaluationId: evaluation.id }, body: { dueOn, version: evaluation.version } });
			else await call(planEvaluation, { params: { familyId }, body: { dueOn } });
		},
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say(evaluation ? "evaluate.day.moved" : "evaluate.day.planned") });
			onDone?.();
		},
	});
	return (
		<Form form={form} submit={say(evaluation ? "evaluate.day.move" : "evaluate.day.plan")}>
			<DateField
				label={say(evaluation ? "evaluate.day.new" : "evaluate.day.label")}
				hint={`${evaluation ? "" : `${say("evaluate.day.default", { day: dayInWords(usual, locale) })} `}${say("evaluate.talk.until", { day: dayInWords(last, locale) })}`}
				max={last}
				{...form.field("dueOn")}
			/>
		</Form>
	);
}
