import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Asked = { reason: string; email: string | null };

/** Asks to let somebody back in: how it was made sure that it is them, and where codes go from then on when that changes. */
export function AskRecoveryDialog({
	name,
	send,
	onSent,
	onClose,
}: {
	name: string;
	send: (asked: Asked) => Promise<unknown>;
	onSent: () => void;
	onClose: () => void;
}) {
	const say = useText();
	const form = useSavingForm<{ reason: string; email: string }>({
		defaultValues: { reason: "", email: "" },
		save: ({ reason, email }) => send({ reason, email: email.trim() || null }),
		onSaved: () => {
			toast({ words: say("recoveries.ask.sent") });
			onSent();
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("recoveries.ask.title")}>
			<Form
				form={form}
				submit={say("recoveries.ask.do")}
				actions={
					<Button look="quiet" onClick={onClose}>
						{say("ui.cancel")}
					</Button>
				}
			>
				<p>{say("recoveries.ask.intro", { name })}</p>
				<TextArea
					label={say("recoveries.ask.reason", { name })}
					hint={say("recoveries.ask.reason-hint")}
					rows={4}
					{...form.field("reason")}
				/>
				<TextField
					label={say("recoveries.ask.email")}
					hint={say("recoveries.ask.email-hint")}
					type="email"
					optional
					autoComplete="off"
					{...form.field("email")}
				/>
			</Form>
		</Dialog>
	);
}
