import type { PlanContent } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { GoalLadder, type Level } from "../../ui/goal-ladder.tsx";
import { Beside, type DocumentProps, Part } from "./document-parts.tsx";

/** What we want: for whom, how we notice it, and the small steps; last the small steps that belong to no goal. */
export function GoalsDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const goals = content.goals.filter(({ state }) => state !== "stopped");
	const stepsOf = (id: string | null) => content.actions.filter(({ goalId }) => goalId === id);
	return (
		<Part title={say("versions.doc.goals")} show={[...goals, ...content.actions]}>
			{goals.map((goal) => (
				<section key={goal.id} className="plan-doc-goal">
					<h3 lang={goal.language}>{goal.text}</h3>
					<p className="sp-hint">
						{[
							goal.forKind && say(term("goalFor", goal.forKind)),
							goal.forPersonId && nameOf(goal.forPersonId),
							say(term("goalTerms", goal.term)),
							goal.state === "achieved" && say(term("goalStates", "achieved")),
						]
							.filter(Boolean)
							.join(" · ")}
					</p>
					{goal.professionalText ? (
						<p className="sp-hint">
							{say("versions.doc.professional")} {goal.professionalText}
						</p>
					) : null}
					<Beside content={content} nameOf={nameOf} object="goal" objectId={goal.id} />
					{goal.levels.some(Boolean) ? (
						<>
							<h4>{say("versions.doc.notice")}</h4>
							<GoalLadder words={ladderWords(goal.levels)} start={goal.startLevel as Level | null} />
						</>
					) : null}
					<Actions actions={stepsOf(goal.id)} nameOf={nameOf} />
				</section>
			))}
			<Actions actions={stepsOf(null)} nameOf={nameOf} Heading="h3" />
		</Part>
	);
}

type ActionsProps = Pick<DocumentProps, "nameOf"> & { actions: PlanContent["actions"]; Heading?: "h3" | "h4" };

/** Small steps under a heading of their own, which is no part of a goal when they belong to none. */
function Actions({ actions, nameOf, Heading = "h4" }: ActionsProps) {
	const say = useText();
	const { locale } = useIntl();
	if (actions.length === 0) return null;
	return (
		<>
			<Heading>{say("versions.doc.actions")}</Heading>
			<ul className="plan-doc-list">
				{actions.map((action) => (
					<li key={action.id}>
						<b>{nameOf(action.personId)}</b>: <span lang={action.language}>{action.text}</span>
						{action.repeats === "once" ? null : <span className="sp-hint"> · {say(term("repeats", action.repeats))}</span>}
						{action.dueOn ? <span className="sp-hint"> · {say("versions.doc.due", { day: dayInWords(action.dueOn, locale) })}</span> : null}
					</li>
				))}
			</ul>
		</>
	);
}

function ladderWords(levels: readonly string[]): Partial<Record<Level, string>> {
	return { [-2]: levels[0] ?? "", [-1]: levels[1] ?? "", 0: levels[2] ?? "", 1: levels[3] ?? "", 2: levels[4] ?? "" };
}
