import { concludeStep, reopenStep, type StepKind } from "@samenplan/contract/steps";
import { momentInWords } from "@samenplan/language/dates";
import { missingFor } from "@samenplan/plan-rules/moves";
import { Check, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { usePlanFacts } from "../../plans/facts.ts";
import { MoveProblem, Reasons } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { useStep } from "../queries.ts";

/** The end of a step's page: what still misses in words, or concluding it together; afterwards opening it again. */
export function ConcludeStep({ kind }: { kind: StepKind }) {
	const { id } = useStep(kind);
	return (
		<>
			<Statements object="step" objectId={id} />
			<Conclude kind={kind} />
		</>
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
	if (!can("plan.steer") || !facts.open) return null;
	const params = { familyId, kind };

	if (step.state === "concluded")
		return (
			<Notice
				kind="positive"
				title={
					step.concludedAt ? say("steps.concluded-on", { moment: momentInWords(step.concludedAt, locale) }) : say("steps.state.concluded")
				}
				actions={
					<Button look="soft" icon={<RotateCcw aria-hidden="true" />} pending={reopen.isPending} onClick={() => setAsking(true)}>
						{say("steps.reopen")}
					</Button>
				}
			>
				<p>{say("steps.concluded-words")}</p>
				{reopen.error ? <MoveProblem error={reopen.error} /> : null}
				<ConfirmDialog
					open={asking}
					onClose={() => setAsking(false)}
					title={say("steps.reopen-title")}
					confirm={say("steps.reopen")}
					pending={reopen.isPending}
					onConfirm={() =>
						void reopen.mutateAsync({ params }).then(
							() => setAsking(false),
							() => setAsking(false),
						)
					}
				>
					<p>{say("steps.reopen-words")}</p>
				</ConfirmDialog>
			</Notice>
		);

	const missing = missingFor(facts, kind);
	return (
		<Section title={say("steps.conclude-title")} intro={say(missing.length > 0 ? "steps.conclude-missing" : "steps.conclude-ready")}>
			<Stack gap="md">
				<Reasons codes={missing} />
				{conclude.error ? <MoveProblem error={conclude.error} /> : null}
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
