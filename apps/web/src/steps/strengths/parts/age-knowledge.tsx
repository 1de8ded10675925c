import { ageBandOf, developmentSource } from "@samenplan/knowledge/development";
import { useIntl } from "react-intl";
import { useText } from "../../../lib/text.tsx";
import { ageOf, usePeople } from "../../../plans/people.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section, Stack } from "../../../ui/layout.tsx";

/** What belongs to the age of each child of this family, with source and year. */
export function AgeKnowledge() {
	const say = useText();
	const language = useIntl().locale.startsWith("en") ? "en" : "nl";
	const children = usePeople().children.flatMap((child) => {
		const age = ageOf(child);
		const band = age === undefined ? undefined : ageBandOf(age);
		return band && age !== undefined ? [{ child, age, band }] : [];
	});
	if (children.length === 0) return null;
	return (
		<Section title={say("strengths.work.age")} intro={say("strengths.work.age-intro")}>
			<Stack gap="2xs">
				{children.map(({ child, age, band }) => (
					<Disclosure key={child.id} title={say("strengths.work.age-of", { name: child.givenName, age })}>
						<div className="step-know">
							{(["child", "parent", "ordinary", "serious"] as const).map((part) => (
								<div key={part}>
									<h3>{say(`strengths.work.age.${part}`)}</h3>
									<ul>
										{band[part][language].map((words) => (
											<li key={words}>{words}</li>
										))}
									</ul>
								</div>
							))}
						</div>
						<p className="sp-hint">
							{say("strengths.work.source", { authors: developmentSource.authors, title: developmentSource.title })}
						</p>
					</Disclosure>
				))}
			</Stack>
		</Section>
	);
}
