import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, usePlan } from "../../plans/queries.ts";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { useEvaluations, useGoalsToScore } from "../talk.ts";
import { HeldEvaluations } from "./held-evaluations.tsx";
import { HoldTalk } from "./hold-talk.tsx";
import { Preparation } from "./preparation.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { TalkDay } from "./talk-day.tsx";

/** The professional's side: the day, who has prepared, all views beside each other, and the decision. */
export default function LeadLookBack() {
	const say = useText();
	const can = useCan();
	const { plan } = usePlan();
	const { coming, held } = useEvaluations();
	const goals = useGoalsToScore();
	const anyScore = coming !== undefined && coming.scores.length > 0;
	return (
		<Page>
			<PageTitle title={say("evaluate.title")} intro={say("evaluate.work.intro")} mark={<StepMark step="evaluate" size="3.2rem" />} />
			{coming && coming.dueOn < today() ? <Notice kind="warning">{say("evaluate.late")}</Notice> : null}
			{plan.state === "open" ? <TalkDay evaluation={coming} /> : null}
			{coming ? (
				<>
					<Preparation evaluation={coming} goals={goals} />
					{goals.length > 0 ? <SideBySide evaluation={coming} goals={goals} /> : <p>{say("evaluate.no-goals")}</p>}
					{can("evaluation.decide") ? (
						anyScore ? (
							<HoldTalk key={coming.id} evaluation={coming} goals={goals} />
						) : (
							<Notice>{say("evaluate.talk.no-scores")}</Notice>
						)
					) : null}
				</>
			) : null}
			{held.length > 0 ? <HeldEvaluations evaluations={held} /> : null}
		</Page>
	);
}
