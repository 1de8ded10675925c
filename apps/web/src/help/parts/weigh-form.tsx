import { type HelpOption, weighHelpOption } from "@samenplan/contract/help";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** What the family sees in an option. When somebody was first, both texts stay: theirs is shown, ours is still in the field. */
export function WeighForm({ option, onDone }: { option: HelpOption; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const weigh = useFamilyWrite(weighHelpOption);
	const [other, setOther] = useState<HelpOption>();
	const form = useSavingForm({
		defaultValues: { familyFor: option.familyFor, familyAgainst: option.familyAgainst },
		draft: { familyId, field: `weigh.${option.id}` },
		save: (values) =>
			weigh.mutateAsync({ params: { familyId, optionId: option.id }, body: { ...values, version: other?.version ?? option.version } }),
		onSaved: () => {
			toast({ words: say("help.weighed") });
			onDone();
		},
		onConflict: (current) => setOther(current as HelpOption),
	});
	return (
		<Form form={form} submit={say("help.weigh-save")} label={say("help.weigh-of", { name: option.name })}>
			{other ? (
				<Notice kind="warning" live>
					<p>{say("help.conflict")}</p>
					<p>
						<b>{say("help.family-for")}:</b> {other.familyFor || say("help.nothing-yet")}
					</p>
					<p>
						<b>{say("help.family-against")}:</b> {other.familyAgainst || say("help.nothing-yet")}
					</p>
				</Notice>
			) : null}
			<TextArea label={say("help.family-for")} optional rows={3} {...form.field("familyFor")} />
			<TextArea label={say("help.family-against")} optional rows={3} {...form.field("familyAgainst")} />
		</Form>
	);
}
