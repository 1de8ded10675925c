import { addHousehold, changeHousehold, householdParts } from "@samenplan/contract/families";
import type { ContactAudience } from "@samenplan/contract/shapes";
import { fullName } from "@samenplan/language/names";
import { useRef, useState } from "react";
import { ContactAudienceChoice } from "../../audience/parts/contact-audience.tsx";
import { useText } from "../../lib/text.tsx";
import { type Difference, RecordConflict } from "../../people/parts/record-conflict.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Household } from "../home-name.ts";

type Part = (typeof householdParts)[number];
/** Per person how much they live here; empty: not. Keys carry a letter, because a name that is all digits would be read as a list. */
type Values = { name: string; address: string; addressAudience: ContactAudience; parts: Record<string, Part | ""> };

const keyOf = (personId: string) => `p${personId.replaceAll("-", "")}`;

/** Who lives in one home. Everything may stay open. */
export function HouseholdDialog({
	home,
	onClose,
	onRemove,
}: {
	home: Household | undefined;
	onClose: () => void;
	onRemove: (home: Household) => void;
}) {
	const say = useText();
	const familyId = useFamilyId();
	const { family } = usePlan();
	const add = useFamilyWrite(addHousehold);
	const change = useFamilyWrite(changeHousehold);
	const version = useRef(home?.version ?? 0);
	const [theirs, setTheirs] = useState<Household>();
	const people = family.persons.filter(({ relation }) => relation === "parent" || relation === "child" || relation === "network_member");
	const valuesOf = (from: Household | undefined): Values => ({
		name: from?.name ?? "",
		address: from?.address ?? "",
		addressAudience: from?.addressAudience ?? "staff",
		parts: Object.fromEntries(people.map(({ id }) => [keyOf(id), from?.members.find((member) => member.personId === id)?.part ?? ""])),
	});
	const form = useSavingForm<Values>({
		defaultValues: valuesOf(home),
		draft: { familyId, field: `household.${home?.id ?? "new"}` },
		save: ({ name, address, addressAudience, parts }) => {
			const members = people.flatMap(({ id }) => {
				const part = parts[keyOf(id)];
				return part ? [{ personId: id, part }] : [];
			});
			const body = { name, address, addressAudience, members };
			return home
				? change.mutateAsync({ params: { familyId, householdId: home.id }, body: { ...body, version: version.current } })
				: add.mutateAsync({ params: { familyId }, body });
		},
		onSaved: onClose,
		onConflict: (current) => setTheirs(current as Household),
	});
	const partWords = (part: Part | "" | undefined) => (part ? say(`term.householdParts.${part}`) : say("families.homes.not"));
	const differences = theirs && differencesOf(form.hook.getValues(), valuesOf(theirs));

	function differencesOf(mine: Values, now: Values): Difference[] {
		const all: Difference[] = [
			{ label: say("families.homes.name"), mine: mine.name, theirs: now.name },
			{ label: say("families.homes.address"), mine: mine.address, theirs: now.address },
			{
				label: say("audience.contact.address"),
				mine: say(`audience.contact.${mine.addressAudience}`),
				theirs: say(`audience.contact.${now.addressAudience}`),
			},
			...people.map((person) => ({
				label: fullName(person),
				mine: partWords(mine.parts[keyOf(person.id)]),
				theirs: partWords(now.parts[keyOf(person.id)]),
			})),
		];
		return all.filter((each) => each.mine !== each.theirs);
	}
	return (
		<>
			<Dialog open={!theirs} onClose={onClose} title={say(home ? "families.homes.title" : "families.homes.add")} locked={form.pending}>
				<Form
					form={form}
					submit={say("ui.save")}
					actions={
						home ? (
							<Button look="quiet" onClick={() => onRemove(home)}>
								{say("families.homes.remove")}
							</Button>
						) : undefined
					}
				>
					<TextField
						label={say("families.homes.name")}
						hint={say("families.homes.name-hint")}
						optional
						autoComplete="off"
						{...form.field("name")}
					/>
					<fieldset className="sp-stack" data-gap="sm">
						<legend className="sp-label">{say("families.homes.who")}</legend>
						{people.map((person) => (
							<Select
								key={person.id}
								label={fullName(person)}
								emptyLabel={say("families.homes.not")}
								options={householdParts.map((value) => ({ value, label: say(`term.householdParts.${value}`) }))}
								{...form.field(`parts.${keyOf(person.id)}`)}
							/>
						))}
					</fieldset>
					<TextField
						label={say("families.homes.address")}
						hint={say("families.homes.address-hint")}
						optional
						autoComplete="off"
						{...form.field("address")}
					/>
					<ContactAudienceChoice
						what="address"
						label={say("audience.contact.address")}
						knows={people.map(({ id }) => id).filter((id) => form.hook.watch(`parts.${keyOf(id)}`))}
						{...form.choice("addressAudience")}
					/>
				</Form>
			</Dialog>
			<RecordConflict
				differences={differences}
				pending={form.pending}
				onClose={() => setTheirs(undefined)}
				onMine={() => {
					version.current = theirs?.version ?? version.current;
					setTheirs(undefined);
					form.submit();
				}}
				onTheirs={onClose}
			/>
		</>
	);
}
