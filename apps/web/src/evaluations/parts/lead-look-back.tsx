import { Armchair, Eye } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { ConcludeStep } from "../../steps/parts/conclude.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { scoreOf, useEvaluations, useGoalsToScore, useLiesOpen } from "../talk.ts";
import { LeadAfterClosing, Reopened } from "./after-closing.tsx";
import { HeldEvaluations } from "./held-evaluations.tsx";
import { HoldTalk } from "./hold-talk.tsx";
import { Preparation } from "./preparation.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { TalkDay } from "./talk-day.tsx";

/** The professional's side: the day, who has prepared, all views beside each other, and the decision. */
export default function LeadLookBack() {
	const say = useText();
	const can = useCan();
	const { plan, viewer } = usePlan();
	const here = `/families/${useFamilyId()}/steps/evaluate`;
	const { coming, held } = useEvaluations();
	const goals = useGoalsToScore();
	const liesOpen = useLiesOpen(coming);
	const [opened, setOpened] = useState(false);
	const anyScore = coming !== undefined && coming.scores.length > 0;
	const mine = coming && goals.find((goal) => !scoreOf(coming, goal.id, viewer.personId));
	const decides = can("evaluation.decide") && plan.state === "open";
	return (
		<Page>
			<PageTitle
				title={say("evaluate.title")}
				intro={say("evaluate.work.intro")}
				mark={<StepMark step="evaluate" size="3.2rem" />}
				actions={
					decides && coming && anyScore ? (
						<ButtonLink look="soft" icon={<Armchair aria-hidden="true" />} to={`${here}/table`}>
							{say("evaluate.table")}
						</ButtonLink>
					) : undefined
				}
			/>
			{plan.state === "closed" ? <LeadAfterClosing /> : <Reopened />}
			{coming && coming.dueOn < today() ? <Notice kind="warning">{say("evaluate.late")}</Notice> : null}
			{plan.state === "open" ? <TalkDay evaluation={coming} /> : null}
			{coming && plan.state === "open" ? (
				<>
					<Preparation evaluation={coming} goals={goals} />
					{goals.length === 0 ? (
						<p>{say("evaluate.no-goals")}</p>
					) : liesOpen || opened || !can("evaluation.score") ? (
						<SideBySide evaluation={coming} goals={goals} />
					) : (
						<Notice
							title={say("evaluate.apart.title")}
							actions={
								<>
									{mine ? (
										<ButtonLink look="soft" size="small" to={`${here}/goals/${mine.id}`}>
											{say("evaluate.preparation.mine-do")}
										</ButtonLink>
									) : null}
									<Button look="quiet" size="small" icon={<Eye aria-hidden="true" />} onClick={() => setOpened(true)}>
										{say("evaluate.apart.open")}
									</Button>
								</>
							}
						>
							<p>{say("evaluate.apart.words")}</p>
						</Notice>
					)}
					{decides ? (
						anyScore ? (
							<HoldTalk key={coming.id} evaluation={coming} goals={goals} />
						) : (
							<Notice>{say("evaluate.talk.no-scores")}</Notice>
						)
					) : null}
				</>
			) : null}
			{held.length > 0 ? <HeldEvaluations evaluations={held} /> : null}
			{held.length > 0 ? <ConcludeStep kind="evaluate" /> : null}
		</Page>
	);
}
