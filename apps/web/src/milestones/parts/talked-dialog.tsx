import { editMilestone, writeMilestone } from "@samenplan/contract/milestones";
import type { MilestoneLine } from "@samenplan/plan-rules/milestones";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** The coordinator came back: what we talked about at this moment, so that it need not be asked again. */
export function TalkedDialog({ line, onClose }: { line: MilestoneLine; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(writeMilestone);
	const edit = useFamilyWrite(editMilestone);
	const { personId, kind, onDay, written } = line;
	const form = useSavingForm({
		defaultValues: { doneOn: today(), text: written?.text ?? "" },
		draft: { familyId, field: `milestone-talk.${personId}.${kind}.${onDay}` },
		save: (values) => {
			const body = { personId, kind, onDay, ...values };
			return written
				? edit.mutateAsync({ params: { familyId, milestoneId: written.id }, body: { ...body, version: written.version } })
				: write.mutateAsync({ params: { familyId }, body });
		},
		onSaved: () => {
			toast({ words: say("milestones.talk.saved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("milestones.talk.title")} locked={form.pending}>
			<Form form={form} submit={say("ui.save")}>
				<DateField label={say("milestones.talk.day")} max={today()} {...form.field("doneOn")} />
				<TextArea label={say("milestones.talk.words")} rows={3} optional {...form.field("text")} />
			</Form>
		</Dialog>
	);
}
