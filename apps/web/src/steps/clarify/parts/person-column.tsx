import type { FamilyPerson } from "@samenplan/contract/families";
import type { View } from "@samenplan/contract/steps";
import { nameList } from "@samenplan/language/names";
import { useIntl } from "react-intl";
import { useText } from "../../../lib/text.tsx";
import { ageOf, usePeople } from "../../../plans/people.ts";
import { useCan } from "../../../plans/queries.ts";
import { PersonHead } from "../../parts/person-head.tsx";
import { Say } from "../../parts/say-dialog.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { useViews } from "../../queries.ts";

/** One person in their own colour: what they ask, wish, worry about, and which help they knew, in own words. */
export function PersonColumn({ person }: { person: FamilyPerson }) {
	const say = useText();
	const can = useCan();
	const views = useViews((view) => view.personId === person.id);
	const age = person.relation === "child" ? ageOf(person) : undefined;
	const of = (subject: View["subject"]) => views.filter((view) => view.subject === subject);
	return (
		<article className="step-person" aria-label={person.givenName}>
			<PersonHead
				person={person}
				note={age === undefined ? person.role : say("clarify.work.child", { role: person.role, age })}
				level={3}
			/>
			{!person.hasAccount && can("view.record") ? (
				<p className="step-person-note">{say(person.invitation?.state === "sent" ? "clarify.work.invited" : "clarify.work.no-account")}</p>
			) : null}
			<Said person={person} subject="question" views={of("question")} />
			<SaidByName person={person} subject="wish" views={of("wish")} />
			<SaidByName person={person} subject="worry" views={of("worry")} />
			<Said person={person} subject="earlier_help" views={of("earlier_help")} />
		</article>
	);
}

type SaidProps<Subject extends View["subject"]> = { person: FamilyPerson; subject: Subject; views: View[] };

function Said({ person, subject, views }: SaidProps<"question" | "earlier_help">) {
	const say = useText();
	const name = person.givenName;
	return (
		<section className="step-subject">
			<div className="step-subject-head">
				<h4 className="step-small-title">{say(`clarify.work.subject.${subject}`)}</h4>
				<Say
					personId={person.id}
					subjects={[subject]}
					button={say(views.length > 0 ? "steps.add" : "steps.write-down")}
					buttonMore={`${say(`clarify.work.subject.${subject}`)}, ${name}`}
					question={say(`clarify.work.prompt.${subject}`, { name })}
				/>
			</div>
			{views.map((view) => (
				<ViewQuote key={view.id} view={view} bare />
			))}
		</section>
	);
}

/** Wishes and worries are asked about everyone by name, beginning with the person's own; whom nobody asked about yet stays in sight. */
function SaidByName({ person, subject, views }: SaidProps<"wish" | "worry">) {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const { family } = usePeople();
	const name = person.givenName;
	const said = new Set(views.flatMap(({ aboutPersonId }) => aboutPersonId ?? []));
	const selfFirst = [...family].sort((a, b) => Number(b.id === person.id) - Number(a.id === person.id));
	const still = selfFirst.filter(({ id }) => !said.has(id));
	const title = say(`clarify.work.subject.${subject}`);
	return (
		<section className="step-subject">
			<div className="step-subject-head">
				<h4 className="step-small-title">{title}</h4>
				<Say
					personId={person.id}
					subjects={[subject]}
					said={said}
					askByName={(about) => {
						if (!about) return say(`clarify.work.prompt.${subject}.all`, { name });
						return about.id === person.id
							? say(`clarify.work.prompt.${subject}.self`, { name })
							: say(`clarify.work.prompt.${subject}.other`, { name, about: about.givenName });
					}}
					button={say(views.length > 0 ? "steps.add" : "steps.write-down")}
					buttonMore={`${title}, ${name}`}
					question={say("clarify.work.ask-by-name", { subject: title, name })}
				/>
			</div>
			{views.map((view) => (
				<ViewQuote key={view.id} view={view} bare />
			))}
			{views.length > 0 && still.length > 0 && can("view.record") ? (
				<p className="sp-hint">
					{say("clarify.work.still-ask", {
						names: nameList(
							still.map((one) => (one.id === person.id ? say("clarify.work.and-self") : one.givenName)),
							locale,
						),
					})}
				</p>
			) : null}
		</section>
	);
}
