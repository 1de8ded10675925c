import { type Goal, moveGoal } from "@samenplan/contract/goals";
import { goalMoves } from "@samenplan/plan-rules/goal-moves";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Row, Stack } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";

/** What can be done with a goal now: who steers sees every possible move, who proposed it may take an own proposal back. */
export function GoalMoves({ goal }: { goal: Goal }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const move = useFamilyWrite(moveGoal);
	const [stopping, setStopping] = useState(false);
	const steers = can("plan.steer") && can("goal.write");
	const ownProposal = can("goal.write") && goal.state === "proposed" && goal.writtenBy === viewer.personId;
	if (!steers && !ownProposal) return null;
	const to = (state: Goal["state"]) =>
		move.mutate(
			{ params: { familyId, goalId: goal.id }, body: { state, version: goal.version } },
			{
				onSuccess: () => {
					setStopping(false);
					toast({ words: say(state === "achieved" ? "goals.celebrate" : "goals.moved") });
				},
			},
		);
	const possible = goalMoves(goal.state);
	return (
		<Stack gap="sm">
			<Row gap="xs">
				{possible.map((state) => {
					if (state === "agreed") return null;
					if (state === "stopped")
						return (
							<Button key={state} look="quiet" onClick={() => setStopping(true)}>
								{say(steers ? "goals.move.stopped" : "goals.take-back")}
							</Button>
						);
					const words = goal.state === "achieved" ? say("goals.move.again") : say(`goals.move.${state}`);
					return (
						<Button key={state} look="soft" pending={move.isPending} onClick={() => to(state)}>
							{words}
						</Button>
					);
				})}
			</Row>
			{move.error && !stopping ? <ProblemNotice error={move.error} /> : null}
			<ConfirmDialog
				open={stopping}
				onClose={() => setStopping(false)}
				title={say("goals.stop-title")}
				confirm={say(steers ? "goals.move.stopped" : "goals.take-back")}
				onConfirm={() => to("stopped")}
				pending={move.isPending}
				error={move.error ? <ProblemNotice error={move.error} /> : null}
			>
				{say("goals.stop-words")}
			</ConfirmDialog>
		</Stack>
	);
}
