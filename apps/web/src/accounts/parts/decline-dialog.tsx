import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";

/** Saying no to an invitation, with a reason only if one wants to give it. */
export function DeclineDialog({
	open,
	onClose,
	onDecline,
	pending,
	error,
}: {
	open: boolean;
	onClose: () => void;
	onDecline: (words: string) => void;
	pending: boolean;
	error: unknown;
}) {
	const say = useText();
	const [words, setWords] = useState("");
	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			title={say("accounts.card.decline.title")}
			confirm={say("accounts.card.decline.confirm")}
			onConfirm={() => onDecline(words)}
			pending={pending}
			error={error ? <ProblemNotice error={error} /> : undefined}
		>
			<p>{say("accounts.card.decline.words")}</p>
			<TextArea
				label={say("accounts.card.decline.because")}
				rows={2}
				optional
				value={words}
				onChange={(event) => setWords(event.target.value)}
			/>
		</ConfirmDialog>
	);
}
