import {
	type ContactKind,
	type ContactMoment,
	changeContact,
	contactKinds,
	recordContact,
	removeContact,
} from "@samenplan/contract/contacts";
import { fullName } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";
import "../../steps/steps.css";

type Values = { kind: ContactKind; heldOn: string; withWhom: string[]; text: string };

/** A contact filled in as it most likely was, so that keeping it is one tap: today, with whom it was the last time. */
export function useLikelyContact(): (kind: ContactKind) => Values {
	const { contactMoments, family } = usePlan();
	const here = new Set(family.persons.map(({ id }) => id));
	const last = contactMoments[0]?.withWhom.filter((id) => here.has(id)) ?? [];
	const parents = family.persons.filter(({ relation }) => relation === "parent").map(({ id }) => id);
	return (kind) => ({ kind, heldOn: today(), withWhom: last.length > 0 ? last : parents, text: "" });
}

type Props = { contact?: ContactMoment; likely: Values; onClose: () => void };

/** Records a contact, or mends one. */
export function ContactDialog({ contact, likely, onClose }: Props) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const remove = useFamilyWrite(removeContact);
	const [from, setFrom] = useState(contact);
	const [other, setOther] = useState<ContactMoment>();
	const again = () => void queries.invalidateQueries({ queryKey: ["families", familyId] });
	const form = useSavingForm<Values>({
		defaultValues: likely,
		...(contact && { draft: { familyId, field: `contact.${contact.id}` } }),
		save: async (body) => {
			if (from) return call(changeContact, { params: { familyId, contactMomentId: from.id }, body: { ...body, version: from.version } });
			const { id } = await call(recordContact, { params: { familyId }, body });
			toast({
				words: say("contacts.work.recorded"),
				undo: () => void call(removeContact, { params: { familyId, contactMomentId: id } }).finally(again),
			});
		},
		onSaved: () => {
			again();
			if (contact) toast({ words: say("ui.saved") });
			onClose();
		},
		onConflict: (current) => {
			setFrom(current as ContactMoment);
			setOther(current as ContactMoment);
		},
	});
	return (
		<Dialog open onClose={onClose} title={say(contact ? "contacts.work.changing" : "contacts.work.record")}>
			<Form
				form={form}
				submit={say("ui.save")}
				actions={
					contact ? (
						<Button
							look="quiet"
							pending={remove.isPending}
							onClick={() =>
								void remove.mutateAsync({ params: { familyId, contactMomentId: contact.id } }).then(
									() => {
										const { kind, heldOn, withWhom, text } = contact;
										toast({
											words: say("contacts.work.removed"),
											undo: () => void call(recordContact, { params: { familyId }, body: { kind, heldOn, withWhom, text } }).finally(again),
										});
										onClose();
									},
									() => undefined,
								)
							}
						>
							{say("contacts.work.remove")}
						</Button>
					) : undefined
				}
			>
				<WrittenMeanwhile
					theirs={
						other && [
							{ label: say("contacts.work.kind"), words: say(term("contactKinds", other.kind)) },
							{ label: say("contacts.work.words"), words: other.text },
						]
					}
				/>
				<Select
					label={say("contacts.work.kind")}
					options={contactKinds.map((kind) => ({ value: kind, label: say(term("contactKinds", kind)) }))}
					{...form.field("kind")}
				/>
				<DateField label={say("contacts.work.when")} max={today()} {...form.field("heldOn")} />
				<WithWhom {...form.choice("withWhom")} />
				<TextArea label={say("contacts.work.words")} hint={say("contacts.work.words-hint")} optional rows={2} {...form.field("text")} />
				{remove.error ? <ProblemNotice error={remove.error} /> : null}
			</Form>
		</Dialog>
	);
}

type WithWhomProps = { value: string[]; onValue: (value: string[]) => void; error: React.ReactNode };

function WithWhom({ value, onValue, error }: WithWhomProps) {
	const say = useText();
	const { family, viewer } = usePlan();
	// Whoever records it was there anyway; who left the family since, stays with what was recorded before.
	const people = family.persons.filter(({ id }) => id !== viewer.personId);
	const turn = (id: string) => onValue(value.includes(id) ? value.filter((each) => each !== id) : [...value, id]);
	return (
		<fieldset className="sp-field">
			<legend className="sp-label">{say("contacts.work.with")}</legend>
			<div className="step-about">
				{people.map((person) => (
					<label key={person.id} className="step-about-one">
						<input type="checkbox" checked={value.includes(person.id)} onChange={() => turn(person.id)} />
						<Avatar personId={person.id} name={fullName(person)} size="2.4rem" />
						<span>{person.givenName}</span>
					</label>
				))}
			</div>
			{error ? <p className="sp-error">{say("contacts.work.nobody")}</p> : null}
		</fieldset>
	);
}
