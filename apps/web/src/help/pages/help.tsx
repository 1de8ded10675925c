import { Conversation } from "../../comments/parts/conversation.tsx";
import { useText } from "../../lib/text.tsx";
import { GroupPlan } from "../../network/parts/group-plan.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { ConcludeStep } from "../../steps/parts/conclude.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { Decisions } from "../parts/decisions.tsx";
import { Options } from "../parts/options.tsx";
import { RunningHelp } from "../parts/running-help.tsx";
import { ShortRoute } from "../parts/short-route.tsx";

/** Step 5: only what the network cannot carry. Compare, decide together, and who does what until when. */
export default function HelpPage() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const { steps, plan, viewer, help, decisions } = usePlan();
	const step = steps.find(({ kind }) => kind === "help");
	// What is there comes first; what still has to be chosen comes in the order of choosing.
	const decided = decisions.length > 0;
	const running = <RunningHelp />;
	const chosen = <Decisions />;
	return (
		<Page>
			<PageTitle
				title={say(viewer.side === "family" ? "plans.step.help" : "help.title")}
				intro={say("help.intro")}
				mark={<StepMark step="help" size="3.2rem" />}
				back={viewer.side === "family" ? { to: `${home}/our-plan`, label: say("plans.home.our-plan") } : undefined}
			/>
			<ShortRoute />
			{plan.networkSkippedBecause ? (
				<Notice title={say("help.network-skipped")}>
					<p className="sp-words">{plan.networkSkippedBecause}</p>
				</Notice>
			) : null}
			{plan.groupPlanAnswer === null ? <GroupPlan /> : null}
			{help.length > 0 ? running : null}
			{decided ? chosen : null}
			{decided && viewer.side === "family" ? (
				<Disclosure title={say("help.options-again")}>
					<Options />
				</Disclosure>
			) : (
				<Options />
			)}
			{decided ? null : chosen}
			{decided && help.length === 0 ? running : null}
			<ConcludeStep kind="help" />
			{step ? <Conversation about="step" aboutId={step.id} /> : null}
		</Page>
	);
}
