import { ageBandOf, developmentSource } from "@samenplan/knowledge/development";
import { useText } from "../../../lib/text.tsx";
import { ageOf, usePeople } from "../../../plans/people.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Stack } from "../../../ui/layout.tsx";
import { useKnowledgeLanguage } from "../knowledge-language.ts";
import { KnowledgeSource } from "./knowledge-source.tsx";

/** For a parent who finds something hard: what nearly every child of this age has, per child. What may be serious one asks the coach. */
export function OrdinaryForAge() {
	const say = useText();
	const language = useKnowledgeLanguage();
	const children = usePeople().children.flatMap((child) => {
		const age = ageOf(child);
		const band = age === undefined ? undefined : ageBandOf(age);
		return band && age !== undefined ? [{ child, age, band }] : [];
	});
	if (children.length === 0) return null;
	return (
		<Disclosure title={say("strengths.ordinary")}>
			<Stack gap="md">
				{children.map(({ child, age, band }) => (
					<div key={child.id}>
						<h3 className="step-small-title">{child.givenName}</h3>
						<p>{say("strengths.ordinary-of", { age })}</p>
						<ul className="step-questions">
							{band.ordinary[language].map((words) => (
								<li key={words}>{words}</li>
							))}
						</ul>
					</div>
				))}
				<p>{say("strengths.ordinary-ask")}</p>
				<KnowledgeSource source={developmentSource} />
			</Stack>
		</Disclosure>
	);
}
