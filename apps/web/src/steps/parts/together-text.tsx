import { Pencil } from "lucide-react";
import { useState } from "react";
import { conflictOf } from "../../lib/api.ts";
import { clearDraft, readDraft } from "../../lib/draft.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { Row, Stack } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type TogetherTextProps<Kept> = {
	/** Keeps the draft apart, for example `step.clarify.conclusion`. */
	field: string;
	/** The question or name of the text. */
	label: string;
	hint?: string;
	/** The text as the server has it now. */
	value: string;
	version: number;
	/** What stands there while there is no text. */
	empty: string;
	writable: boolean;
	/** The words of the family come first, and large. */
	big?: boolean;
	rows?: number;
	save: (text: string, version: number) => Promise<unknown>;
	/** The text in an object that the server sends back with a conflict. */
	textOf: (kept: Kept) => string;
};

/**
 * A text that people write together: read at first, opened to write in, with a draft. When somebody else changed it meanwhile,
 * both texts are shown and the writer chooses; a change of another text of the same object does not get in the way.
 */
export function TogetherText<Kept extends { version: number }>(props: TogetherTextProps<Kept>) {
	const { field, label, value, empty, writable, big } = props;
	const say = useText();
	const familyId = useFamilyId();
	const [writing, setWriting] = useState(() => readDraft(familyId, field) !== undefined);
	if (writing && writable) return <Writing {...props} onDone={() => setWriting(false)} />;
	return (
		<Stack gap="xs">
			<h3 className="step-text-name">{label}</h3>
			{value ? <p className={big ? "plan-question" : "sp-words"}>{value}</p> : <p className="sp-hint">{empty}</p>}
			{writable ? (
				<div>
					<Button look={value ? "quiet" : "soft"} size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setWriting(true)}>
						{say(value ? "steps.change" : "steps.write")}
						<span className="sp-hidden"> {label}</span>
					</Button>
				</div>
			) : null}
		</Stack>
	);
}

function Writing<Kept extends { version: number }>(props: TogetherTextProps<Kept> & { onDone: () => void }) {
	const { field, label, hint, value, version, rows = 4, save, textOf, onDone } = props;
	const say = useText();
	const familyId = useFamilyId();
	const [text, setText] = useState(value);
	const [startedFrom, setStartedFrom] = useState(value);
	const [pending, setPending] = useState(false);
	const [problem, setProblem] = useState<unknown>();
	const [other, setOther] = useState<{ text: string; version: number }>();

	/** Keeps the words when the text is still the one they were written over; otherwise both are shown. */
	const keep = async (words: string, over: string, present: { text: string; version: number }, tries = 3): Promise<void> => {
		// Live updates may have brought another text since writing began: a conflict that needs no asking.
		if (present.text !== over && present.text !== words) return setOther(present);
		try {
			await save(words, present.version);
			clearDraft(familyId, field);
			toast({ words: say("ui.saved") });
			onDone();
		} catch (error) {
			const kept = conflictOf<Kept>(error);
			if (!kept) return setProblem(error);
			// Only another text of the same object was changed meanwhile: nothing to choose.
			const now = { text: textOf(kept), version: kept.version };
			if (now.text === over && tries > 0) return keep(words, over, now, tries - 1);
			setOther(now);
		}
	};
	const send = async (words: string, over: string, present: { text: string; version: number }) => {
		setProblem(undefined);
		setOther(undefined);
		setPending(true);
		await keep(words, over, present);
		setPending(false);
	};
	return (
		<Stack gap="sm">
			<DraftTextArea
				familyId={familyId}
				field={field}
				label={label}
				hint={hint}
				rows={rows}
				saved={startedFrom}
				value={text}
				onValue={setText}
				autoFocus
			/>
			{problem ? <ProblemNotice error={problem} /> : null}
			<Row gap="sm">
				<Button pending={pending} onClick={() => void send(text, startedFrom, { text: value, version })}>
					{say("ui.save")}
				</Button>
				<Button
					look="quiet"
					onClick={() => {
						clearDraft(familyId, field);
						onDone();
					}}
				>
					{say("ui.cancel")}
				</Button>
			</Row>
			<ConflictDialog
				open={other !== undefined}
				onClose={() => setOther(undefined)}
				about={label}
				mine={text}
				theirs={other?.text ?? ""}
				pending={pending}
				onChoose={(words) => {
					if (!other) return;
					setText(words);
					setStartedFrom(other.text);
					void send(words, other.text, other);
				}}
			/>
		</Stack>
	);
}
