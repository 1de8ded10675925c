import {
	ageMilestones,
	editMilestone,
	type Milestone,
	type MilestoneKind,
	milestoneKinds,
	writeMilestone,
} from "@samenplan/contract/milestones";
import { fullName } from "@samenplan/language/names";
import { useState } from "react";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Ages show by themselves. */
const writable = milestoneKinds.filter((kind) => !(kind in ageMilestones));

/** Writes down what is coming, or changes it. */
export function MilestoneDialog({ milestone, onClose }: { milestone?: Milestone; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { children } = usePeople();
	const write = useFamilyWrite(writeMilestone);
	const edit = useFamilyWrite(editMilestone);
	const [other, setOther] = useState<Milestone>();
	const isAge = milestone !== undefined && milestone.kind in ageMilestones;
	type Values = { personId: string; kind: MilestoneKind; onDay: string; text: string };
	const save = (values: Values, version: number | undefined) =>
		milestone && version !== undefined
			? edit.mutateAsync({ params: { familyId, milestoneId: milestone.id }, body: { ...values, doneOn: milestone.doneOn, version } })
			: write.mutateAsync({ params: { familyId }, body: values });
	const done = () => {
		toast({ words: say(milestone ? "milestones.changed" : "milestones.saved") });
		onClose();
	};
	const form = useSavingForm<Values>({
		defaultValues: {
			personId: milestone?.personId ?? children[0]?.id ?? "",
			kind: milestone?.kind ?? "school_change",
			onDay: milestone?.onDay ?? "",
			text: milestone?.text ?? "",
		},
		draft: { familyId, field: `milestone.${milestone?.id ?? "new"}` },
		save: (values) => save(values, milestone?.version),
		onSaved: done,
		onConflict: (current) => setOther(current as Milestone),
	});
	return (
		<Dialog open onClose={onClose} title={say(milestone ? "milestones.edit" : "milestones.add")} locked={form.pending}>
			<Form form={form} submit={say("ui.save")}>
				{isAge ? null : (
					<>
						<Select
							label={say("milestones.who")}
							options={children.map((child) => ({ value: child.id, label: fullName(child) }))}
							{...form.field("personId")}
						/>
						<Select
							label={say("milestones.kind")}
							options={writable.map((kind) => ({ value: kind, label: say(term("milestoneKinds", kind)) }))}
							{...form.field("kind")}
						/>
						<DateField label={say("milestones.day")} {...form.field("onDay")} />
					</>
				)}
				<TextArea label={say("milestones.text")} rows={3} optional {...form.field("text")} />
			</Form>
			<ConflictDialog
				open={other !== undefined}
				about={say("milestones.text")}
				mine={form.hook.getValues("text")}
				theirs={other?.text ?? ""}
				onClose={() => setOther(undefined)}
				onChoose={(text) => {
					void save({ ...form.hook.getValues(), text }, other?.version).then(done);
					setOther(undefined);
				}}
			/>
		</Dialog>
	);
}
