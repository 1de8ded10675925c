import { answerGroupPlan, groupPlanAnswers, offerGroupPlan } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { CalendarClock, HeartHandshake, Users } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AboutGroupPlan } from "./about-group-plan.tsx";
import "../network.css";

type Answer = (typeof groupPlanAnswers)[number];
const pictures: Record<Answer, React.ReactNode> = { yes: <Users />, no: <HeartHandshake />, later: <CalendarClock /> };

/** The family's right to make a plan of its own first (R2): told by the coordinator, answered by the family. */
export function GroupPlan() {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { plan } = usePlan();
	const offer = useFamilyWrite(offerGroupPlan);
	const [again, setAgain] = useState(false);
	const answered = plan.groupPlanAnswer !== null && !again;
	return (
		<Section title={say("group-plan.title")} intro={say("group-plan.words")} id="group-plan">
			<AboutGroupPlan open={plan.groupPlanAnswer === null} />
			{plan.groupPlanOfferedOn ? (
				<p className="text-muted">{say("group-plan.offered-on", { day: dayInWords(plan.groupPlanOfferedOn, locale) })}</p>
			) : can("plan.steer") ? (
				<div>
					<Button
						look="soft"
						pending={offer.isPending}
						onClick={() => offer.mutate({ params: { familyId }, body: { offeredOn: today(), version: plan.version } })}
					>
						{say("group-plan.offer")}
					</Button>
				</div>
			) : (
				<p className="text-muted">{say("group-plan.not-offered")}</p>
			)}
			{offer.error ? <ProblemNotice error={offer.error} /> : null}
			{answered && plan.groupPlanAnswer ? (
				<div className="sp-stack" data-gap="xs">
					<div>
						<StateBadge tone={plan.groupPlanAnswer === "later" ? "neutral" : "positive"}>
							{say(term("groupPlanAnswers", plan.groupPlanAnswer))}
						</StateBadge>
					</div>
					{plan.groupPlanWords ? <blockquote className="sp-words">{plan.groupPlanWords}</blockquote> : null}
					{plan.groupPlanAnsweredOn ? (
						<p className="sp-hint">
							{say(plan.groupPlanRecorded ? "group-plan.recorded" : "group-plan.answered-on", {
								day: dayInWords(plan.groupPlanAnsweredOn, locale),
							})}
						</p>
					) : null}
					{can("group_plan.answer") ? (
						<div>
							<Button look="quiet" size="small" onClick={() => setAgain(true)}>
								{say("group-plan.change")}
							</Button>
						</div>
					) : null}
				</div>
			) : null}
			{plan.groupPlanOfferedOn && !answered && can("group_plan.answer") ? <AnswerForm onDone={() => setAgain(false)} /> : null}
		</Section>
	);
}

function AnswerForm({ onDone }: { onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { plan, viewer } = usePlan();
	const answer = useFamilyWrite(answerGroupPlan);
	const form = useSavingForm<{ answer: Answer | null; words: string }>({
		defaultValues: { answer: plan.groupPlanAnswer, words: plan.groupPlanWords },
		draft: { familyId, field: "group-plan" },
		// The version of the plan as it is now: another answer takes this form away and is shown instead.
		save: ({ answer: chosen, words }) =>
			answer.mutateAsync({ params: { familyId }, body: { answer: chosen as Answer, words, version: plan.version } }),
		onSaved: () => {
			toast({ words: say("group-plan.saved") });
			onDone();
		},
	});
	const choice = form.choice("answer");
	return (
		<Form form={form} submit={say("group-plan.send")} submitLook="soft" label={say("group-plan.title")}>
			{viewer.side === "family" ? null : <p className="sp-hint">{say("group-plan.record-hint")}</p>}
			<RadioCards<Answer>
				label={say("group-plan.question")}
				column="13rem"
				cards={groupPlanAnswers.map((value) => ({
					value,
					label: say(term("groupPlanAnswers", value)),
					hint: say(`group-plan.${value}-hint`),
					picture: pictures[value],
				}))}
				name="answer"
				value={choice.value}
				onValue={choice.onValue}
				error={choice.error}
			/>
			<TextArea label={say("group-plan.your-words")} optional rows={2} {...form.field("words")} />
		</Form>
	);
}
