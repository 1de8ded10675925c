import { personRelations } from "@samenplan/contract/people";
import { fullName } from "@samenplan/language/names";
import { useParams, useSearchParams } from "react-router";
import { SeeAs } from "../../audience/parts/see-as.tsx";
import { Shields } from "../../audience/parts/shields.tsx";
import { Text, useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { PersonRecovery } from "../../recoveries/parts/person-recovery.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import "../people.css";
import { InvolvedDays } from "../parts/involved.tsx";
import { KinshipChoices } from "../parts/kinship-choices.tsx";
import { PersonForm } from "../parts/person-form.tsx";

/** One person of the family: new (`/people/new?relation=child`) or known. For who may write about people. */
export default function PersonPage() {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { family, viewer } = usePlan();
	const { personId } = useParams();
	const [search] = useSearchParams();
	const back = { to: `/families/${familyId}/people`, label: say("people.back") };
	const person = family.persons.find((each) => each.id === personId);
	const relation = personRelations.find((each) => each === (person?.relation ?? search.get("relation") ?? "parent"));

	if (!can("people.write") || !relation || (personId !== undefined && !person))
		return (
			<Page width="text">
				<PageTitle title={say("people.add")} back={back} />
				<Notice>
					<p>
						<Text id="people.gone" />
					</p>
				</Notice>
			</Page>
		);
	return (
		<Page width="text">
			<PageTitle
				title={person ? fullName(person) : say(`people.form.new.${relation}`)}
				intro={say("people.form.intro")}
				back={back}
				mark={person ? <Avatar personId={person.id} name={fullName(person)} size="3.2rem" /> : undefined}
			/>
			<PersonForm key={personId ?? relation} person={person} relation={relation} />
			{person ? <PersonRecovery person={person} /> : null}
			{person ? <InvolvedDays person={person} /> : null}
			{person ? <KinshipChoices person={person} /> : null}
			{person ? <Shields personId={person.id} me={viewer.personId} /> : null}
			{person && can("plan.read_as") ? <SeeAs person={person} /> : null}
		</Page>
	);
}
