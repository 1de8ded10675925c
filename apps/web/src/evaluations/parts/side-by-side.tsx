import type { Evaluation } from "@samenplan/contract/evaluations";
import type { WholePlan } from "@samenplan/contract/plans";
import { nameList } from "@samenplan/language/names";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { usePersonName } from "../../plans/queries.ts";
import { FacePicture } from "../../ui/face-picture.tsx";
import { Section } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFaceName, useScorerOrder, useScorers } from "../talk.ts";
import { CooperationAnswers } from "./cooperation-answers.tsx";
import { faceOf } from "./faces.ts";
import { ScoreLine, sightOf } from "./score-line.tsx";
import "./evaluations.css";

type Goal = WholePlan["goals"][number];

/** Each one's view of each goal beside the others: never a total, never an average. */
export function SideBySide({ evaluation, goals, level = 2 }: { evaluation: Evaluation; goals: readonly Goal[]; level?: 2 | 3 }) {
	const say = useText();
	return (
		<Section title={say("evaluate.side-by-side")} level={level}>
			{goals.map((goal) => (
				<GoalSights key={goal.id} evaluation={evaluation} goal={goal} level={level === 2 ? 3 : 4} />
			))}
			<CooperationAnswers evaluation={evaluation} level={level === 2 ? 3 : 4} />
		</Section>
	);
}

type SightsProps = {
	evaluation: Evaluation;
	goal: Goal;
	level: 2 | 3 | 4;
	/** At the table: a question to begin with, and who said nothing yet. */
	table?: boolean;
};

/** One goal: everyone at the face they chose, and their words next to each other. */
export function GoalSights({ evaluation, goal, level, table }: SightsProps) {
	const say = useText();
	const scores = useScorerOrder()(evaluation.scores.filter(({ goalId }) => goalId === goal.id));
	const Heading = `h${level}` as const;
	const sight = sightOf(scores);
	return (
		<article className="ev-goal">
			<div className="ev-goal-head">
				<Heading>{goal.text}</Heading>
				{sight === "differ" ? (
					<StateBadge tone="warning" shape="dashed">
						{say("evaluate.differ")}
					</StateBadge>
				) : sight === "same" ? (
					<StateBadge tone="positive">{say("evaluate.same")}</StateBadge>
				) : null}
			</div>
			{goal.startLevel === null ? null : (
				<p className="sp-hint">
					{say("evaluate.started", { level: goal.levels[goal.startLevel + 2] || say(`ui.level.${goal.startLevel as 0}`) })}
				</p>
			)}
			{scores.length === 0 ? (
				<p className="sp-hint">{say("evaluate.nobody")}</p>
			) : (
				<>
					<ScoreLine scores={scores} start={goal.startLevel} />
					{table && sight !== "one" ? (
						<p className="ev-ask">{say(sight === "differ" ? "evaluate.table.ask-differ" : "evaluate.table.ask-same")}</p>
					) : null}
					<ul className="ev-scores">
						{scores.map((score) => (
							<Sight key={score.personId} score={score} words={goal.levels[score.score + 2]} />
						))}
					</ul>
				</>
			)}
			{table ? <Missing said={scores.map(({ personId }) => personId)} /> : null}
		</article>
	);
}

function Sight({ score, words }: { score: Evaluation["scores"][number]; words: string | undefined }) {
	const say = useText();
	const nameOf = usePersonName();
	const faceName = useFaceName();
	return (
		<li className="ev-score" data-level={score.score}>
			<span className="ev-who">
				<Avatar personId={score.personId} name={faceName(score.personId)} size="2rem" />
				<b>{nameOf(score.personId)}</b>
			</span>
			<span className="ev-level">
				<FacePicture face={faceOf(score.score)} size="2rem" />
				<span>
					{say(`ui.level.${score.score as 0}`)}
					{words ? <small className="sp-hint">{words}</small> : null}
				</span>
			</span>
			{score.text ? (
				<blockquote lang={score.language} className="sp-words">
					{score.text}
				</blockquote>
			) : null}
			{score.recorded ? <small className="sp-hint">{say("evaluate.recorded", { name: nameOf(score.writtenBy) })}</small> : null}
		</li>
	);
}

function Missing({ said }: { said: readonly string[] }) {
	const say = useText();
	const { locale } = useIntl();
	const missing = useScorers().filter(({ id }) => !said.includes(id));
	if (missing.length === 0) return null;
	return (
		<p className="sp-hint">
			{say("evaluate.table.missing", {
				names: nameList(
					missing.map(({ givenName }) => givenName),
					locale,
				),
			})}
		</p>
	);
}
