import { type SafetyEntry, type SafetyTrack, writeSafetyEntry } from "@samenplan/contract/safety";
import { dayInWords, momentInWords } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** What was written, in order, each with day and writer; corrections stand below what they correct. */
export function SafetyEntries({ track, entries, mayWrite }: { track: SafetyTrack; entries: SafetyEntry[]; mayWrite: boolean }) {
	const own = entries.filter(({ corrects }) => corrects === null);
	return (
		<ol className="sp-safety-entries">
			{own.map((entry) => (
				<li key={entry.id}>
					<Entry entry={entry} />
					{correctionsOf(entry, entries).map((each) => (
						<div key={each.id} className="sp-safety-correction">
							<Entry entry={each} />
						</div>
					))}
					{mayWrite ? <Correct track={track} entry={entry} /> : null}
				</li>
			))}
		</ol>
	);
}

/** Also corrections of corrections, all below the first. */
function correctionsOf(entry: SafetyEntry, entries: readonly SafetyEntry[]): SafetyEntry[] {
	const direct = entries.filter(({ corrects }) => corrects === entry.id);
	return direct.flatMap((each) => [each, ...correctionsOf(each, entries)]);
}

function Entry({ entry }: { entry: SafetyEntry }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<>
			<p className="sp-safety-entry-head">
				<b>
					{entry.question ? say("safeguards.safety.question", { number: entry.question }) : say(term("safetyEntryKinds", entry.kind))}
					{entry.question && entry.answer !== null ? `: ${say(entry.answer ? "safeguards.safety.yes" : "safeguards.safety.no")}` : null}
				</b>
				<span>{dayInWords(entry.happenedOn, locale)}</span>
				{entry.kind === "talk" && entry.answer === false ? <span>{say("safeguards.safety.no-talk")}</span> : null}
				{entry.withWhom ? <span>{say("safeguards.safety.with", { name: entry.withWhom })}</span> : null}
				{entry.aboutPersonName ? <span>{say("safeguards.safety.about", { name: entry.aboutPersonName })}</span> : null}
			</p>
			<p className="sp-uses-words">{entry.text}</p>
			<p className="sp-safety-by">
				{say("safeguards.safety.entry-by", { name: entry.writtenByName, moment: momentInWords(entry.createdAt, locale) })}
			</p>
		</>
	);
}

function Correct({ track, entry }: { track: SafetyTrack; entry: SafetyEntry }) {
	const say = useText();
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button look="quiet" size="small" onClick={() => setOpen(true)}>
				{say("safeguards.safety.correct")}
			</Button>
			<Dialog open={open} onClose={() => setOpen(false)} title={say("safeguards.safety.correct-title")}>
				{open ? <CorrectForm track={track} entry={entry} onDone={() => setOpen(false)} /> : null}
			</Dialog>
		</>
	);
}

function CorrectForm({ track, entry, onDone }: { track: SafetyTrack; entry: SafetyEntry; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { text: "" },
		save: ({ text }) =>
			call(writeSafetyEntry, {
				params: { familyId, safetyTrackId: track.id },
				body: { kind: "correction", corrects: entry.id, text, happenedOn: today(), aboutPersonId: null },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["safety", familyId] });
			toast({ words: say("safeguards.safety.added") });
			onDone();
		},
	});
	return (
		<Form form={form} submit={say("safeguards.safety.add")}>
			<p>{say("safeguards.safety.correct-words")}</p>
			<TextArea label={say("safeguards.safety.correction")} rows={4} {...form.field("text")} />
		</Form>
	);
}
