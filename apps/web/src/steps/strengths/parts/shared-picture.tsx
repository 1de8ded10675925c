import type { Step } from "@samenplan/contract/steps";
import { useText } from "../../../lib/text.tsx";
import { Positions } from "../../../positions/parts/positions.tsx";
import { Section } from "../../../ui/layout.tsx";
import { TogetherText } from "../../parts/together-text.tsx";
import { useStep, useWriteStep } from "../../queries.ts";

/** How we see it together: the family's words first, professional words beside them, and where each one stands. */
export function SharedPicture({ writable }: { writable: boolean }) {
	const say = useText();
	const step = useStep("strengths");
	const write = useWriteStep("strengths");
	return (
		<Section title={say("strengths.picture")} intro={say("strengths.picture-intro")} id="picture">
			<div className="step-shared">
				<TogetherText<Step>
					field="step.strengths.conclusion"
					label={say("strengths.picture-ours")}
					value={step.conclusion}
					version={step.version}
					empty={say("strengths.picture-none")}
					writable={writable}
					big
					rows={6}
					save={write("conclusion")}
					textOf={({ conclusion }) => conclusion}
				/>
				{writable || step.professionalConclusion ? (
					<TogetherText<Step>
						field="step.strengths.professional"
						label={say(writable ? "strengths.work.professional" : "steps.professional-words")}
						value={step.professionalConclusion}
						version={step.version}
						empty={say("strengths.professional-none")}
						writable={writable}
						rows={6}
						save={write("professionalConclusion")}
						textOf={({ professionalConclusion }) => professionalConclusion}
					/>
				) : null}
			</div>
			{step.conclusion ? (
				<Positions subject="shared_picture" subjectId={step.id} subjectVersion={step.version} about={say("strengths.picture")} />
			) : null}
		</Section>
	);
}
