import { Sparkles, Star } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Card, CardLink } from "../../ui/card.tsx";
import { useEvaluations } from "../talk.ts";
import "./evaluations.css";

/** Something warm on the family's home: what was reached, and what people said they are proud of. Nothing while there is nothing. */
export function Achieved() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const { goals, evaluations } = usePlan();
	const { held } = useEvaluations();
	const proud = held.find(({ proudOf }) => proudOf !== "")?.proudOf;
	// What was looked back on last comes first.
	const last = (goalId: string) => evaluations.findLastIndex(({ scores }) => scores.some((score) => score.goalId === goalId));
	const achieved = goals.filter(({ state }) => state === "achieved").sort((one, other) => last(other.id) - last(one.id));
	if (achieved.length === 0) return null;
	return (
		<Card look="achieved" link className="ev-achieved">
			<span className="ev-achieved-picture" aria-hidden="true">
				<Star fill="currentColor" />
			</span>
			<div>
				<h2>
					<CardLink to={`${home}/steps/goals`}>{say("evaluate.achieved.title", { count: achieved.length })}</CardLink>
				</h2>
				<ul>
					{achieved.slice(0, 3).map((goal) => (
						<li key={goal.id} lang={goal.language}>
							{goal.text}
						</li>
					))}
				</ul>
				{proud ? (
					<p className="ev-proud">
						<Sparkles aria-hidden="true" /> <span className="sp-words">{say("evaluate.achieved.proud", { words: proud })}</span>
					</p>
				) : null}
			</div>
		</Card>
	);
}
