import { type Help, moveHelp } from "@samenplan/contract/help";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";

/** Help stops for a reason that everyone of the plan reads; the help itself stays in the plan. */
export function StopForm({ help, onDone }: { help: Help; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const move = useFamilyWrite(moveHelp);
	const [other, setOther] = useState<Help>();
	const form = useSavingForm({
		defaultValues: { because: "", version: help.version },
		draft: { familyId, field: `stop-help.${help.id}` },
		save: ({ because, version }) =>
			move.mutateAsync({ params: { familyId, helpId: help.id }, body: { state: "stopped", because, version } }),
		onSaved: () => {
			toast({ words: say("help.stop-saved") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as Help);
			form.hook.setValue("version", (current as Help).version);
		},
	});
	return (
		<Form form={form} submit={say("help.stop-save")} label={say("help.stop-title", { name: help.what })}>
			<WrittenMeanwhile theirs={other && [{ label: say("help.arrange-what"), words: other.what }]} />
			<TextArea label={say("help.stop-because")} hint={say("help.stop-hint")} rows={3} {...form.field("because")} />
			{move.error ? <ProblemNotice error={move.error} /> : null}
		</Form>
	);
}
