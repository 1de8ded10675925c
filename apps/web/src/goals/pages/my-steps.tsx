import { Footprints } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { ActionItem } from "../parts/action-item.tsx";
import { isOpen, useMySteps } from "../queries.ts";
import "../goals.css";

/** What I do: my own small steps, one tap each. */
export default function MyStepsPage() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const { goals } = usePlan();
	const mine = useMySteps();
	const goalOf = (goalId: string | null) => goals.find(({ id }) => id === goalId)?.text;
	const open = mine.filter(isOpen);
	const reported = mine.filter((action) => !isOpen(action));
	return (
		<Page width="text">
			<PageTitle
				title={say("actions.mine.title")}
				{...(mine.length > 0 && { intro: say("actions.mine.intro") })}
				back={{ to: home, label: say("plans.to-home") }}
			/>
			{mine.length === 0 ? (
				<EmptyState
					picture={<Footprints />}
					title={say("actions.mine.none")}
					actions={
						<ButtonLink look="soft" to={`${home}/steps/goals`}>
							{say("actions.mine.to-goals")}
						</ButtonLink>
					}
				>
					{say("actions.mine.none-words")}
				</EmptyState>
			) : null}
			{open.length > 0 ? (
				<Section title={say("actions.mine.todo")}>
					<ul className="action-list">
						{open.map((action) => (
							<ActionItem key={action.id} action={action} of={goalOf(action.goalId)} />
						))}
					</ul>
				</Section>
			) : null}
			{reported.length > 0 ? (
				<Section title={say("actions.mine.reported")}>
					<ul className="action-list">
						{reported.map((action) => (
							<ActionItem key={action.id} action={action} of={goalOf(action.goalId)} />
						))}
					</ul>
				</Section>
			) : null}
		</Page>
	);
}
