import { allStatements, type Evaluation } from "@samenplan/contract/evaluations";
import { useText } from "../../lib/text.tsx";
import { usePersonName } from "../../plans/queries.ts";
import { FacePicture } from "../../ui/face-picture.tsx";
import { Avatar } from "../../ui/person.tsx";
import { useFaceName, useScorerOrder } from "../talk.ts";
import "./evaluations.css";

/** How each found the cooperation, per statement that anybody answered. */
export function CooperationAnswers({ evaluation, level }: { evaluation: Evaluation; level: 2 | 3 | 4 }) {
	const say = useText();
	const nameOf = usePersonName();
	const faceName = useFaceName();
	const inOrder = useScorerOrder();
	const Heading = `h${level}` as const;
	if (evaluation.cooperation.length === 0) return null;
	return (
		<div className="ev-goal">
			<Heading>{say("evaluate.together")}</Heading>
			<ul className="ev-statements">
				{allStatements.map((statement) => {
					const answers = inOrder(evaluation.cooperation.filter((answer) => answer.statement === statement));
					if (answers.length === 0) return null;
					return (
						<li key={statement}>
							<p>{say(`evaluate.statement.${statement}`)}</p>
							<ul className="ev-scores">
								{answers.map((answer) => (
									<li key={answer.personId} className="ev-score">
										<span className="ev-who">
											<Avatar personId={answer.personId} name={faceName(answer.personId)} size="2rem" />
											<b>{nameOf(answer.personId)}</b>
										</span>
										<span className="ev-level">
											<FacePicture face={answer.score as 1} size="2rem" />
											<span>{say(`evaluate.face.${answer.score as 1}`)}</span>
										</span>
										{answer.text ? <blockquote className="sp-words">{answer.text}</blockquote> : null}
										{answer.recorded && answer.writtenBy ? (
											<small className="sp-hint">{say("evaluate.recorded", { name: nameOf(answer.writtenBy) })}</small>
										) : null}
									</li>
								))}
							</ul>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
