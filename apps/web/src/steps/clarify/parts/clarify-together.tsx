import { agreeOnSharing, type PlanHead } from "@samenplan/contract/plans";
import type { Step } from "@samenplan/contract/steps";
import { Conversation } from "../../../comments/parts/conversation.tsx";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../../plans/queries.ts";
import { Beside, Grid, Page, PageTitle, Section, Stack } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { ConcludeStep } from "../../parts/conclude.tsx";
import { TogetherText } from "../../parts/together-text.tsx";
import { useStep, useWriteStep } from "../../queries.ts";
import { ChooseRoute } from "./choose-route.tsx";
import { ComplexCase } from "./complex-case.tsx";
import { Expectations } from "./expectations.tsx";
import { HowItBegan } from "./how-it-began.tsx";
import { PersonColumn } from "./person-column.tsx";

/** Step 1 as the coordinator has it on the table: how it began, each person's own words beside each other, and what we conclude together. */
export default function ClarifyTogether() {
	const say = useText();
	const { family } = usePeople();
	const step = useStep("clarify");
	return (
		<Page>
			<PageTitle title={say("steps.clarify")} intro={say("clarify.work.intro")} mark={<StepMark step="clarify" size="3rem" />} />
			<HowItBegan />
			<Section title={say("clarify.work.each")} intro={say("clarify.work.each-intro")} id="each">
				<Grid column="17.5rem">
					{family.map((person) => (
						<PersonColumn key={person.id} person={person} />
					))}
				</Grid>
			</Section>
			<Expectations />
			<Beside aside={<Conversation about="step" aboutId={step.id} />}>
				<Together />
				<ComplexCase />
				<ChooseRoute />
				<ConcludeStep kind="clarify" />
			</Beside>
		</Page>
	);
}

/** The question in the family's words, professional words beside it, and what is shared with whom. */
function Together() {
	const say = useText();
	const familyId = useFamilyId();
	const can = useCan();
	const { plan } = usePlan();
	const step = useStep("clarify");
	const write = useWriteStep("clarify");
	const share = useFamilyWrite(agreeOnSharing);
	const steers = can("plan.steer") && plan.state === "open";
	const writable = steers && step.state !== "concluded";
	return (
		<Section title={say("clarify.work.together")} intro={say("clarify.work.together-intro")} id="question">
			<Stack gap="lg">
				<TogetherText<Step>
					field="step.clarify.conclusion"
					label={say("clarify.question-ours")}
					hint={say("clarify.work.question-hint")}
					value={step.conclusion}
					version={step.version}
					empty={say("clarify.question-none")}
					writable={writable}
					big
					save={write("conclusion")}
					textOf={({ conclusion }) => conclusion}
				/>
				<Grid column="19rem" gap="lg">
					<TogetherText<Step>
						field="step.clarify.professional"
						label={say("clarify.work.professional")}
						value={step.professionalConclusion}
						version={step.version}
						empty={say("clarify.work.professional-none")}
						writable={writable}
						save={write("professionalConclusion")}
						textOf={({ professionalConclusion }) => professionalConclusion}
					/>
					<TogetherText<PlanHead>
						field="plan.sharing"
						label={say("clarify.sharing")}
						hint={say("clarify.work.sharing-hint")}
						value={plan.sharingAgreements}
						version={plan.version}
						empty={say("clarify.sharing-none")}
						writable={steers}
						save={(text, version) => share.mutateAsync({ params: { familyId }, body: { sharingAgreements: text, version } })}
						textOf={({ sharingAgreements }) => sharingAgreements}
					/>
				</Grid>
			</Stack>
		</Section>
	);
}
