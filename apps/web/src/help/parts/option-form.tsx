import { addHelpOption, editHelpOption, type HelpOption } from "@samenplan/contract/help";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";

const longTexts = ["familyFor", "familyAgainst", "preference", "professionalFor", "professionalAgainst", "ownOffer"] as const;
const titles = {
	familyFor: "help.family-for",
	familyAgainst: "help.family-against",
	preference: "help.preference",
	professionalFor: "help.professional-for",
	professionalAgainst: "help.professional-against",
	ownOffer: "help.option-own-offer",
} as const;

/** Everything of an option, for who prepares the comparison. */
export function OptionForm({ option, onDone }: { option?: HelpOption; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const add = useFamilyWrite(addHelpOption);
	const edit = useFamilyWrite(editHelpOption);
	const [other, setOther] = useState<HelpOption>();
	const form = useSavingForm({
		defaultValues: {
			name: option?.name ?? "",
			what: option?.what ?? "",
			knownToWork: option?.knownToWork ?? "",
			familyFor: option?.familyFor ?? "",
			familyAgainst: option?.familyAgainst ?? "",
			professionalFor: option?.professionalFor ?? "",
			professionalAgainst: option?.professionalAgainst ?? "",
			waiting: option?.waiting ?? "",
			distance: option?.distance ?? "",
			cost: option?.cost ?? "",
			preference: option?.preference ?? "",
			ownOffer: option?.ownOffer ?? "",
			recommended: option?.recommended ?? false,
			version: option?.version ?? 1,
		},
		draft: { familyId, field: `option.${option?.id ?? "new"}` },
		save: ({ version, ...body }) =>
			option
				? edit.mutateAsync({ params: { familyId, optionId: option.id }, body: { ...body, version } })
				: add.mutateAsync({ params: { familyId }, body }),
		onSaved: () => {
			toast({ words: say("ui.saved") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as HelpOption);
			form.hook.setValue("version", (current as HelpOption).version);
		},
	});
	return (
		<Form form={form} submit={say("help.option-save")} label={say("help.option-add")}>
			<WrittenMeanwhile
				theirs={
					other &&
					longTexts.filter((key) => other[key] !== form.hook.getValues(key)).map((key) => ({ label: say(titles[key]), words: other[key] }))
				}
			/>
			<TextField label={say("help.option-name")} autoComplete="off" {...form.field("name")} />
			<TextArea label={say("help.option-what")} optional rows={2} {...form.field("what")} />
			<TextArea label={say("help.option-known")} optional rows={2} {...form.field("knownToWork")} />
			<div className="option-form-row">
				<TextField label={say("help.option-waiting")} optional {...form.field("waiting")} />
				<TextField label={say("help.option-distance")} optional {...form.field("distance")} />
				<TextField label={say("help.option-cost")} optional {...form.field("cost")} />
			</div>
			<div className="option-form-row">
				{longTexts.map((key) => (
					<TextArea key={key} label={say(titles[key])} optional rows={2} {...form.field(key)} />
				))}
			</div>
			<Checkbox label={say("help.option-recommended")} {...form.field("recommended")} />
		</Form>
	);
}
