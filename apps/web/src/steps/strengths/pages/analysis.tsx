import { useText } from "../../../lib/text.tsx";
import { useFamilyId } from "../../../plans/queries.ts";
import { Page, PageTitle } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { Analysis } from "../parts/analysis.tsx";
import { Inquiries } from "../parts/inquiries.tsx";
import "../../steps.css";
import "../strengths.css";

/** What the family reads of what is going on and why, and of what we are going to find out. */
export default function AnalysisPage() {
	const say = useText();
	return (
		<Page width="text">
			<PageTitle
				title={say("strengths.understand")}
				intro={say("strengths.understand-intro")}
				mark={<StepMark step="strengths" size="3rem" />}
				back={{ to: `/families/${useFamilyId()}/steps/strengths`, label: say("plans.step.strengths") }}
			/>
			<Analysis writable={false} />
			<Inquiries writable={false} />
		</Page>
	);
}
