import { type Evaluation, shortStatements } from "@samenplan/contract/evaluations";
import type { WholePlan } from "@samenplan/contract/plans";
import { useText } from "../../lib/text.tsx";
import { usePersonName } from "../../plans/queries.ts";
import { FacePicture } from "../../ui/face-picture.tsx";
import { Section } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";
import { useScorers } from "../talk.ts";
import { faceOf } from "./faces.ts";
import "./evaluations.css";

/** Each one's view of each goal beside the others: never a total, never an average. */
export function SideBySide({ evaluation, goals, level = 2 }: { evaluation: Evaluation; goals: WholePlan["goals"]; level?: 2 | 3 }) {
	const say = useText();
	const nameOf = usePersonName();
	const inOrder = useScorerOrder();
	const Goal = level === 2 ? "h3" : "h4";
	return (
		<Section title={say("evaluate.side-by-side")} level={level}>
			{goals.map((goal) => {
				const scores = inOrder(evaluation.scores.filter(({ goalId }) => goalId === goal.id));
				return (
					<div key={goal.id} className="ev-goal">
						<Goal>{goal.text}</Goal>
						{goal.startLevel === null ? null : (
							<p className="sp-hint">
								{say("evaluate.started", { level: goal.levels[goal.startLevel + 2] || say(`ui.level.${goal.startLevel as 0}`) })}
							</p>
						)}
						{scores.length === 0 ? (
							<p className="sp-hint">{say("evaluate.nobody")}</p>
						) : (
							<ul className="ev-scores">
								{scores.map((score) => (
									<li key={score.personId} className="ev-score" data-level={score.score}>
										<span className="ev-who">
											<Avatar personId={score.personId} name={nameOf(score.personId)} size="2rem" />
											<b>{nameOf(score.personId)}</b>
										</span>
										<span className="ev-level">
											<FacePicture face={faceOf(score.score)} size="2rem" />
											<span>{say(`ui.level.${score.score as 0}`)}</span>
										</span>
										{score.text ? (
											<blockquote lang={score.language} className="sp-words">
												{score.text}
											</blockquote>
										) : null}
										{score.recorded ? (
											<small className="sp-hint">{say("evaluate.recorded", { name: nameOf(score.writtenBy) })}</small>
										) : null}
									</li>
								))}
							</ul>
						)}
					</div>
				);
			})}
			<Cooperation evaluation={evaluation} Heading={Goal} />
		</Section>
	);
}

/** The same people in the same order at every goal, so that one finds a person's column back; who left since comes last. */
function useScorerOrder() {
	const place = new Map(useScorers().map(({ id }, index) => [id, index]));
	const of = (personId: string) => place.get(personId) ?? place.size;
	return <One extends { personId: string }>(answers: readonly One[]) => [...answers].sort((a, b) => of(a.personId) - of(b.personId));
}

function Cooperation({ evaluation, Heading }: { evaluation: Evaluation; Heading: "h3" | "h4" }) {
	const say = useText();
	const nameOf = usePersonName();
	const inOrder = useScorerOrder();
	if (evaluation.cooperation.length === 0) return null;
	return (
		<div className="ev-goal">
			<Heading>{say("evaluate.together")}</Heading>
			<ul className="ev-statements">
				{shortStatements.map((statement) => {
					const answers = inOrder(evaluation.cooperation.filter((answer) => answer.statement === statement));
					if (answers.length === 0) return null;
					return (
						<li key={statement}>
							<p>{say(`evaluate.statement.${statement}`)}</p>
							<ul className="ev-scores">
								{answers.map((answer) => (
									<li key={answer.personId} className="ev-score">
										<span className="ev-who">
											<Avatar personId={answer.personId} name={nameOf(answer.personId)} size="2rem" />
											<b>{nameOf(answer.personId)}</b>
										</span>
										<span className="ev-level">
											<FacePicture face={answer.score as 1} size="2rem" />
											<span>{say(`evaluate.face.${answer.score as 1}`)}</span>
										</span>
										{answer.text ? <blockquote className="sp-words">{answer.text}</blockquote> : null}
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
