import { type Action, actionStates } from "@samenplan/contract/goals";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { ActionForm } from "./action-form.tsx";
import { ActionItem } from "./action-item.tsx";
import "../goals.css";

/** The small steps of one goal: who does what and when, with one tap to say how it went. */
export function Actions({ goalId, closed }: { goalId: string; closed?: boolean }) {
	const say = useText();
	const can = useCan();
	const { actions } = usePlan();
	const [adding, setAdding] = useState(false);
	const mine = actions.filter((action) => action.goalId === goalId).sort(byState);
	return (
		<Section title={say("actions.title")}>
			{mine.length === 0 && !adding ? <p className="text-muted">{say("actions.none")}</p> : null}
			{mine.length > 0 ? (
				<ul className="action-list">
					{mine.map((action) => (
						<ActionItem key={action.id} action={action} />
					))}
				</ul>
			) : null}
			{can("action.write") && !closed ? (
				adding ? (
					<ActionForm goalId={goalId} onSaved={() => setAdding(false)} onCancel={() => setAdding(false)} />
				) : (
					<div>
						<Button look="soft" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
							{say("actions.add")}
						</Button>
					</div>
				)
			) : null}
		</Section>
	);
}

/** To do first; the rest in the order in which it was agreed. */
function byState(a: Action, b: Action): number {
	return actionStates.indexOf(a.state) - actionStates.indexOf(b.state);
}
