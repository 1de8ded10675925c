import { type Help, noteProgress } from "@samenplan/contract/help";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** How the help goes, in two sentences. */
export function ProgressForm({ help, onDone }: { help: Help; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const note = useFamilyWrite(noteProgress);
	const form = useSavingForm<{ text: string; choice: Choice }>({
		defaultValues: { text: "", choice: everyoneOfThePlan },
		draft: { familyId, field: `progress.${help.id}` },
		save: ({ text, choice }) => note.mutateAsync({ params: { familyId, helpId: help.id }, body: { text, ...choice } }),
		onSaved: () => {
			toast({ words: say("help.progress-saved") });
			onDone();
		},
	});
	return (
		<Form form={form} submit={say("help.progress-save")} label={say("help.progress")}>
			<TextArea label={say("help.progress-text")} hint={say("help.progress-hint")} rows={3} maxLength={600} {...form.field("text")} />
			<AudienceChoice {...form.choice("choice")} problem={form.problem} />
		</Form>
	);
}
