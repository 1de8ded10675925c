import type { FamilyPerson } from "@samenplan/contract/families";
import type { View } from "@samenplan/contract/steps";
import { type Say as SayWords, useText } from "../../../lib/text.tsx";
import { ageOf } from "../../../plans/people.ts";
import { PersonHead } from "../../parts/person-head.tsx";
import { Say } from "../../parts/say-dialog.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { useViews } from "../../queries.ts";

const subjects = ["question", "wish", "worry", "expectation"] as const;

/** One person in their own colour: what they ask, wish, worry about and expect, in own words. */
export function PersonColumn({ person, coordinator = false }: { person: FamilyPerson; coordinator?: boolean }) {
	const say = useText();
	const views = useViews((view) => view.personId === person.id);
	const age = person.relation === "child" ? ageOf(person) : undefined;
	const note = person.role || (coordinator ? say("clarify.work.coach") : "");
	return (
		<article className="step-person" aria-label={person.givenName}>
			<PersonHead person={person} note={age === undefined ? note : say("clarify.work.child", { role: note, age })} level={3} />
			{(coordinator ? (["expectation"] as const) : subjects).map((subject) => (
				<SubjectOf
					key={subject}
					person={person}
					subject={subject}
					coordinator={coordinator}
					views={views.filter((view) => view.subject === subject)}
				/>
			))}
		</article>
	);
}

type SubjectProps = { person: FamilyPerson; subject: (typeof subjects)[number]; coordinator: boolean; views: View[] };

function SubjectOf({ person, subject, coordinator, views }: SubjectProps) {
	const say = useText();
	const name = person.givenName;
	const question = coordinator ? say("clarify.prompt.expectation.coach") : promptOf(say, subject, name);
	return (
		<section className="step-subject">
			<div className="step-subject-head">
				<h4 className="step-small-title">{coordinator ? say("clarify.work.subject.i-expect") : say(`clarify.work.subject.${subject}`)}</h4>
				<Say
					personId={person.id}
					subjects={[subject]}
					askAbout={subject === "wish" || subject === "worry" || coordinator}
					button={say(views.length > 0 ? "steps.add" : "steps.write-down")}
					buttonMore={`${say(`clarify.work.subject.${subject}`)}, ${name}`}
					question={question}
				/>
			</div>
			{views.map((view) => (
				<ViewQuote key={view.id} view={view} bare />
			))}
		</section>
	);
}

/** The prompt as a plain question to this person. */
function promptOf(say: SayWords, subject: (typeof subjects)[number], name: string): string {
	return say(`clarify.work.prompt.${subject}`, { name });
}
