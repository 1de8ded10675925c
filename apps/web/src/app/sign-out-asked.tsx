import { useText } from "../lib/text.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useSignOutQuestion } from "./sign-out.ts";

/** Asks who signs out while words they typed are on this device alone: stay and keep them, or go and lose them. Escape stays. */
export function SignOutAsked() {
	const say = useText();
	const question = useSignOutQuestion();
	if (!question) return null;
	const { unsent: count, answer } = question;
	return (
		<Dialog
			open
			onClose={() => answer(false)}
			title={say("shell.unsent.title", { count })}
			actions={
				<>
					<Button onClick={() => answer(false)}>{say("shell.unsent.stay")}</Button>
					<Button look="danger" onClick={() => answer(true)}>
						{say("shell.unsent.forget", { count })}
					</Button>
				</>
			}
		>
			<p>{say("shell.unsent.words", { count })}</p>
			<p>{say("shell.unsent.choice", { count })}</p>
		</Dialog>
	);
}
