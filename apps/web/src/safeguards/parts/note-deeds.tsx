import { moveWorkNote, removeWorkNote, type WorkNote } from "@samenplan/contract/work-notes";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog, Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Throws a note away for good, before its day. */
export function RemoveNote({ note }: { note: WorkNote }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const [open, setOpen] = useState(false);
	const remove = useMutation({
		mutationFn: () => call(removeWorkNote, { params: { familyId, workNoteId: note.id } }),
		onSuccess: () => {
			setOpen(false);
			toast({ words: say("safeguards.notes.removed") });
			return queries.invalidateQueries({ queryKey: ["work-notes", familyId] });
		},
	});
	return (
		<>
			<Button look="quiet" size="small" onClick={() => setOpen(true)}>
				{say("safeguards.notes.remove")}
			</Button>
			<ConfirmDialog
				open={open}
				onClose={() => setOpen(false)}
				title={say("safeguards.notes.remove-title")}
				confirm={say("safeguards.notes.remove")}
				onConfirm={() => remove.mutate()}
				pending={remove.isPending}
				danger
			>
				<p>{say("safeguards.notes.remove-words")}</p>
				{remove.error ? <Reasons codes={asProblem(remove.error).reasons ?? []} /> : null}
			</ConfirmDialog>
		</>
	);
}

/** Puts what a note says into the plan, in words for the family. */
export function MoveNote({ note }: { note: WorkNote }) {
	const say = useText();
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button look="soft" size="small" onClick={() => setOpen(true)}>
				{say("safeguards.notes.move")}
			</Button>
			<Dialog open={open} onClose={() => setOpen(false)} title={say("safeguards.notes.move-title")}>
				{open ? <MoveForm note={note} onDone={() => setOpen(false)} /> : null}
			</Dialog>
		</>
	);
}

function MoveForm({ note, onDone }: { note: WorkNote; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { text: note.text },
		save: ({ text }) => call(moveWorkNote, { params: { familyId, workNoteId: note.id }, body: { text, version: note.version } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["work-notes", familyId] });
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("safeguards.notes.moved") });
			onDone();
		},
	});
	return (
		<Form form={form} submit={say("safeguards.notes.move")}>
			<p>{say("safeguards.notes.move-words")}</p>
			<TextArea label={say("safeguards.notes.move-text")} rows={5} {...form.field("text")} />
		</Form>
	);
}
