import type { Goal } from "@samenplan/contract/goals";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { AgreementLine } from "../../positions/parts/positions.tsx";
import { useAgreement } from "../../positions/queries.ts";
import { Card, CardLink } from "../../ui/card.tsx";
import { SmallLadder } from "../../ui/goal-ladder.tsx";
import { Row } from "../../ui/layout.tsx";
import { Chip } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { isOver, useForWhom, useLevelNow } from "../queries.ts";
import { GoalState } from "./goal-state.tsx";
import "../goals.css";

/** A goal as a warm card: the family's words first, then where we are on the ladder and what is asked. */
export function GoalCard({ goal }: { goal: Goal }) {
	const say = useText();
	const familyId = useFamilyId();
	const { actions, viewer } = usePlan();
	const levelNow = useLevelNow();
	const forWhom = useForWhom()(goal);
	const subject = { subject: "goal" as const, subjectId: goal.id, subjectVersion: goal.version };
	const agreement = useAgreement()(subject);
	const mine = agreement.stands.find(({ personId }) => personId === viewer.personId);
	const waits = [...agreement.stands, ...agreement.others].filter(({ awaitsExplanation }) => awaitsExplanation).length;
	const over = isOver(goal);
	const asked = !over && mine?.asked === true;
	return (
		<Card as="li" link look={goal.state === "achieved" ? "achieved" : goal.state === "stopped" ? "sunken" : "raised"} className="goal-card">
			<div className="goal-card-head">
				<h3>
					<CardLink to={`/families/${familyId}/goals/${goal.id}`}>{goal.text}</CardLink>
				</h3>
				<SmallLadder start={goal.startLevel as -2 | null} now={levelNow(goal)} />
			</div>
			<Row gap="xs">
				<GoalState goal={goal} />
				{forWhom ? <Chip>{forWhom}</Chip> : null}
				<span className="text-muted text-sm">
					{say("goals.steps-count", { count: actions.filter(({ goalId }) => goalId === goal.id).length })}
				</span>
			</Row>
			{over ? null : (
				<Row gap="xs">
					{asked ? <StateBadge tone="action">{say("goals.your-answer")}</StateBadge> : <AgreementLine {...subject} />}
					{waits > 0 ? (
						<StateBadge tone="warning" shape="dot">
							{say("goals.explain-waits", { count: waits })}
						</StateBadge>
					) : null}
				</Row>
			)}
		</Card>
	);
}
