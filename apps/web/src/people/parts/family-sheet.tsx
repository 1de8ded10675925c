import { nameFamily } from "@samenplan/contract/families";
import { type PersonRelation, personRelations } from "@samenplan/contract/people";
import { nameList } from "@samenplan/language/names";
import { Circle, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { AuthorityTable } from "../../families/parts/authority-table.tsx";
import { Households } from "../../families/parts/households.tsx";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ageOf, isOneOf } from "../kinship.ts";
import { Ages } from "./ages.tsx";
import { PersonCard, waitsForCard } from "./person-card.tsx";

/** The family sheet of who may write about people: who belongs, who lives where, who has authority, who can join in. */
export default function FamilySheet() {
	const say = useText();
	const familyId = useFamilyId();
	const { family } = usePlan();
	const can = useCan();
	const [naming, setNaming] = useState(false);
	return (
		<Page>
			<PageTitle
				title={say("people.sheet.title", { family: family.name })}
				intro={say("people.sheet.intro")}
				actions={
					<Button look="quiet" onClick={() => setNaming(true)}>
						{say("families.name.change")}
					</Button>
				}
			/>
			<ToDo />
			<Ages />
			{personRelations.map((relation) => (
				<Group key={relation} relation={relation} add={`/families/${familyId}/people/new?relation=${relation}`} />
			))}
			<Households />
			<AuthorityTable />
			{can("request.make") ? (
				<Section title={say("my-data.title-work")} intro={say("my-data.intro-work")}>
					<div>
						<ButtonLink to={`/families/${familyId}/my-data`} look="soft">
							{say("my-data.ask.title-work")}
						</ButtonLink>
					</div>
				</Section>
			) : null}
			{naming ? <NameDialog onClose={() => setNaming(false)} /> : null}
		</Page>
	);
}

function Group({ relation, add }: { relation: PersonRelation; add: string }) {
	const say = useText();
	const { family } = usePlan();
	const people = family.persons.filter(isOneOf(relation));
	return (
		<Section
			title={say(`people.group.${relation}`)}
			actions={
				<ButtonLink to={add} look="soft" size="small" icon={<Plus aria-hidden="true" />}>
					{say(`people.add.${relation}`)}
				</ButtonLink>
			}
		>
			{people.length === 0 ? (
				<p className="text-muted">{say("people.group.empty")}</p>
			) : (
				<ul className="sp-person-cards">
					{people.map((person) => (
						<PersonCard key={person.id} person={person} />
					))}
				</ul>
			)}
		</Section>
	);
}

/** What can still be done, as suggestions: nothing here stops anyone from going on. */
function ToDo() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { family, views } = usePlan();
	const can = useCan();
	const here = `/families/${familyId}/people`;
	const parents = family.persons.filter(isOneOf("parent"));
	const children = family.persons.filter(isOneOf("child"));
	const names = (people: readonly { givenName: string }[]) =>
		nameList(
			people.map(({ givenName }) => givenName),
			locale,
		);
	const withoutBirthday = children.filter((child) => child.bornOn === null);
	const withoutAuthority = children.filter(
		(child) =>
			(ageOf(child) ?? 0) < 18 &&
			parents.some(
				(parent) =>
					(family.authorities.find((fact) => fact.parentId === parent.id && fact.childId === child.id)?.holds ?? "unknown") === "unknown",
			),
	);
	const waiting = family.persons.filter(waitsForCard);
	const list = [
		parents.length === 0 && { to: `${here}/new?relation=parent`, words: say("people.sheet.todo.parents") },
		children.length === 0 && { to: `${here}/new?relation=child`, words: say("people.sheet.todo.children") },
		withoutBirthday[0] && {
			to: `${here}/${withoutBirthday[0].id}`,
			words: say("people.sheet.todo.born", { names: names(withoutBirthday) }),
		},
		parents.length > 0 &&
			withoutAuthority.length > 0 && { to: "#authority", words: say("people.sheet.todo.authority", { names: names(withoutAuthority) }) },
		waiting[0] && {
			to: `#person-${waiting[0].id}`,
			words: say("people.sheet.todo.invite", { names: names(waiting), count: waiting.length }),
		},
	].filter((each) => each !== false && each !== undefined);
	const complete = list.length === 0;
	// Who belongs is known and everyone is asked: from here one goes on with the plan, once it is not begun yet.
	if (complete && (views.length > 0 || !can("plan.steer"))) return null;
	if (complete) list.push({ to: `/families/${familyId}/steps/clarify`, words: say("people.sheet.todo.clarify") });
	return (
		<section className="sp-todo" aria-label={say("people.sheet.todo")}>
			<h2>{say("people.sheet.todo")}</h2>
			<ul>
				{list.map(({ to, words }) => (
					<li key={words}>
						<Circle aria-hidden="true" />
						{to.startsWith("#") ? <a href={to}>{words}</a> : <Link to={to}>{words}</Link>}
					</li>
				))}
			</ul>
		</section>
	);
}

function NameDialog({ onClose }: { onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { family } = usePlan();
	const write = useFamilyWrite(nameFamily);
	const version = useRef(family.version);
	const [theirs, setTheirs] = useState<{ name: string; version: number }>();
	const form = useSavingForm({
		defaultValues: { name: family.name },
		save: ({ name }) => write.mutateAsync({ params: { familyId }, body: { name, version: version.current } }),
		onSaved: onClose,
		onConflict: (current) => setTheirs(current as { name: string; version: number }),
	});
	return (
		<>
			<Dialog open={!theirs} onClose={onClose} title={say("families.name.title")} locked={form.pending}>
				<Form form={form} submit={say("ui.save")}>
					<TextField label={say("families.new.name")} hint={say("families.new.name-hint")} autoComplete="off" {...form.field("name")} />
				</Form>
			</Dialog>
			<ConflictDialog
				open={theirs !== undefined}
				about={say("families.name.title")}
				mine={form.hook.getValues("name")}
				theirs={theirs?.name ?? ""}
				pending={form.pending}
				onClose={onClose}
				onChoose={(name) => {
					version.current = theirs?.version ?? version.current;
					form.hook.setValue("name", name);
					setTheirs(undefined);
					form.submit();
				}}
			/>
		</>
	);
}
