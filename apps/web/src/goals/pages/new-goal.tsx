import { useNavigate, useSearchParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePersonName, usePlan } from "../../plans/queries.ts";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Quote } from "../../ui/person.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { GoalForm } from "../parts/goal-form.tsx";
import "../goals.css";

/** One idea on the screen: what do we want? `?from=` names the words of step 2 it begins with. */
export default function NewGoalPage() {
	const say = useText();
	const navigate = useNavigate();
	const home = `/families/${useFamilyId()}`;
	const nameOf = usePersonName();
	const [search] = useSearchParams();
	const view = usePlan().views.find(({ id }) => id === search.get("from"));
	return (
		<Page width="text">
			<PageTitle
				title={say("goals.new.title")}
				intro={say("goals.new.intro")}
				mark={<StepMark step="goals" size="3rem" />}
				back={{ to: `${home}/steps/goals`, label: say("goals.back") }}
			/>
			{view ? (
				<Quote personId={view.personId} name={nameOf(view.personId)}>
					{view.text}
				</Quote>
			) : null}
			<GoalForm
				key={view?.id ?? "new"}
				{...(view && { from: { text: "", viewId: view.id, theme: view.theme } })}
				onSaved={(goalId) => navigate(`${home}/goals/${goalId}`, { replace: true })}
			/>
		</Page>
	);
}
