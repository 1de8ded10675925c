import type { FamilyPerson } from "@samenplan/contract/families";
import { type AgeBand, ageBandOf, developmentSource } from "@samenplan/knowledge/development";
import { useText } from "../../../lib/text.tsx";
import { ageOf, usePeople } from "../../../plans/people.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section, Stack } from "../../../ui/layout.tsx";
import { useKnowledgeLanguage } from "../knowledge-language.ts";
import { KnowledgeSource } from "./knowledge-source.tsx";

/** What belongs to the age of each child of this family, with source and year. */
export function AgeKnowledge() {
	const say = useText();
	const children = usePeople().children.flatMap(withBand);
	if (children.length === 0) return null;
	return (
		<Section title={say("strengths.work.age")} intro={say("strengths.work.age-intro")} id="age">
			<Stack gap="2xs">
				{children.map(({ child, age, band }) => (
					<Disclosure key={child.id} title={say("strengths.work.age-of", { name: child.givenName, age })}>
						<Stack gap="md">
							<AgeTable name={child.givenName} band={band} />
							<BesideAge band={band} />
							<KnowledgeSource source={developmentSource} adapted />
						</Stack>
					</Disclosure>
				))}
			</Stack>
		</Section>
	);
}

/** The same at the moment of use: while somebody writes down a worry about this child. */
export function AgeLook({ child }: { child: FamilyPerson }) {
	const say = useText();
	const [known] = withBand(child);
	if (!known) return null;
	return (
		<Disclosure title={say("strengths.work.age-look", { name: child.givenName })}>
			<Stack gap="sm">
				<AgeTable name={child.givenName} band={known.band} />
				<KnowledgeSource source={developmentSource} adapted />
			</Stack>
		</Disclosure>
	);
}

function AgeTable({ name, band }: { name: string; band: AgeBand }) {
	const say = useText();
	const language = useKnowledgeLanguage();
	const parts = ["ordinary", "serious"] as const;
	const rows = Math.max(...parts.map((part) => band[part][language].length));
	return (
		<>
			<table className="step-age">
				<caption className="sp-hidden">{say("strengths.work.age-caption", { name })}</caption>
				<thead>
					<tr>
						{parts.map((part) => (
							<th key={part} scope="col">
								{say(`strengths.work.age.${part}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{Array.from({ length: rows }, (_, row) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the lists are knowledge, and never change on the screen.
						<tr key={row}>
							{parts.map((part) => (
								<td key={part}>{band[part][language][row]}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<p className="sp-hint">{say("strengths.work.age-weigh")}</p>
		</>
	);
}

function BesideAge({ band }: { band: AgeBand }) {
	const say = useText();
	const language = useKnowledgeLanguage();
	return (
		<div className="step-know">
			{(["child", "parent"] as const).map((part) => (
				<div key={part}>
					<h3>{say(`strengths.work.age.${part}`)}</h3>
					<ul>
						{band[part][language].map((words) => (
							<li key={words}>{words}</li>
						))}
					</ul>
				</div>
			))}
			<div>
				<h3>{say("strengths.work.age-settings")}</h3>
				<p>{band.settings[language]}</p>
			</div>
		</div>
	);
}

function withBand(child: FamilyPerson) {
	const age = ageOf(child);
	const band = age === undefined ? undefined : ageBandOf(age);
	return band && age !== undefined ? [{ child, age, band }] : [];
}
