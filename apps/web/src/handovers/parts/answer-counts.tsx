import { positionAnswers } from "@samenplan/contract/positions";
import type { HandoverToMe } from "@samenplan/contract/taking-over";
import { useText } from "../../lib/text.tsx";
import { AnswerPicture } from "../../ui/answer-pictures.tsx";

/** How many of the family gave each answer; who, and in which words, stands in the plan. */
export function AnswerCounts({ answers }: { answers: HandoverToMe["answers"] }) {
	const say = useText();
	const given = positionAnswers.filter((answer) => (answers[answer] ?? 0) > 0);
	if (given.length === 0) return <p className="sp-hint">{say("handover.answers.none")}</p>;
	return (
		<ul className="sp-handover-answers" aria-label={say("handover.answers")}>
			{given.map((answer) => (
				<li key={answer}>
					<AnswerPicture answer={answer} size="1.5rem" />
					<b>{answers[answer]}</b> {say(`ui.answer.${answer}`)}
				</li>
			))}
		</ul>
	);
}
