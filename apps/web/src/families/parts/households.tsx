import { addHousehold, removeHousehold } from "@samenplan/contract/families";
import { fullName, nameList } from "@samenplan/language/names";
import { House, Plus } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { isOneOf } from "../../people/kinship.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Grid, Section } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Household, useHomeName } from "../home-name.ts";
import { HouseholdDialog } from "./household-dialog.tsx";

/** The homes of a family beside each other, with who lives there and how much. */
export function Households() {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { family } = usePlan();
	const homeName = useHomeName();
	const add = useFamilyWrite(addHousehold);
	const remove = useFamilyWrite(removeHousehold);
	const [editing, setEditing] = useState<Household | "new">();
	const may = can("people.write");
	const housed = new Set(family.households.flatMap((home) => home.members.map((member) => member.personId)));
	const without = family.persons.filter(isOneOf("parent", "child")).filter((person) => !housed.has(person.id));

	const takeAway = async (home: Household) => {
		setEditing(undefined);
		await remove.mutateAsync({ params: { familyId, householdId: home.id }, body: { version: home.version } });
		const { name, address, members } = home;
		const still = members.filter(({ personId }) => family.persons.some((each) => each.id === personId));
		toast({
			words: say("families.homes.removed"),
			undo: () => void add.mutateAsync({ params: { familyId }, body: { name, address, members: still } }),
		});
	};
	const addButton = (
		<Button look="soft" icon={<Plus aria-hidden="true" />} onClick={() => setEditing("new")}>
			{say("families.homes.add")}
		</Button>
	);
	return (
		<Section
			title={say("families.homes.title")}
			intro={say("families.homes.intro")}
			actions={may && family.households.length > 0 ? addButton : undefined}
		>
			{family.households.length === 0 ? (
				<EmptyState level={3} picture={<House />} title={say("families.homes.empty")} actions={may ? addButton : undefined}>
					{say("families.homes.empty-words")}
				</EmptyState>
			) : (
				<Grid column="19rem">
					{family.households.map((home) => (
						<Card key={home.id} as="article">
							<div className="sp-row" data-gap="sm" data-spread>
								<h3 className="sp-home-name">
									<House aria-hidden="true" />
									{homeName(home)}
								</h3>
								{may ? (
									<Button
										look="quiet"
										size="small"
										onClick={() => setEditing(home)}
										aria-label={say("families.homes.change-named", { home: homeName(home) })}
									>
										{say("families.homes.change")}
									</Button>
								) : null}
							</div>
							{home.address ? <p className="text-muted">{home.address}</p> : null}
							<ul className="sp-plain-list">
								{home.members.flatMap(({ personId, part }) => {
									const person = family.persons.find((each) => each.id === personId);
									if (!person) return [];
									const called = person.role || say(`term.involvementRelations.${person.relation}`);
									const note = part === "full" ? called : `${called}, ${say(`people.part.${part}`)}`;
									return (
										<li key={personId}>
											<PersonName personId={personId} name={fullName(person)} note={note} />
										</li>
									);
								})}
							</ul>
							{home.members.length === 0 ? <p className="text-muted">{say("families.homes.nobody")}</p> : null}
						</Card>
					))}
				</Grid>
			)}
			{may && family.households.length > 0 && without.length > 0 ? (
				<p className="text-muted">
					{say("families.homes.without", {
						names: nameList(
							without.map(({ givenName }) => givenName),
							locale,
						),
					})}
				</p>
			) : null}
			{editing ? (
				<HouseholdDialog
					home={editing === "new" ? undefined : editing}
					onClose={() => setEditing(undefined)}
					onRemove={(home) => void takeAway(home).catch(() => undefined)}
				/>
			) : null}
		</Section>
	);
}
