import { conditionsOf, personStates, type Subject, subjectOf, subjects } from "@samenplan/access/conditions";
import { dutyPolicy, familyPolicy } from "@samenplan/access/policy";
import { relations } from "@samenplan/access/relations";
import { type DutyRight, dutyRights, type FamilyRight, familyRights } from "@samenplan/access/rights";
import { Printer } from "lucide-react";
import { Navigate } from "react-router";
import { useMe } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import "../parts/who-may.css";

/** The policy itself, as it works: every right, who has it, and what must hold besides. The family has a page in plain words. */
export default function WhoMayWhatPage() {
	const say = useText();
	const me = useMe();
	const family = me.families[0];
	if (me.side === "family") return <Navigate to={family ? `/families/${family.id}/who-may-what` : "/"} replace />;
	return (
		<Page width="wide">
			<PageTitle
				title={say("access.work.title")}
				intro={say("access.work.intro")}
				actions={
					<Button look="soft" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
						{say("access.work.print")}
					</Button>
				}
			/>
			{subjects
				.filter((subject) => subject !== "organisation")
				.map((subject) => (
					<RightsOf key={subject} subject={subject} />
				))}
			<Section title={say("access.work.duties")}>
				<dl className="sp-may-list">
					{dutyRights.map((right) => (
						<OfDuty key={right} right={right} />
					))}
				</dl>
			</Section>
			<Section title={say("access.work.states")} intro={say("access.work.states-intro")}>
				<dl className="sp-may-list">
					{(Object.keys(personStates) as (keyof typeof personStates)[]).map((state) => (
						<div key={state}>
							<dt>{say(`access.work.state.${state}`)}</dt>
							<dd>{say(`access.work.state.${state}.does`)}</dd>
						</div>
					))}
				</dl>
			</Section>
		</Page>
	);
}

function RightsOf({ subject }: { subject: Subject }) {
	const say = useText();
	const rights = familyRights.filter((right) => subjectOf(right) === subject);
	const asked = relations.filter((relation) => rights.some((right) => familyPolicy[right][relation] !== undefined));
	if (rights.length === 0) return null;
	return (
		<Section title={say(`access.work.subject.${subject}`)}>
			<table className="sp-may">
				<thead>
					<tr>
						<th scope="col">{say("access.work.what")}</th>
						{asked.map((relation) => (
							<th key={relation} scope="col">
								{say(`access.work.relation.${relation}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rights.map((right) => (
						<tr key={right}>
							<th scope="row">{say(`access.work.right.${right}`)}</th>
							{asked.map((relation) => (
								<Cell key={relation} right={right} relation={relation} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</Section>
	);
}

function Cell({ right, relation }: { right: FamilyRight; relation: (typeof relations)[number] }) {
	const say = useText();
	const grant = familyPolicy[right][relation];
	const conditions = grant ? conditionsOf(right, relation, grant) : [];
	return (
		<td data-may={grant ?? "no"}>
			<span className="sp-may-who" aria-hidden="true">
				{say(`access.work.relation.${relation}`)}
			</span>
			<span>
				{say(grant ? "access.work.yes" : "access.work.no")}
				{conditions.length > 0 ? <small>{conditions.map((condition) => say(`access.work.if.${condition}`)).join(", ")}</small> : null}
			</span>
		</td>
	);
}

function OfDuty({ right }: { right: DutyRight }) {
	const say = useText();
	const who = dutyPolicy[right].map((duty) => say(`access.work.duty.${duty}`)).join(", ");
	const conditions = conditionsOf(right).map((condition) => say(`access.work.if.${condition}`));
	return (
		<div>
			<dt>{say(`access.work.right.${right}`)}</dt>
			<dd>
				{who}
				{conditions.length > 0 ? <small>{conditions.join(", ")}</small> : null}
			</dd>
		</div>
	);
}
