import { addPerson, changePerson, type PersonFields, personRelations } from "@samenplan/contract/people";
import { type ContactAudience, languages } from "@samenplan/contract/shapes";
import { GraduationCap, HeartHandshake, Smile, UsersRound } from "lucide-react";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { ContactAudienceChoice } from "../../audience/parts/contact-audience.tsx";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Person } from "../kinship.ts";
import { type Difference, RecordConflict } from "./record-conflict.tsx";

type Values = Omit<PersonFields, "bornOn" | "email" | "phone" | "reachAudience"> & {
	bornOn: string;
	email: string;
	phone: string;
	reachAudience: ContactAudience;
};
const readingChoices = ["interpreter", "easyText", "pictures", "readAloud", "largeLetters"] as const;
const pictures = { parent: <UsersRound />, child: <Smile />, network_member: <HeartHandshake />, professional: <GraduationCap /> };

const valuesOf = (person: Partial<Person> | undefined, relation: PersonFields["relation"]): Values => ({
	relation,
	givenName: person?.givenName ?? "",
	familyName: person?.familyName ?? "",
	bornOn: person?.bornOn ?? "",
	role: person?.role ?? "",
	language: person?.language ?? "nl",
	interpreter: person?.interpreter ?? false,
	easyText: person?.easyText ?? false,
	pictures: person?.pictures ?? false,
	readAloud: person?.readAloud ?? false,
	largeLetters: person?.largeLetters ?? false,
	email: person?.email ?? "",
	phone: person?.phone ?? "",
	reachNote: person?.reachNote ?? "",
	reachAudience: person?.reachAudience ?? "staff",
});
const bodyOf = ({ bornOn, email, phone, ...rest }: Values): PersonFields => ({
	...rest,
	bornOn: bornOn || null,
	email: email.trim() || null,
	phone: phone.trim() || null,
});

/** What is kept of one person. Only a given name is needed; each other field says what it is for. */
export function PersonForm({ person, relation }: { person?: Person | undefined; relation: PersonFields["relation"] }) {
	const say = useText();
	const go = useNavigate();
	const familyId = useFamilyId();
	const add = useFamilyWrite(addPerson);
	const change = useFamilyWrite(changePerson);
	const version = useRef(person?.version ?? 0);
	const [theirs, setTheirs] = useState<Values & { version: number }>();
	const form = useSavingForm<Values>({
		defaultValues: valuesOf(person, relation),
		draft: { familyId, field: person ? `person.${person.id}` : `person.new.${relation}` },
		save: (values) =>
			person
				? change.mutateAsync({ params: { familyId, personId: person.id }, body: { ...bodyOf(values), version: version.current } })
				: add.mutateAsync({ params: { familyId }, body: bodyOf(values) }),
		onSaved: ({ givenName }) => {
			toast({ words: say("people.form.saved", { name: givenName }) });
			void go(`/families/${familyId}/people`);
		},
		onConflict: (current) => {
			const other = current as Partial<Person> & { version: number };
			setTheirs({ ...valuesOf(other, (other.relation as PersonFields["relation"]) ?? relation), version: other.version });
		},
	});
	const chosen = form.hook.watch("relation");
	const labels: [keyof Values, string][] = [
		["relation", say("people.form.relation")],
		["givenName", say("people.form.given-name")],
		["familyName", say("people.form.family-name")],
		["role", say("people.form.role")],
		["bornOn", say("people.form.born-on")],
		["language", say("people.form.language")],
		...readingChoices.map((one): [keyof Values, string] => [one, say(`people.form.${one}`)]),
		["email", say("people.form.email")],
		["phone", say("people.form.phone")],
		["reachNote", say("people.form.reach-note")],
		["reachAudience", say("audience.contact.reach")],
	];
	const shown = (name: keyof Values, value: Values[keyof Values]): string => {
		if (typeof value === "boolean") return say(value ? "people.conflict.yes" : "people.conflict.no");
		if (name === "relation") return say(`people.form.relation.${value as PersonFields["relation"]}`);
		if (name === "language") return say(`people.language.${value as PersonFields["language"]}`);
		if (name === "reachAudience") return say(`audience.contact.${value as ContactAudience}`);
		return value;
	};
	const differences =
		theirs &&
		labels.flatMap(([name, label]): Difference[] => {
			const mine = form.hook.getValues(name);
			return mine === theirs[name] ? [] : [{ label, mine: shown(name, mine), theirs: shown(name, theirs[name]) }];
		});
	return (
		<>
			<Form
				form={form}
				submit={say(person ? "ui.save" : "people.form.add")}
				actions={
					<ButtonLink look="quiet" to={`/families/${familyId}/people`}>
						{say("ui.cancel")}
					</ButtonLink>
				}
			>
				<Section title={say("people.form.who")}>
					<RadioCards
						label={say("people.form.relation")}
						column="15rem"
						cards={personRelations.map((value) => ({
							value,
							label: say(`people.form.relation.${value}`),
							hint: say(`people.form.relation.${value}-hint`),
							picture: pictures[value],
						}))}
						{...form.choice("relation")}
					/>
					<div className="sp-field-pair">
						<TextField
							label={say("people.form.given-name")}
							hint={say("people.form.given-name-hint")}
							autoComplete="off"
							{...form.field("givenName")}
						/>
						<TextField label={say("people.form.family-name")} optional autoComplete="off" {...form.field("familyName")} />
					</div>
					<TextField
						label={say("people.form.role")}
						hint={say("people.form.role-hint")}
						optional
						autoComplete="off"
						{...form.field("role")}
					/>
					<DateField
						label={say("people.form.born-on")}
						hint={say(chosen === "child" ? "people.form.born-on-hint.child" : "people.form.born-on-hint.other")}
						optional
						defaultValue={form.hook.getValues("bornOn")}
						{...form.field("bornOn")}
					/>
				</Section>
				<Section title={say("people.form.reading")} intro={say("people.form.reading-intro")}>
					<Select
						label={say("people.form.language")}
						options={languages.map((value) => ({ value, label: say(`people.language.${value}`) }))}
						{...form.field("language")}
					/>
					<div className="sp-stack" data-gap="2xs">
						{readingChoices.map((one) => (
							<Checkbox key={one} label={say(`people.form.${one}`)} {...form.field(one)} />
						))}
					</div>
				</Section>
				<Section title={say("people.form.reach")} intro={say("people.form.reach-intro")}>
					<TextField
						label={say("people.form.email")}
						hint={say(person?.hasAccount ? "people.form.email-account" : "people.form.email-hint")}
						type="email"
						optional
						autoComplete="off"
						{...form.field("email")}
					/>
					<TextField label={say("people.form.phone")} type="tel" optional autoComplete="off" {...form.field("phone")} />
					<TextField
						label={say("people.form.reach-note")}
						hint={say("people.form.reach-note-hint")}
						optional
						autoComplete="off"
						{...form.field("reachNote")}
					/>
					<ContactAudienceChoice
						what="reach"
						label={say("audience.contact.reach")}
						knows={person ? [person.id] : []}
						{...form.choice("reachAudience")}
					/>
				</Section>
			</Form>
			<RecordConflict
				differences={differences}
				pending={form.pending}
				onClose={() => setTheirs(undefined)}
				onMine={() => {
					version.current = theirs?.version ?? version.current;
					setTheirs(undefined);
					form.submit();
				}}
				onTheirs={() => {
					if (!theirs) return;
					const { version: newest, ...values } = theirs;
					version.current = newest;
					form.hook.reset(values);
					setTheirs(undefined);
				}}
			/>
		</>
	);
}
