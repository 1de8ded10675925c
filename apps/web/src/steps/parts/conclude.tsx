import { concludeStep, reopenStep, type StepKind, stepKinds } from "@samenplan/contract/steps";
import { momentInWords } from "@samenplan/language/dates";
import { missingFor } from "@samenplan/plan-rules/moves";
import { ArrowRight, Check, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { usePlanFacts } from "../../plans/facts.ts";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { useMayPutFirstVersion } from "../../plans/versions.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useStep } from "../queries.ts";

/** The end of a step's page: what still misses in words, or concluding it together; afterwards opening it again. */
export function ConcludeStep({ kind }: { kind: StepKind }) {
	const { id } = useStep(kind);
	return (
		<>
			<Statements object="step" objectId={id} />
			<ReopenedBecause kind={kind} />
			<Conclude kind={kind} />
		</>
	);
}

/** Why a step was opened again, for everyone of the plan; nothing when it was not. */
export function ReopenedBecause({ kind }: { kind: StepKind }) {
	const say = useText();
	const { state, reopenedBecause } = useStep(kind);
	if (state !== "reopened" || !reopenedBecause) return null;
	return (
		<Notice title={say("steps.reopened")}>
			<p className="sp-words">{reopenedBecause}</p>
		</Notice>
	);
}

function Conclude({ kind }: { kind: StepKind }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const facts = usePlanFacts();
	const step = useStep(kind);
	const can = useCan();
	const conclude = useFamilyWrite(concludeStep);
	const reopen = useFamilyWrite(reopenStep);
	const [asking, setAsking] = useState(false);
	const params = { familyId, kind };
	const form = useSavingForm({
		defaultValues: { because: "" },
		draft: { familyId, field: `reopen.${step.id}` },
		save: ({ because }) => reopen.mutateAsync({ params, body: { because } }),
		onSaved: () => setAsking(false),
	});
	if (!can("plan.steer") || !facts.open) return null;

	if (step.state === "concluded")
		return (
			<Notice
				kind="positive"
				title={
					step.concludedAt ? say("steps.concluded-on", { moment: momentInWords(step.concludedAt, locale) }) : say("steps.state.concluded")
				}
				actions={
					<>
						<GoOn after={kind} />
						<Button look="quiet" icon={<RotateCcw aria-hidden="true" />} pending={reopen.isPending} onClick={() => setAsking(true)}>
							{say("steps.reopen")}
						</Button>
					</>
				}
			>
				<p>{say("steps.concluded-words")}</p>
				<Dialog open={asking} onClose={() => setAsking(false)} title={say("steps.reopen-title")} locked={form.pending}>
					<p>{say("steps.reopen-words")}</p>
					<Form form={form} submit={say("steps.reopen")}>
						<TextArea label={say("steps.reopen-because")} hint={say("steps.reopen-because-hint")} rows={3} {...form.field("because")} />
					</Form>
				</Dialog>
			</Notice>
		);

	const missing = missingFor(facts, kind);
	return (
		<Section title={say("steps.conclude-title")} intro={say(missing.length > 0 ? "steps.conclude-missing" : "steps.conclude-ready")}>
			<Stack gap="md">
				<Reasons codes={missing} />
				{conclude.error ? <ProblemNotice error={conclude.error} /> : null}
				<div>
					<Button
						look={missing.length > 0 ? "soft" : "primary"}
						icon={<Check aria-hidden="true" />}
						pending={conclude.isPending}
						disabled={missing.length > 0}
						onClick={() =>
							void conclude.mutateAsync({ params, body: { version: step.version } }).then(
								() => toast({ words: say("steps.concluded-toast") }),
								() => undefined,
							)
						}
					>
						{say("steps.conclude")}
					</Button>
				</div>
			</Stack>
		</Section>
	);
}

/** What comes after a concluded step: the next one that is not concluded, or putting the first version of the plan before people. */
function GoOn({ after }: { after: StepKind }) {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const { steps, network } = usePlanFacts();
	const mayPut = useMayPutFirstVersion();
	const next = stepKinds
		.slice(stepKinds.indexOf(after) + 1)
		.find((kind) => steps[kind].state !== "concluded" && !(kind === "network" && network.skipped));
	// Looking back comes after an agreed plan.
	const toVersion = mayPut && (next === "evaluate" || next === undefined);
	if (!toVersion && !next) return null;
	return (
		<ButtonLink to={toVersion ? `${home}/versions` : `${home}/steps/${next}`} icon={<ArrowRight aria-hidden="true" />}>
			{toVersion ? say("versions.put.title") : say("steps.go-on", { step: say(`steps.${next as StepKind}`) })}
		</ButtonLink>
	);
}
