import { fullName } from "@samenplan/language/names";
import { HeartHandshake, House, MessageCircleQuestionMark } from "lucide-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { Shields } from "../../audience/parts/shields.tsx";
import { useHomeName } from "../../families/home-name.ts";
import { Text, useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Grid, Page, PageTitle, Section } from "../../ui/layout.tsx";
import { PersonName } from "../../ui/person.tsx";
import { isOneOf, noteOf, type Person } from "../kinship.ts";
import { AskSomebody } from "./ask-somebody.tsx";

/** Who belongs with us: the family's own page of its people and of who helps. */
export function OurPeople() {
	const say = useText();
	const familyId = useFamilyId();
	const { family, viewer } = usePlan();
	const homeName = useHomeName();
	const ours = family.persons.filter(isOneOf("parent", "child"));
	const helpers = family.persons.filter(isOneOf("coordinator", "professional", "scientist"));
	const around = family.persons.filter(isOneOf("network_member"));
	return (
		<Page width="text">
			<PageTitle
				title={say("people.ours.title")}
				intro={say("people.ours.intro")}
				back={{ to: `/families/${familyId}`, label: say("plans.to-home") }}
				mark={<HeartHandshake size="2.6rem" aria-hidden="true" className="text-action" />}
			/>
			<Section title={say("people.ours.family")}>
				<People people={ours} me={viewer.personId} />
			</Section>
			<Section title={say("people.ours.help")} intro={say("people.ours.help-intro")}>
				<People people={helpers} me={viewer.personId} />
				<div>
					<ButtonLink to={`/families/${familyId}/questions`} look="soft" icon={<MessageCircleQuestionMark aria-hidden="true" />}>
						{say("people.ours.ask")}
					</ButtonLink>
				</div>
			</Section>
			<Section title={say("people.ours.network")}>
				{around.length > 0 ? (
					<People people={around} me={viewer.personId} />
				) : (
					<p>
						<Text id="people.ours.no-network" />
					</p>
				)}
				<AskSomebody />
			</Section>
			{family.households.length > 0 ? (
				<Section title={say("people.ours.homes")}>
					<Grid column="15rem">
						{family.households.map((home) => (
							<Card key={home.id} as="article">
								<h3 className="sp-home-name">
									<House aria-hidden="true" />
									{homeName(home)}
								</h3>
								{home.address ? <p>{home.address}</p> : null}
								<ul className="sp-plain-list">
									{home.members.flatMap(({ personId, part }) => {
										const person = family.persons.find((each) => each.id === personId);
										return person
											? [
													<li key={personId}>
														<PersonName
															personId={personId}
															name={person.givenName}
															note={part === "full" ? undefined : say(`people.part.${part}`)}
														/>
													</li>,
												]
											: [];
									})}
								</ul>
							</Card>
						))}
					</Grid>
				</Section>
			) : null}
			<Shields me={viewer.personId} />
		</Page>
	);
}

function People({ people, me }: { people: readonly Person[]; me: string }) {
	const say = useText();
	const { locale } = useIntl();
	const { family } = usePlan();
	return (
		<ul className="sp-our-people">
			{people.map((person) => (
				<li key={person.id}>
					<PersonName
						personId={person.id}
						name={fullName(person)}
						size="3.2rem"
						note={noteWithReach(
							person,
							person.id === me
								? say("people.ours.you")
								: person.relation === "coordinator"
									? say("people.ours.coach")
									: noteOf(say, family, person, locale),
						)}
					/>
				</li>
			))}
		</ul>
	);
}

/** Who somebody is, and how to reach them as far as the reader may know. */
function noteWithReach({ phone, email, reachNote }: Person, note: string | undefined): ReactNode {
	const reach = [phone, email, reachNote].filter(Boolean).join(" · ");
	if (!reach) return note;
	return (
		<>
			{note}
			{note ? <br /> : null}
			<span className="sp-reach">{reach}</span>
		</>
	);
}
