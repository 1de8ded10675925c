import { groupPlanKnowledge, groupPlanParts, groupPlanSource } from "@samenplan/knowledge/group-plan";
import { useText } from "../../lib/text.tsx";
import { useKnowledgeLanguage } from "../../steps/strengths/knowledge-language.ts";
import { Disclosure } from "../../ui/disclosure.tsx";

/** What a plan by the family itself is, that it is a right, and where the law says so. Open until the family answered. */
export function AboutGroupPlan({ open }: { open: boolean }) {
	const say = useText();
	const language = useKnowledgeLanguage();
	return (
		<Disclosure title={say("group-plan.about")} open={open}>
			<div className="group-plan-about">
				{groupPlanParts.map((part) => (
					<section key={part}>
						<h3>{say(`group-plan.part.${part}`)}</h3>
						<ul>
							{groupPlanKnowledge[part][language].map((words) => (
								<li key={words}>{words}</li>
							))}
						</ul>
					</section>
				))}
			</div>
			<p className="sp-hint group-plan-source">
				{say("group-plan.source", { title: groupPlanSource.title, year: String(groupPlanSource.year), authors: groupPlanSource.authors })}
			</p>
		</Disclosure>
	);
}
