import { addHelpOption, removeHelpOption } from "@samenplan/contract/help";
import type { HelpExample } from "@samenplan/knowledge/help-example";
import { examplesFor, helpExamples, interventionsSource } from "@samenplan/knowledge/interventions";
import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { ageOf, usePeople } from "../../plans/people.ts";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { useKnowledgeLanguage } from "../../steps/strengths/knowledge-language.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Stack } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

const kinds = ["own", "around", "programme"] as const;

/** Examples that fit the children's ages; one click puts one beside the others, with its source and what still has to be checked. */
export function Examples() {
	const say = useText();
	const language = useKnowledgeLanguage();
	const { children } = usePeople();
	const [search, setSearch] = useState("");
	const [all, setAll] = useState(false);
	const ages = children.map(ageOf).filter((age) => age !== undefined);
	const looked = search.trim().toLowerCase();
	const found = (all ? helpExamples : examplesFor(ages)).filter(({ name, what }) =>
		`${name[language]} ${what[language]}`.toLowerCase().includes(looked),
	);
	return (
		<Stack gap="md">
			<p className="sp-hint">{say("help.examples-intro", interventionsSource)}</p>
			<TextField label={say("help.examples-search")} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
			{ages.length > 0 ? (
				<Checkbox label={say("help.examples-all")} checked={all} onChange={(event) => setAll(event.target.checked)} />
			) : null}
			{found.length === 0 ? <p className="text-muted">{say("help.examples-none")}</p> : null}
			{kinds.map((kind) => {
				const some = found.filter((example) => example.kind === kind);
				return some.length === 0 ? null : (
					<section key={kind} className="examples">
						<h3>{say(`help.examples.${kind}`)}</h3>
						<ul>
							{some.map((example) => (
								<Example key={example.code} example={example} />
							))}
						</ul>
					</section>
				);
			})}
		</Stack>
	);
}

function Example({ example }: { example: HelpExample }) {
	const say = useText();
	const language = useKnowledgeLanguage();
	const familyId = useFamilyId();
	const { helpOptions } = usePlan();
	const add = useFamilyWrite(addHelpOption);
	const remove = useFamilyWrite(removeHelpOption);
	const name = example.name[language];
	const there = helpOptions.some((option) => option.name === name);
	const facts = [
		example.ages && say("help.examples-ages", { from: example.ages[0], until: example.ages[1] }),
		example.form && say(`help.form.${example.form}`),
	].filter((fact) => fact !== undefined);
	const copy = async () => {
		const { id: optionId } = await add.mutateAsync({ params: { familyId }, body: optionOf() });
		toast({ words: say("help.examples-added", { name }), undo: () => remove.mutate({ params: { familyId, optionId } }) });
	};
	const optionOf = () => ({
		...emptyOption,
		name,
		what: example.what[language],
		knownToWork: example.kind === "own" ? "" : say("help.examples-known", interventionsSource),
	});
	return (
		<li>
			<div>
				<b>{name}</b>
				{facts.length > 0 ? <small className="text-muted">{facts.join(" · ")}</small> : null}
				<span>{example.what[language]}</span>
				{add.error ? <ProblemNotice error={add.error} /> : null}
			</div>
			{there ? (
				<span className="example-there">
					<Check aria-hidden="true" size="1.1em" />
					{say("help.examples-there")}
				</span>
			) : (
				<Button
					size="small"
					look="soft"
					icon={<Plus aria-hidden="true" />}
					aria-label={`${say("help.examples-add")}: ${name}`}
					pending={add.isPending}
					onClick={() => void copy().catch(() => undefined)}
				>
					{say("help.examples-add")}
				</Button>
			)}
		</li>
	);
}

const emptyOption = {
	familyFor: "",
	familyAgainst: "",
	professionalFor: "",
	professionalAgainst: "",
	waiting: "",
	distance: "",
	cost: "",
	preference: "",
	ownOffer: "",
	recommended: false,
};
