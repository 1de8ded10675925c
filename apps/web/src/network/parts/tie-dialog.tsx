import { addTie, editTie, type NetworkTie, removeTie, tieKinds } from "@samenplan/contract/network";
import { fullName } from "@samenplan/language/names";
import { useState } from "react";
import { AudienceChip } from "../../audience/parts/audience-chip.tsx";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { ChangeReaders } from "../../audience/parts/change-readers.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { conflictOf } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";
import { RingPicture } from "./ring-picture.tsx";

type Values = {
	name: string;
	kind: NetworkTie["kind"];
	closeness: string;
	givesSupport: boolean;
	costsEnergy: boolean;
	text: string;
	version: number;
	choice: Choice;
};
type Props = { tie?: NetworkTie; open: boolean; onClose: () => void };

/** Who somebody around the family is, how close, and how the contact feels. */
export function TieDialog({ tie, open, onClose }: Props) {
	const say = useText();
	return (
		<Dialog open={open} onClose={onClose} title={tie?.name ?? say("network.new-title")} width="wide">
			<TieForm tie={tie} onDone={onClose} />
		</Dialog>
	);
}

function TieForm({ tie, onDone }: { tie?: NetworkTie; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { viewer, family } = usePlan();
	const add = useFamilyWrite(addTie);
	const edit = useFamilyWrite(editTie);
	const remove = useFamilyWrite(removeTie);
	const [other, setOther] = useState<NetworkTie>();
	const send = ({ version, choice, ...values }: Values) => {
		const body = { ...values, closeness: Number(values.closeness) };
		return tie
			? edit.mutateAsync({ params: { familyId, tieId: tie.id }, body: { ...body, version } })
			: add.mutateAsync({ params: { familyId }, body: { ...body, ...choice } });
	};
	const done = () => {
		toast({ words: say("network.saved") });
		onDone();
	};
	const form = useSavingForm<Values>({
		defaultValues: {
			name: tie?.name ?? "",
			kind: tie?.kind ?? "family",
			closeness: String(tie?.closeness ?? 2),
			givesSupport: tie?.givesSupport ?? false,
			costsEnergy: tie?.costsEnergy ?? false,
			text: tie?.text ?? "",
			version: tie?.version ?? 1,
			choice: everyoneOfThePlan,
		},
		draft: { familyId, field: `tie.${tie?.id ?? "new"}` },
		save: (values) => send(values),
		onSaved: done,
		onConflict: (current) => {
			setOther(current as NetworkTie);
			form.hook.setValue("version", (current as NetworkTie).version);
		},
	});
	return (
		<Form
			form={form}
			submit={say("network.save")}
			label={say("network.new-title")}
			actions={
				tie ? (
					<Button
						look="quiet"
						pending={remove.isPending}
						onClick={() =>
							remove.mutate(
								{ params: { familyId, tieId: tie.id } },
								{
									onSuccess: () => {
										toast({ words: say("network.removed") });
										onDone();
									},
								},
							)
						}
					>
						{say("network.remove")}
					</Button>
				) : null
			}
		>
			<WrittenMeanwhile
				theirs={
					other && [
						{ label: say("network.name"), words: other.name },
						{ label: say("network.closeness"), words: say(`network.close.${other.closeness as 1 | 2 | 3}`) },
						{ label: say("network.words"), words: other.text },
					]
				}
			/>
			<TextField label={say("network.name")} list="people-around" autoComplete="off" {...form.field("name")} />
			<datalist id="people-around">
				{family.persons
					.filter(({ relation }) => relation === "network_member" || relation === "professional")
					.map((person) => (
						<option key={person.id} value={fullName(person)} />
					))}
			</datalist>
			<Select
				label={say("network.kind")}
				options={tieKinds.map((kind) => ({ value: kind, label: say(term("tieKinds", kind)) }))}
				{...form.field("kind")}
			/>
			<RadioCards
				label={say("network.closeness")}
				column="10rem"
				cards={(["1", "2", "3"] as const).map((ring) => ({
					value: ring,
					label: say(`network.close.${ring}`),
					picture: <RingPicture ring={Number(ring) as 1 | 2 | 3} />,
				}))}
				{...form.choice("closeness")}
			/>
			<fieldset className="tie-feels">
				<legend className="sp-label">{say("network.feels")}</legend>
				<Checkbox label={say("network.support")} {...form.field("givesSupport")} />
				<Checkbox label={say("network.strain")} {...form.field("costsEnergy")} />
			</fieldset>
			<TextArea label={say("network.words")} optional rows={2} {...form.field("text")} />
			{tie ? (
				<div className="tie-readers">
					<AudienceChip text={tie} />
					{tie.writtenBy === viewer.personId ? (
						<ChangeReaders kind="network_tie" textId={tie.id} now={tie} writtenBy={tie.writtenBy} />
					) : null}
				</div>
			) : (
				<AudienceChoice {...form.choice("choice")} problem={form.problem} />
			)}
			{remove.error && !conflictOf(remove.error) ? <ProblemNotice error={remove.error} /> : null}
		</Form>
	);
}
