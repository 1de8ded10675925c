import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Refused } from "./refused.tsx";

type DestroyDialogProps = {
	open: boolean;
	onClose: () => void;
	familyName: string;
	/** What goes and what stays. */
	what: string;
	onDestroy: (familyName: string) => void;
	pending: boolean;
	error: unknown;
};

/** The last question before something goes for good: what goes, and the name of the family typed by hand. */
export function DestroyDialog({ open, onClose, familyName, what, onDestroy, pending, error }: DestroyDialogProps) {
	const say = useText();
	const [typed, setTyped] = useState("");
	return (
		<Dialog
			open={open}
			onClose={onClose}
			title={say("requests.destroy")}
			actions={
				<Button look="danger" pending={pending} disabled={typed.trim() === ""} onClick={() => onDestroy(typed)}>
					{say("requests.destroy")}
				</Button>
			}
		>
			<p>{what}</p>
			<Notice kind="warning">{say("requests.destroy-sure")}</Notice>
			<TextField
				label={say("requests.destroy-name", { name: familyName })}
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
			/>
			{error ? <Refused error={error} /> : null}
		</Dialog>
	);
}
