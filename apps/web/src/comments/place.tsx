import type { Comment } from "@samenplan/contract/comments";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { term } from "../lib/terms.ts";
import { useText } from "../lib/text.tsx";
import { useFamilyId, usePlan } from "../plans/queries.ts";

/** Says what a comment is about, as a link to that place in the plan. */
export function usePlaceOf(): (comment: Comment) => ReactNode {
	const say = useText();
	const plan = usePlan();
	const home = `/families/${useFamilyId()}`;
	// The family knows each step by its question.
	const stepName = (kind: (typeof plan.steps)[number]["kind"]) =>
		say(plan.viewer.side === "family" ? (`plans.step.${kind}` as const) : term("stepKinds", kind));
	const link = (to: string, what: string) => (
		<p className="sp-thread-place">
			<Link to={to}>{say("comments.about", { what })}</Link>
		</p>
	);
	return ({ about, aboutId }) => {
		const of = <T extends { id: string }>(list: T[]) => list.find(({ id }) => id === aboutId);
		switch (about) {
			case "goal":
			case "action": {
				const goalId = about === "goal" ? aboutId : of(plan.actions)?.goalId;
				const text = about === "goal" ? of(plan.goals)?.text : of(plan.actions)?.text;
				return goalId ? link(`${home}/goals/${goalId}`, short(text)) : null;
			}
			case "step": {
				const step = of(plan.steps);
				return step ? link(`${home}/steps/${step.kind}`, stepName(step.kind)) : null;
			}
			case "view": {
				const view = of(plan.views);
				return view ? link(`${home}/steps/${view.theme === null ? "clarify" : "strengths"}`, short(view.text)) : null;
			}
			case "help":
				return link(`${home}/steps/help`, short(of(plan.help)?.what));
			case "decision":
				return link(`${home}/steps/help`, short(of(plan.decisions)?.what));
			case "evaluation":
				return link(`${home}/steps/evaluate`, stepName("evaluate"));
			case "review":
				return link(`${home}/reviews`, say(term("commentAbout", "review")));
			default:
				return <p className="sp-thread-place">{say("comments.about-plan")}</p>;
		}
	};
}

/** The first words, enough to know it again. */
function short(text = ""): string {
	const line = text.split("\n")[0] ?? "";
	return line.length > 70 ? `${line.slice(0, line.lastIndexOf(" ", 68))} …` : line;
}
