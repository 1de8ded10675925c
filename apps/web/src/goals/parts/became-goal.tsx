import type { View } from "@samenplan/contract/steps";
import { Flag } from "lucide-react";
import { Link } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import "../goals.css";

/** What a goal can come from. */
export const roots: readonly View["subject"][] = ["strength", "concern", "wish", "safety"];

/** Beside somebody's words: the goal that came from them, or one tap to make one. */
export function BecameGoal({ view }: { view: Pick<View, "id" | "subject" | "text"> }) {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const { goals, plan } = usePlan();
	const became = goals.filter(({ fromViewId }) => fromViewId === view.id);
	if (became.length > 0)
		return (
			<p className="goal-became">
				<Flag aria-hidden="true" />
				<span>
					{say("goals.became")}{" "}
					{became.map((goal, index) => (
						<span key={goal.id}>
							{index > 0 ? ", " : null}
							<Link className="sp-link" to={`${home}/goals/${goal.id}`} lang={goal.language}>
								{goal.text}
							</Link>
						</span>
					))}
				</span>
			</p>
		);
	if (!roots.includes(view.subject) || !view.text || plan.state !== "open" || !can("goal.propose")) return null;
	return (
		<p className="goal-became">
			<Flag aria-hidden="true" />
			<Link className="sp-link" to={`${home}/goals/new?from=${view.id}`}>
				{say("goals.make-goal")}
				<span className="sp-hidden"> {view.text.slice(0, 60)}</span>
			</Link>
		</p>
	);
}
