import { type HelpOption, weighHelpOption } from "@samenplan/contract/help";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";

/** What the family sees in an option. When somebody was first, both texts stay: theirs is shown, ours is still in the field. */
export function WeighForm({ option, onDone }: { option: HelpOption; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const weigh = useFamilyWrite(weighHelpOption);
	const [other, setOther] = useState<HelpOption>();
	const form = useSavingForm({
		defaultValues: {
			familyFor: option.familyFor,
			familyAgainst: option.familyAgainst,
			preference: option.preference,
			version: option.version,
		},
		draft: { familyId, field: `weigh.${option.id}` },
		save: (body) => weigh.mutateAsync({ params: { familyId, optionId: option.id }, body }),
		onSaved: () => {
			toast({ words: say("help.weighed") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as HelpOption);
			form.hook.setValue("version", (current as HelpOption).version);
		},
	});
	return (
		<Form form={form} submit={say("help.weigh-save")} label={say("help.weigh-of", { name: option.name })}>
			<WrittenMeanwhile
				theirs={
					other && [
						{ label: say("help.family-for"), words: other.familyFor },
						{ label: say("help.family-against"), words: other.familyAgainst },
						{ label: say("help.preference"), words: other.preference },
					]
				}
			/>
			<TextArea label={say("help.family-for")} optional rows={3} {...form.field("familyFor")} />
			<TextArea label={say("help.family-against")} optional rows={3} {...form.field("familyAgainst")} />
			<TextArea label={say("help.preference")} hint={say("help.preference-hint")} optional rows={2} {...form.field("preference")} />
		</Form>
	);
}
