import type { Evaluation } from "@samenplan/contract/evaluations";
import { dayInWords } from "@samenplan/language/dates";
import { changesOf } from "@samenplan/plan-rules/next-cycle";
import { Sparkles } from "lucide-react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { usePlan } from "../../plans/queries.ts";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { SideBySide } from "./side-by-side.tsx";

/** What was decided at earlier talks, the newest first and open; how each saw it stays beside it. */
export function HeldEvaluations({ evaluations }: { evaluations: readonly Evaluation[] }) {
	const say = useText();
	const [newest, ...older] = evaluations;
	return (
		<>
			{newest ? <HeldEvaluation evaluation={newest} /> : null}
			{older.length > 0 ? (
				<Section title={say("evaluate.earlier")}>
					{older.map((evaluation) => (
						<OlderEvaluation key={evaluation.id} evaluation={evaluation} />
					))}
				</Section>
			) : null}
		</>
	);
}

function OlderEvaluation({ evaluation }: { evaluation: Evaluation }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Disclosure title={say("evaluate.held-on", { day: dayInWords(evaluation.heldOn ?? evaluation.dueOn, locale) })}>
			<Outcome evaluation={evaluation} />
		</Disclosure>
	);
}

function HeldEvaluation({ evaluation }: { evaluation: Evaluation }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Section title={say("evaluate.held-on", { day: dayInWords(evaluation.heldOn ?? evaluation.dueOn, locale) })}>
			<Outcome evaluation={evaluation} />
		</Section>
	);
}

function Outcome({ evaluation }: { evaluation: Evaluation }) {
	const say = useText();
	const { locale } = useIntl();
	const { goals } = usePlan();
	const scored = goals.filter((goal) => evaluation.scores.some(({ goalId }) => goalId === goal.id));
	return (
		<Stack gap="lg">
			{evaluation.proudOf ? (
				<Card look="achieved">
					<p className="ev-proud">
						<Sparkles aria-hidden="true" /> <b>{say("evaluate.proud")}</b>
					</p>
					<p className="sp-words plan-question">{evaluation.proudOf}</p>
				</Card>
			) : null}
			{evaluation.decision ? (
				<Stack gap="sm">
					<p className="plan-question">{say("evaluate.decided", { decision: say(`evaluate.decision.${evaluation.decision}`) })}</p>
					<Told title={say("evaluate.why")} words={evaluation.why} />
					<Told title={say("evaluate.worked")} words={evaluation.whatWorked} />
					<Told title={say("evaluate.what-next")} words={evaluation.whatNext} />
					<div>
						<b>{say("evaluate.changes")}</b>
						<ul className="ev-changes">
							{changesOf(evaluation.decision).map((change) => (
								<li key={change}>{say(`evaluate.change.${change}`)}</li>
							))}
						</ul>
					</div>
					{evaluation.nextOn ? <p>{say("evaluate.next-on", { day: dayInWords(evaluation.nextOn, locale) })}</p> : null}
				</Stack>
			) : null}
			<SideBySide evaluation={evaluation} goals={scored} level={3} />
			<Statements object="evaluation" objectId={evaluation.id} add />
		</Stack>
	);
}

function Told({ title, words }: { title: string; words: string }) {
	if (!words) return null;
	return (
		<div>
			<b>{title}</b>
			<p className="sp-words">{words}</p>
		</div>
	);
}
