import type { EndpointInput } from "@samenplan/contract/endpoint";
import { type SafetyTrack, writeSafetyEntry } from "@samenplan/contract/safety";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AboutWhom } from "./about-whom.tsx";

/** Writes an entry of the track and reads it anew. */
export function useSafetyEntry(track: SafetyTrack) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	return {
		familyId,
		write: (body: EndpointInput<typeof writeSafetyEntry>["body"]) =>
			call(writeSafetyEntry, { params: { familyId, safetyTrackId: track.id }, body }),
		written: () => {
			void queries.invalidateQueries({ queryKey: ["safety", familyId] });
			toast({ words: say("safeguards.safety.added") });
		},
	};
}

type Props = { track: SafetyTrack; step: 1 | 2 | 3 | 4 };

/** The one thing that a step asks to write. Starts afresh after each entry. */
export function WriteEntry(props: Props) {
	const [times, setTimes] = useState(0);
	return <EntryForm key={times} {...props} onDone={() => setTimes(times + 1)} />;
}

function EntryForm({ track, step, onDone }: Props & { onDone: () => void }) {
	const say = useText();
	const { write, written, familyId } = useSafetyEntry(track);
	const form = useSavingForm<{ text: string; happenedOn: string; aboutPersonId: string; withWhom: string; held: "yes" | "no" }>({
		defaultValues: { text: "", happenedOn: today(), aboutPersonId: "", withWhom: "", held: "yes" },
		draft: { familyId, field: `safety.${track.id}.${step}` },
		save: ({ text, happenedOn, aboutPersonId, withWhom, held }) => {
			const dated = { text, happenedOn, aboutPersonId: aboutPersonId || null };
			if (step === 2) return write({ kind: "consult", withWhom, ...dated });
			if (step === 3) return write({ kind: "talk", held: held === "yes", withWhom: held === "yes" ? withWhom : "", ...dated });
			return write({ kind: step === 1 ? "signal" : "weighing", ...dated });
		},
		onSaved: () => {
			written();
			onDone();
		},
	});
	const held = form.hook.watch("held") === "yes";
	return (
		<Form form={form} submit={say("safeguards.safety.add")}>
			{step === 2 ? <TextField label={say("safeguards.safety.with-consult")} autoComplete="off" {...form.field("withWhom")} /> : null}
			{step === 3 ? (
				<>
					<RadioCards
						label={say("safeguards.safety.held")}
						column="14rem"
						cards={[
							{ value: "yes", label: say("safeguards.safety.held-yes") },
							{ value: "no", label: say("safeguards.safety.held-no") },
						]}
						{...form.choice("held")}
					/>
					{held ? <TextField label={say("safeguards.safety.with-talk")} autoComplete="off" {...form.field("withWhom")} /> : null}
				</>
			) : null}
			<TextArea label={say(step === 3 ? "safeguards.safety.text-talk" : "safeguards.safety.text")} rows={5} {...form.field("text")} />
			<div className="sp-note-fields">
				{step === 1 ? <AboutWhom {...form.field("aboutPersonId")} /> : null}
				<DateField label={say("safeguards.safety.on")} {...form.field("happenedOn")} />
			</div>
		</Form>
	);
}
