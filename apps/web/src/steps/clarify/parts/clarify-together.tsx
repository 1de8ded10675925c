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
import { PersonColumn } from "./person-column.tsx";

/** Step 1 as the coordinator has it on the table: each person's own words beside each other, and below what we conclude together. */
export default function ClarifyTogether() {
	const say = useText();
	const familyId = useFamilyId();
	const step = useStep("clarify");
	const write = useWriteStep("clarify");
	const share = useFamilyWrite(agreeOnSharing);
	const { plan } = usePlan();
	const { family, coordinator } = usePeople();
	const can = useCan();
	const steers = can("plan.steer") && plan.state === "open";
	const writable = steers && step.state !== "concluded";
	return (
		<Page>
			<PageTitle title={say("steps.clarify")} intro={say("clarify.work.intro")} mark={<StepMark step="clarify" size="3rem" />} />
			<Section title={say("clarify.work.each")} intro={say("clarify.work.each-intro")}>
				<Grid column="17.5rem">
					{family.map((person) => (
						<PersonColumn key={person.id} person={person} />
					))}
					{coordinator ? <PersonColumn person={coordinator} coordinator /> : null}
				</Grid>
			</Section>
			<Beside aside={<Conversation about="step" aboutId={step.id} />}>
				<Section title={say("clarify.work.together")} intro={say("clarify.work.together-intro")}>
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
							<TogetherText<Step>
								field="step.clarify.agreements"
								label={say("clarify.contact")}
								hint={say("clarify.work.contact-hint")}
								value={step.agreements}
								version={step.version}
								empty={say("clarify.contact-none")}
								writable={writable}
								save={write("agreements")}
								textOf={({ agreements }) => agreements}
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
				<ChooseRoute />
				<ComplexCase />
				<ConcludeStep kind="clarify" />
			</Beside>
		</Page>
	);
}
