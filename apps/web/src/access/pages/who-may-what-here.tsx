import { dayInAmsterdam } from "@samenplan/access/age";
import { grantOf } from "@samenplan/access/policy";
import { relationToCome } from "@samenplan/access/readers";
import type { Relation } from "@samenplan/access/relations";
import type { FamilyRight } from "@samenplan/access/rights";
import type { WholePlan } from "@samenplan/contract/plans";
import { Check, X } from "lucide-react";
import { now } from "../../lib/clock.ts";
import { useText } from "../../lib/text.tsx";
import { calledIn } from "../../people/called.ts";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";
import "../parts/who-may.css";

/** What each fact says, and the right that makes it true: the same data as the whole policy. */
const facts = [
	["reads", "plan.read"],
	["steers", "plan.steer"],
	["writes", "view.write"],
	["decides", "position.give"],
	["invites", "network_member.invite"],
	["shares", "share.write"],
	["looks", "who_looked.read"],
	["own", "own_part.read"],
	["answers", "action.report"],
] as const satisfies readonly (readonly [string, FamilyRight])[];

/** Who may do what in this plan, person by person, in plain words. */
export default function WhoMayWhatHerePage() {
	const say = useText();
	const familyId = useFamilyId();
	const { family, viewer } = usePlan();
	return (
		<Page width="text">
			<PageTitle
				title={say("access.title")}
				intro={say("access.intro")}
				back={{ to: `/families/${familyId}`, label: say("plans.to-home") }}
			/>
			<ul className="sp-may-people">
				{family.persons.map((person) => (
					<li key={person.id}>
						<Avatar personId={person.id} name={person.givenName} size="2.75rem" />
						<div>
							<h2>{person.id === viewer.personId ? say("access.you", { name: person.givenName }) : person.givenName}</h2>
							<RoleOf person={person} />
							<OfPerson
								relation={relationToCome(person, family, dayInAmsterdam(now()))}
								relates={person.relation}
								waits={!person.hasAccount}
							/>
						</div>
					</li>
				))}
			</ul>
			<Section title={say("access.others")}>
				<ul className="sp-may-others">
					<li>{say("access.team-lead")}</li>
					<li>{say("access.emergency")}</li>
					<li>{say("access.privacy")}</li>
					<li>{say("access.nobody")}</li>
				</ul>
			</Section>
		</Page>
	);
}

function RoleOf({ person }: { person: WholePlan["family"]["persons"][number] }) {
	const say = useText();
	const role = person.relation === "coordinator" ? say("comments.coach") : calledIn(say, person.role ?? "");
	return role ? <p className="sp-may-role">{role}</p> : null;
}

function OfPerson({ relation, relates, waits }: { relation: Relation | undefined; relates: string; waits: boolean }) {
	const say = useText();
	if (!relation) return <p>{say(relates === "scientist" ? "access.only-review" : "access.child")}</p>;
	const may = facts.filter(([, right]) => grantOf(right, [relation]) !== undefined);
	// What is theirs alone says nothing new to who reads everything.
	const said = may.filter(([fact]) => !(fact === "own" && may.some(([other]) => other === "reads")));
	const readsNot = !may.some(([fact]) => fact === "reads");
	return (
		<>
			<ul className="sp-may-facts" aria-label={say("access.may")}>
				{said.map(([fact]) => (
					<li key={fact}>
						<Check aria-hidden="true" /> {say(`access.fact.${fact}`)}
					</li>
				))}
			</ul>
			{readsNot ? (
				<ul className="sp-may-facts" aria-label={say("access.may-not")} data-not>
					<li>
						<X aria-hidden="true" />
						<span>
							{say("access.may-not")}: {say("access.fact.reads")}
						</span>
					</li>
				</ul>
			) : null}
			{waits ? <p>{say("access.waits")}</p> : null}
			{relation === "professional" ? <p>{say("access.only-consent")}</p> : null}
		</>
	);
}
