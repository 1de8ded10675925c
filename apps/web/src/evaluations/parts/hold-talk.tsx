import { type Evaluation, evaluationDecisions, goalOutcomes, holdEvaluation } from "@samenplan/contract/evaluations";
import type { WholePlan } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { evaluationDue, lastEvaluationDay } from "@samenplan/plan-rules/due-dates";
import { changesOf } from "@samenplan/plan-rules/next-cycle";
import { useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useDays } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Closing, ClosingFields, type ClosingKind, emptyClosing } from "./closing-fields.tsx";

type Outcome = (typeof goalOutcomes)[number];
type Values = {
	heldOn: string;
	whatWorked: string;
	proudOf: string;
	whatNext: string;
	goals: Record<string, Outcome>;
	decision: (typeof evaluationDecisions)[number];
	why: string;
	nextOn: string;
} & Closing;

/** The talk: what helped, what becomes of each goal, the decision with its reason, and the next day or the aftercare. */
export function HoldTalk({ evaluation, goals }: { evaluation: Evaluation; goals: WholePlan["goals"] }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { plan } = usePlan();
	const days = useDays();
	const form = useSavingForm<Values>({
		defaultValues: {
			heldOn: today(),
			whatWorked: "",
			proudOf: "",
			whatNext: "",
			goals: Object.fromEntries(goals.map(({ id, state }) => [id, state === "adjusted" ? "adjusted" : "active"])),
			decision: "go_on",
			why: "",
			nextOn: evaluationDue(today(), plan.route, plan.placement, days),
			...emptyClosing(plan.wantsMilestones),
		},
		draft: { familyId, field: `talk.${evaluation.id}` },
		save: ({ decision, nextOn, closingKind, aftercare, turnTo, checkInOn, wantsMilestones, goals: outcomes, ...talk }) => {
			const body = {
				...talk,
				version: evaluation.version,
				goals: goals.map(({ id }) => ({ goalId: id, state: outcomes[id] ?? "active" })),
			};
			return call(holdEvaluation, {
				params: { familyId, evaluationId: evaluation.id },
				body:
					decision === "close"
						? { ...body, decision, closingKind: closingKind as ClosingKind, aftercare, turnTo, checkInOn, wantsMilestones }
						: { ...body, decision, nextOn },
			});
		},
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("evaluate.talk.done") });
		},
	});
	const decision = form.choice("decision").value;
	const { locale } = useIntl();
	const setOn = form.hook.watch("heldOn") || today();
	const last = lastEvaluationDay({ today: today(), setOn, route: plan.route, placement: plan.placement }, days);
	return (
		<Section title={say("evaluate.talk.title")} intro={say("evaluate.talk.intro")} id="talk">
			<Form form={form} submit={say("evaluate.talk.do")}>
				<DateField label={say("evaluate.talk.held-on")} {...form.field("heldOn")} />
				<TextArea label={say("evaluate.talk.worked")} rows={3} optional {...form.field("whatWorked")} />
				<TextArea label={say("evaluate.talk.proud")} hint={say("evaluate.talk.proud-hint")} rows={2} optional {...form.field("proudOf")} />
				<fieldset className="ev-outcomes">
					<legend className="sp-label">{say("evaluate.talk.goals")}</legend>
					{goals.map((goal) => (
						<Select
							key={goal.id}
							label={goal.text}
							options={goalOutcomes.map((outcome) => ({ value: outcome, label: say(`evaluate.talk.goal.${outcome}`) }))}
							{...form.field(`goals.${goal.id}`)}
						/>
					))}
				</fieldset>
				<RadioCards
					label={say("evaluate.talk.decision")}
					column="15rem"
					cards={evaluationDecisions.map((value) => ({
						value,
						label: say(`evaluate.decision.${value}`),
						hint: say(`evaluate.talk.hint.${value}`),
					}))}
					{...form.choice("decision")}
				/>
				<div className="ev-change">
					<b>{say("evaluate.changes")}</b>
					<ul className="ev-changes" aria-live="polite">
						{changesOf(decision).map((change) => (
							<li key={change}>{say(`evaluate.change.${change}`)}</li>
						))}
					</ul>
				</div>
				<TextArea label={say("evaluate.talk.why")} rows={3} {...form.field("why")} />
				<TextArea label={say("evaluate.talk.what-next")} rows={2} optional {...form.field("whatNext")} />
				{decision === "close" ? (
					<ClosingFields field={form.field as never} />
				) : (
					<DateField
						label={say("evaluate.talk.next-on")}
						hint={say("evaluate.talk.until", { day: dayInWords(last, locale) })}
						max={last}
						{...form.field("nextOn")}
					/>
				)}
			</Form>
		</Section>
	);
}
