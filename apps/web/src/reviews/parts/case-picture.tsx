import { themes } from "@samenplan/contract/steps";
import { fullName, nameList } from "@samenplan/language/names";
import { CircleAlert, Sprout } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { calledIn } from "../../people/called.ts";
import { ageOf, usePeople } from "../../plans/people.ts";
import { usePersonName, usePlan } from "../../plans/queries.ts";
import { Section } from "../../ui/layout.tsx";
import { PersonName } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";

/** Whose plan it is: parents and children with their ages, and who lives where. */
export function FamilyPicture() {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { family } = usePlan();
	const people = usePeople().family;
	return (
		<Section title={say("reviews.case.family")}>
			<ul className="sp-case-people">
				{people.map((person) => {
					const age = person.relation === "child" ? ageOf(person) : undefined;
					const role = calledIn(say, person.role) || say(term("involvementRelations", person.relation));
					return (
						<li key={person.id}>
							<PersonName
								personId={person.id}
								name={fullName(person)}
								size="2.5rem"
								note={age === undefined ? role : say("reviews.case.age", { role, age })}
							/>
						</li>
					);
				})}
			</ul>
			{family.households.length > 1
				? family.households.map(({ id, name, members }) => (
						<p key={id} className="sp-hint">
							{name}:{" "}
							{nameList(
								members.map(({ personId }) => nameOf(personId)),
								locale,
							)}
						</p>
					))
				: null}
		</Section>
	);
}

/** The question and the picture the family and the coordinator concluded together, as they wrote it. */
export function FamilyWords() {
	const say = useText();
	const { steps } = usePlan();
	const conclusion = (kind: string) => steps.find((step) => step.kind === kind)?.conclusion ?? "";
	const [question, picture] = [conclusion("clarify"), conclusion("strengths")];
	return (
		<>
			{question ? (
				<Section title={say("versions.doc.question")}>
					<p className="plan-question">{question}</p>
				</Section>
			) : null}
			{picture ? (
				<Section title={say("versions.doc.picture")}>
					<p className="sp-words">{picture}</p>
				</Section>
			) : null}
		</>
	);
}

/** Per theme what each one sees as going well and what worries them, side by side: differences show. */
export function ThemeTable() {
	const say = useText();
	const { views } = usePlan();
	const { family } = usePeople();
	const told = views.filter(({ subject }) => ["strength", "resource", "concern", "safety"].includes(subject));
	const speakers = [...new Set(told.map(({ personId }) => personId))];
	const order = [...family.map(({ id }) => id), ...speakers].filter((id, place, all) => speakers.includes(id) && all.indexOf(id) === place);
	const nameOf = usePersonName();
	if (told.length === 0) return null;
	const rows = [...themes, null].filter((theme) => told.some((view) => view.theme === theme));
	return (
		<Section title={say("reviews.case.themes")} intro={say("reviews.case.themes-intro")}>
			<div className="sp-case-scroll">
				<table className="sp-case-themes">
					<thead>
						<tr>
							<th scope="col">{say("reviews.case.theme")}</th>
							{order.map((id) => (
								<th key={id} scope="col">
									{nameOf(id)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((theme) => (
							<tr key={theme ?? "none"}>
								<th scope="row">{theme ? say(term("themes", theme)) : say("versions.doc.other-theme")}</th>
								{order.map((id) => {
									const own = told.filter((view) => view.theme === theme && view.personId === id);
									return (
										<td key={id} data-name={nameOf(id)}>
											{own.length > 0 ? <Said views={own} /> : null}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</Section>
	);
}

function Said({ views }: { views: ReturnType<typeof usePlan>["views"] }) {
	const say = useText();
	const good = (subject: string) => subject === "strength" || subject === "resource";
	const sorted = [...views].sort((one, other) => Number(good(other.subject)) - Number(good(one.subject)));
	return (
		<ul>
			{sorted.map(({ id, subject, text, language }) => (
				<li key={id} data-kind={good(subject) ? "strength" : "concern"}>
					{good(subject) ? <Sprout aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
					<span>
						<span className="sp-hidden">{say(good(subject) ? "versions.doc.strengths" : "versions.doc.concerns")}: </span>
						<span lang={language}>{text}</span>
					</span>
				</li>
			))}
		</ul>
	);
}

/** The goals in short: for whom, how far, and what each one is agreed on. */
export function CaseGoals() {
	const say = useText();
	const nameOf = usePersonName();
	const goals = usePlan().goals.filter(({ state }) => state !== "stopped");
	if (goals.length === 0) return null;
	return (
		<Section title={say("versions.doc.goals")}>
			<ul className="sp-case-goals">
				{goals.map(({ id, text, professionalText, state, forKind, forPersonId, levels }) => (
					<li key={id}>
						<b>{text}</b> <StateBadge tone={state === "achieved" ? "achieved" : "neutral"}>{say(term("goalStates", state))}</StateBadge>
						{professionalText ? <p className="sp-hint">{professionalText}</p> : null}
						<p className="sp-hint">
							{forPersonId ? nameOf(forPersonId) : forKind ? say(term("goalFor", forKind)) : ""}
							{levels[2] ? ` · ${say("reviews.case.hoped", { level: levels[2] })}` : ""}
						</p>
					</li>
				))}
			</ul>
		</Section>
	);
}
