import { Conversation } from "../../comments/parts/conversation.tsx";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { ConcludeStep } from "../../steps/parts/conclude.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { Asks } from "../parts/asks.tsx";
import { Circles } from "../parts/circles.tsx";
import { GroupPlan } from "../parts/group-plan.tsx";
import { SkipNetwork } from "../parts/skip-network.tsx";

/** Step 4: what we and our people can do ourselves, before professional help is chosen. */
export default function NetworkPage() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const { steps, plan, viewer } = usePlan();
	const asked = viewer.side === "family" && plan.groupPlanOfferedOn !== null && plan.groupPlanAnswer === null;
	const step = steps.find(({ kind }) => kind === "network");
	return (
		<Page>
			<PageTitle
				title={say(viewer.side === "family" ? "plans.step.network" : "network.title")}
				intro={say("network.intro")}
				mark={<StepMark step="network" size="3.2rem" />}
				back={viewer.side === "family" ? { to: `${home}/our-plan`, label: say("plans.home.our-plan") } : undefined}
			/>
			{plan.route === "light" ? (
				<Notice title={say("network.light")}>
					<p>{say("network.light-words")}</p>
				</Notice>
			) : null}
			{asked ? <GroupPlan /> : null}
			<Circles />
			<Asks />
			{asked ? null : <GroupPlan />}
			<SkipNetwork />
			<ConcludeStep kind="network" />
			{step ? <Conversation about="step" aboutId={step.id} /> : null}
		</Page>
	);
}
