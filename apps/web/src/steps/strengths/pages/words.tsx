import { useText } from "../../../lib/text.tsx";
import { useFamilyId } from "../../../plans/queries.ts";
import { Page, PageTitle } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { SharedWords } from "../parts/shared-words.tsx";
import "../../steps.css";
import "../strengths.css";

/** The family's own list of words that we use differently. */
export default function WordsPage() {
	const say = useText();
	return (
		<Page width="text">
			<PageTitle
				title={say("strengths.words")}
				intro={say("strengths.words-intro")}
				mark={<StepMark step="strengths" size="3rem" />}
				back={{ to: `/families/${useFamilyId()}/steps/strengths`, label: say("plans.step.strengths") }}
			/>
			<SharedWords level={2} />
		</Page>
	);
}
