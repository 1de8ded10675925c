import type { FamilyPerson } from "@samenplan/contract/families";
import type { View } from "@samenplan/contract/steps";
import { useText } from "../../../lib/text.tsx";
import { ageOf, usePeople } from "../../../plans/people.ts";
import { usePlan } from "../../../plans/queries.ts";
import { Section } from "../../../ui/layout.tsx";
import { PersonHead } from "../../parts/person-head.tsx";
import { Say } from "../../parts/say-dialog.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { useMayRecord, useViews } from "../../queries.ts";
import { canTalk } from "../can-talk.ts";

const kinds = [
	{ kind: "strength", subjects: ["strength", "resource"], write: "strength" },
	{ kind: "concern", subjects: ["concern", "worry", "safety"], write: "concern" },
	{ kind: "wish", subjects: ["wish"], write: "wish" },
] as const satisfies readonly { kind: string; subjects: readonly View["subject"][]; write: View["subject"] }[];

/** What the children say, before everything else: what goes well, what is hard, what I would like. In their own words or written down for them. */
export function ChildrenSay({ writable: open }: { writable: boolean }) {
	const say = useText();
	const mayRecord = useMayRecord();
	const writable = (child: FamilyPerson) => open && mayRecord(child.id);
	const { viewer } = usePlan();
	const subjects: readonly View["subject"][] = kinds.flatMap((each) => each.subjects);
	const said = useViews((view) => subjects.includes(view.subject));
	const children = usePeople().children.filter(
		(child) => child.id !== viewer.personId && (said.some(({ personId }) => personId === child.id) || (writable(child) && canTalk(child))),
	);
	if (children.length === 0) return null;
	return (
		<section aria-label={say("strengths.children")} id="children">
			<Section title={say("strengths.children")} intro={say("strengths.children-intro")}>
				<div className="step-children">
					{children.map((child) => (
						<OneChild key={child.id} child={child} said={said.filter(({ personId }) => personId === child.id)} writable={writable(child)} />
					))}
				</div>
			</Section>
		</section>
	);
}

function OneChild({ child, said, writable }: { child: FamilyPerson; said: readonly View[]; writable: boolean }) {
	const say = useText();
	const age = ageOf(child);
	return (
		<article className="step-person step-child" aria-label={say("strengths.child", { name: child.givenName })}>
			<PersonHead person={child} note={age === undefined ? child.role : say("strengths.age", { age })} level={3} />
			{said.length === 0 ? (
				<div className="step-subject">
					<p className="sp-hint">{say("strengths.child-nothing", { name: child.givenName })}</p>
				</div>
			) : null}
			<div className="step-child-says">
				{kinds.map(({ kind, subjects, write }) => {
					const here = said.filter(({ subject }) => (subjects as readonly string[]).includes(subject));
					if (here.length === 0 && !writable) return null;
					return (
						<section key={kind} className="step-subject">
							<div className="step-subject-head">
								<h4 className="step-small-title">{say(`strengths.child.${kind}`)}</h4>
								{writable ? (
									<Say
										personId={child.id}
										subjects={[write]}
										about={child.id}
										button={say("steps.write-down")}
										buttonMore={say(`strengths.child.${kind}`)}
										question={say("strengths.child-ask", { name: child.givenName })}
										hint={say(`strengths.child.${kind}`)}
									/>
								) : null}
							</div>
							{here.map((view) => (
								<ViewQuote key={view.id} view={view} bare />
							))}
						</section>
					);
				})}
			</div>
		</article>
	);
}
