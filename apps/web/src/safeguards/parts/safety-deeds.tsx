import { closeSafetyTrack, type SafetyTrack, unshieldSafetyTrack } from "@samenplan/contract/safety";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";

/** Closes the track with its reason. */
export function CloseTrack({ track }: { track: SafetyTrack }) {
	const say = useText();
	const familyId = useFamilyId();
	return (
		<WithReason
			open={say("safeguards.safety.close")}
			title={say("safeguards.safety.close-title")}
			why={say("safeguards.safety.close-why")}
			save={(because) =>
				call(closeSafetyTrack, { params: { familyId, safetyTrackId: track.id }, body: { because, version: track.version } })
			}
		/>
	);
}

/** Lets the family know that a worry about safety was worked on. */
export function UnshieldTrack({ track }: { track: SafetyTrack }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	if (!can("safety.write")) return null;
	return (
		<WithReason
			open={say("safeguards.safety.unshield")}
			title={say("safeguards.safety.unshield-title")}
			words={say("safeguards.safety.unshield-words")}
			why={say("safeguards.safety.unshield-why")}
			save={(because) =>
				call(unshieldSafetyTrack, { params: { familyId, safetyTrackId: track.id }, body: { because, version: track.version } })
			}
		/>
	);
}

type WithReasonProps = { open: string; title: string; words?: string; why: string; save: (because: string) => Promise<unknown> };

function WithReason({ open: label, title, words, why, save }: WithReasonProps) {
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button look="quiet" size="small" onClick={() => setOpen(true)}>
				{label}
			</Button>
			<Dialog open={open} onClose={() => setOpen(false)} title={title}>
				{open ? <ReasonForm submit={label} words={words} why={why} save={save} onDone={() => setOpen(false)} /> : null}
			</Dialog>
		</>
	);
}

type ReasonFormProps = Pick<WithReasonProps, "why" | "save"> & { submit: string; words: string | undefined; onDone: () => void };

function ReasonForm({ submit, words, why, save, onDone }: ReasonFormProps) {
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { because: "" },
		save: ({ because }) => save(because),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["safety", familyId] });
			onDone();
		},
	});
	return (
		<Form form={form} submit={submit}>
			{words ? <p>{words}</p> : null}
			<TextArea label={why} rows={3} {...form.field("because")} />
		</Form>
	);
}
