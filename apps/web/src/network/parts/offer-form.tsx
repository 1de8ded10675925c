import { type Ask, addOffer } from "@samenplan/contract/network";
import { fullName } from "@samenplan/language/names";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Who wants to do what is asked: somebody around the family, of the family, or anyone in words. */
export function OfferForm({ ask, onDone }: { ask: Ask; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { networkTies, family } = usePlan();
	const offer = useFamilyWrite(addOffer);
	const form = useSavingForm({
		defaultValues: { who: networkTies[0] ? `tie:${networkTies[0].id}` : "", text: "" },
		draft: { familyId, field: `offer.${ask.id}` },
		save: ({ who, text }) => {
			const [kind, id] = who.split(":");
			return offer.mutateAsync({
				params: { familyId, askId: ask.id },
				body: { tieId: kind === "tie" && id ? id : null, personId: kind === "person" && id ? id : null, text },
			});
		},
		onSaved: () => {
			toast({ words: say("network.saved") });
			onDone();
		},
	});
	const people = family.persons.filter(({ relation }) => relation === "parent" || relation === "child" || relation === "network_member");
	const needed = form.field("text");
	return (
		<Form form={form} submit={say("asks.offer-save")} label={say("asks.offer-title")}>
			<p className="sp-hint">{[ask.text, ask.whenText].filter(Boolean).join(" · ")}</p>
			<Select
				label={say("asks.offer-who")}
				emptyLabel={say("asks.offer-who-none")}
				options={[
					...networkTies.map(({ id, name }) => ({ value: `tie:${id}`, label: name })),
					...people.map((person) => ({ value: `person:${person.id}`, label: fullName(person) })),
				]}
				{...form.field("who")}
			/>
			<TextField
				label={say("asks.offer-words")}
				optional={form.hook.watch("who") !== ""}
				{...needed}
				error={needed.error ? say("asks.offer-needed") : undefined}
			/>
		</Form>
	);
}
