import { stepKinds } from "@samenplan/contract/steps";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { Card, CardLink } from "../../ui/card.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import type { StepState } from "../../ui/step-rail.tsx";
import { useFamilyId, usePlan } from "../queries.ts";

const looks: Record<StepState, { tone: StateTone; shape: StateShape }> = {
	not_started: { tone: "neutral", shape: "dashed" },
	in_progress: { tone: "action", shape: "dot" },
	concluded: { tone: "positive", shape: "check" },
	reopened: { tone: "action", shape: "again" },
};

/** The six steps in plain words: what each is for, how it stands, and what was concluded. */
export default function OurPlan() {
	const say = useText();
	const { steps } = usePlan();
	const home = `/families/${useFamilyId()}`;
	return (
		<Page width="text">
			<PageTitle title={say("plans.home.our-plan")} intro={say("plans.our-plan.intro")} back={{ to: home, label: say("plans.to-home") }} />
			<ol className="plan-steps">
				{stepKinds.map((kind) => {
					const step = steps.find((each) => each.kind === kind);
					const state = step?.state ?? "not_started";
					return (
						<Card key={kind} as="li" link>
							<div className="plan-step">
								<StepMark step={kind} size="3rem" soft={state === "not_started"} />
								<div>
									<b>
										<CardLink to={`${home}/steps/${kind}`}>{say(`plans.step.${kind}`)}</CardLink>
									</b>
									<StateBadge {...looks[state]}>{say(`steps.state.${state}`)}</StateBadge>
								</div>
							</div>
							{step?.conclusion ? (
								<>
									<p className="sp-words">{step.conclusion}</p>
									<Statements object="step" objectId={step.id} add />
								</>
							) : (
								<p className="sp-hint">{say(`plans.step.${kind}.what`)}</p>
							)}
						</Card>
					);
				})}
			</ol>
		</Page>
	);
}
