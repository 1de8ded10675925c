import { askSignInCode, signInWithCode } from "@samenplan/contract/accounts";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useEnter } from "../sign-in.ts";

/** Signing in with a code by mail: first the address, then the code. */
export function CodeSignIn() {
	const [email, setEmail] = useState<string>();
	return email === undefined ? <AskCode onSent={setEmail} /> : <TypeCode email={email} onOther={() => setEmail(undefined)} />;
}

function AskCode({ onSent }: { onSent: (email: string) => void }) {
	const say = useText();
	const form = useSavingForm({
		defaultValues: { email: "" },
		save: (body) => call(askSignInCode, { body }),
		onSaved: ({ email }) => onSent(email.trim()),
	});
	return (
		<Form form={form} submit={say("accounts.send-code")} wide label={say("accounts.sign-in.title")}>
			<TextField
				label={say("accounts.email")}
				hint={say("accounts.email-hint")}
				type="email"
				autoComplete="username"
				inputMode="email"
				{...form.field("email")}
			/>
		</Form>
	);
}

function TypeCode({ email, onOther }: { email: string; onOther: () => void }) {
	const say = useText();
	const enter = useEnter();
	const form = useSavingForm({
		defaultValues: { code: "" },
		save: async ({ code }) => enter(await call(signInWithCode, { body: { email, code: code.replace(/\D/g, "") } })),
	});
	return (
		<div className="sp-stack" data-gap="lg">
			<Notice live title={say("accounts.code-sent")}>
				<p>
					<Text id="accounts.code-sent-words" values={{ email: <b>{email}</b> }} />
				</p>
			</Notice>
			<Form
				form={form}
				submit={say("accounts.sign-in")}
				label={say("accounts.sign-in.title")}
				actions={
					<Button look="quiet" onClick={onOther}>
						{say("accounts.other-email")}
					</Button>
				}
			>
				<TextField
					label={say("accounts.code")}
					hint={say("accounts.code-hint")}
					code
					autoFocus
					autoComplete="one-time-code"
					inputMode="numeric"
					maxLength={9}
					{...form.field("code")}
				/>
			</Form>
		</div>
	);
}
