import { removeKinship, setKinship } from "@samenplan/contract/families";
import { fullName } from "@samenplan/language/names";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Section } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { toast } from "../../ui/toast.tsx";
import { factOf, type KinChoice, kinBetween, kinChoices, type Person } from "../kinship.ts";

/** What this person is to each of the others; every choice is kept at once and can be taken back. */
export function KinshipChoices({ person }: { person: Person }) {
	const say = useText();
	const familyId = useFamilyId();
	const { family } = usePlan();
	const set = useFamilyWrite(setKinship);
	const remove = useFamilyWrite(removeKinship);
	const [error, setError] = useState<unknown>();
	const others = family.persons.filter(
		(other) =>
			other.id !== person.id && other.relation !== "coordinator" && other.relation !== "scientist" && other.relation !== "professional",
	);
	if (person.relation === "professional" || others.length === 0) return null;

	const keep = async (otherId: string, choice: KinChoice | "", was: string | null): Promise<string | null> => {
		if (choice !== "") return (await set.mutateAsync({ params: { familyId }, body: { ...factOf(choice, person.id, otherId), was } })).id;
		if (was !== null) await remove.mutateAsync({ params: { familyId, kinshipId: was } });
		return null;
	};
	const choose = async (otherId: string, choice: KinChoice | "") => {
		setError(undefined);
		const before = kinBetween(family.kinships, person.id, otherId);
		try {
			const now = await keep(otherId, choice, before?.fact.id ?? null);
			toast({ words: say("people.form.kin-saved"), undo: () => void keep(otherId, before?.choice ?? "", now).catch(setError) });
		} catch (caught) {
			setError(caught);
		}
	};
	return (
		<Section title={say("people.form.kin")} intro={say("people.form.kin-intro", { name: person.givenName })}>
			{error ? <ProblemNotice error={error} /> : null}
			<div className="sp-field-pair">
				{others.map((other) => (
					<Select
						key={other.id}
						label={say("people.form.kin-of", { name: fullName(other) })}
						emptyLabel={say("people.kin.choice.none")}
						options={kinChoices.map((value) => ({ value, label: say(`people.kin.choice.${value}`) }))}
						value={kinBetween(family.kinships, person.id, other.id)?.choice ?? ""}
						disabled={set.isPending || remove.isPending}
						onChange={(event) => void choose(other.id, event.target.value as KinChoice | "")}
					/>
				))}
			</div>
		</Section>
	);
}
