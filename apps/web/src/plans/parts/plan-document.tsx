import type { PlanContent } from "@samenplan/contract/plans";
import { type Theme, themes } from "@samenplan/contract/steps";
import { fullName } from "@samenplan/language/names";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { calledIn } from "../../people/called.ts";
import { PersonName, Quote } from "../../ui/person.tsx";
import { AgreedDocument, BeganDocument, WishesDocument } from "./clarify-document.tsx";
import { Conclusion, type DocumentProps, Part, Views } from "./document-parts.tsx";
import { GoalsDocument } from "./goals-document.tsx";
import { HelpDocument, NetworkDocument } from "./help-document.tsx";
import { AnalysisDocument, InquiryDocument, WordsDocument } from "./understanding-document.tsx";
import "./plan-document.css";

/**
 * A plan as a text one can read from top to bottom and print: the family's own words first. The file of a version tells the same in
 * the same order (`writePlan` of the API).
 */
export function PlanDocument({ content }: { content: PlanContent }) {
	const say = useText();
	const nameOf = (id: string) => content.family.persons.find((person) => person.id === id)?.givenName ?? "";
	const step = (kind: string) => content.steps.find((each) => each.kind === kind);
	const views = (subject: string) => content.views.filter((view) => view.subject === subject);
	const told = { content, nameOf };
	return (
		<article className="plan-doc">
			<Part title={say("versions.doc.people")}>
				<ul className="plan-doc-people">
					{content.family.persons.map((person) => (
						<li key={person.id}>
							<PersonName
								personId={person.id}
								name={fullName(person)}
								note={calledIn(say, person.role) || say(term("involvementRelations", person.relation))}
							/>
						</li>
					))}
				</ul>
			</Part>
			<BeganDocument {...told} />
			<Part
				title={say("versions.doc.question")}
				show={[step("clarify")?.conclusion, step("clarify")?.professionalConclusion, ...views("question")]}
			>
				<Conclusion {...told} kind="clarify" lead />
				<Views {...told} views={views("question")} />
			</Part>
			<WishesDocument content={content} show={(views) => <Views {...told} views={views} />} />
			<Part title={say("versions.doc.expectations")} show={views("expectation")}>
				<Views {...told} views={views("expectation")} />
			</Part>
			<Part title={say("versions.doc.picture")} show={[step("strengths")?.conclusion, step("strengths")?.professionalConclusion]}>
				<Conclusion {...told} kind="strengths" lead />
			</Part>
			<ThemedViews {...told} />
			<LoadDocument {...told} />
			<AnalysisDocument {...told} />
			<InquiryDocument {...told} />
			<WordsDocument content={content} />
			<GoalsDocument {...told} />
			<NetworkDocument {...told} />
			<HelpDocument {...told} />
			<AgreedDocument {...told} />
		</article>
	);
}

/** Per theme what goes well, then what is hard, each in the words of who said it. */
function ThemedViews({ content, nameOf }: DocumentProps) {
	const say = useText();
	const told = content.views.filter(
		({ subject }) => subject === "strength" || subject === "concern" || subject === "safety" || subject === "resource",
	);
	const inTheme = (theme: Theme | null) => told.filter((view) => view.theme === theme);
	return [...themes, null].map((theme) => {
		const strengths = inTheme(theme).filter(({ subject }) => subject === "strength" || subject === "resource");
		const concerns = inTheme(theme).filter(({ subject }) => subject === "concern" || subject === "safety");
		if (strengths.length + concerns.length === 0) return null;
		return (
			<Part key={theme ?? "none"} title={theme ? say(term("themes", theme)) : say("versions.doc.other-theme")}>
				<div className="plan-doc-two">
					{strengths.length > 0 ? (
						<div>
							<h3>{say("versions.doc.strengths")}</h3>
							<Views content={content} nameOf={nameOf} views={strengths} />
						</div>
					) : null}
					{concerns.length > 0 ? (
						<div>
							<h3>{say("versions.doc.concerns")}</h3>
							<Views content={content} nameOf={nameOf} views={concerns} />
						</div>
					) : null}
				</div>
			</Part>
		);
	});
}

/** What is heavy for each parent and what they can carry, with their words. */
function LoadDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	return (
		<Part title={say("versions.doc.load")} show={content.loadCapacity}>
			{content.loadCapacity.map((each) => (
				<Quote
					key={each.id}
					personId={each.personId}
					name={nameOf(each.personId)}
					note={say("versions.doc.load-of", { load: each.load, capacity: each.capacity })}
				>
					{each.text}
				</Quote>
			))}
		</Part>
	);
}
