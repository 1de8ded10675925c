import { askPasswordReset } from "@samenplan/contract/second-factors";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** Asks for a mailed link to choose a new password. */
export default function ForgotPassword({ email, onBack }: { email: string; onBack: () => void }) {
	const say = useText();
	const [sentTo, setSentTo] = useState<string>();
	const form = useSavingForm({
		defaultValues: { email },
		save: (body) => call(askPasswordReset, { body }),
		onSaved: (values) => setSentTo(values.email.trim()),
	});
	const back = (
		<Button look="quiet" onClick={onBack}>
			{say("sign-in.other-way")}
		</Button>
	);
	if (sentTo !== undefined)
		return (
			<Notice live title={say("accounts.code-sent")} actions={back}>
				<p>
					<Text id="sign-in.link-sent" values={{ email: <b>{sentTo}</b> }} />
				</p>
			</Notice>
		);
	return (
		<Form form={form} submit={say("sign-in.send-link")} label={say("sign-in.forgot")} actions={back}>
			<TextField
				label={say("accounts.email")}
				hint={say("sign-in.link-hint")}
				type="email"
				autoFocus
				autoComplete="username"
				inputMode="email"
				{...form.field("email")}
			/>
		</Form>
	);
}
