import { skipNetwork } from "@samenplan/contract/plans";
import { whyNot } from "@samenplan/plan-rules/moves";
import { useText } from "../../lib/text.tsx";
import { usePlanFacts } from "../../plans/facts.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";

/** Going on without this step needs a reason in words, which the family reads (R2). */
export function SkipNetwork() {
	const say = useText();
	const can = useCan();
	const { plan } = usePlan();
	const possible = whyNot(usePlanFacts(), "skip_network").length === 0;
	if (plan.networkSkippedBecause)
		return (
			<Notice title={say("network.skipped")}>
				<p>{plan.networkSkippedBecause}</p>
			</Notice>
		);
	if (!can("plan.steer") || !possible) return null;
	return (
		<Disclosure title={say("network.skip")}>
			<SkipForm />
		</Disclosure>
	);
}

function SkipForm() {
	const say = useText();
	const familyId = useFamilyId();
	const { plan } = usePlan();
	const skip = useFamilyWrite(skipNetwork);
	const form = useSavingForm({
		defaultValues: { because: "" },
		draft: { familyId, field: "network-skip" },
		save: ({ because }) => skip.mutateAsync({ params: { familyId }, body: { because, version: plan.version } }),
	});
	return (
		<Form form={form} submit={say("network.skip-save")} submitLook="soft">
			<TextArea label={say("network.skip-because")} hint={say("network.skip-hint")} rows={2} {...form.field("because")} />
			{skip.error ? <ProblemNotice error={skip.error} /> : null}
		</Form>
	);
}
