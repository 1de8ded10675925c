import { askNewEmail, confirmEmail, type MySignIn } from "@samenplan/contract/second-factors";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** The address of a family member, for codes: shown, and changed after a code that was sent there. */
export function MyEmail({ mine }: { mine: Pick<MySignIn, "email"> }) {
	const say = useText();
	const [changing, setChanging] = useState(false);
	return (
		<Section title={say("sign-in.email.title")} intro={<Text id="sign-in.email.intro" />}>
			{mine.email ? <p>{mine.email}</p> : null}
			{changing || !mine.email ? (
				<ChangeEmail onDone={() => setChanging(false)} />
			) : (
				<div>
					<Button look="soft" onClick={() => setChanging(true)}>
						{say("sign-in.email.change")}
					</Button>
				</div>
			)}
		</Section>
	);
}

export function ChangeEmail({ onDone }: { onDone: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const [sentTo, setSentTo] = useState<string>();
	const ask = useSavingForm({
		defaultValues: { email: "" },
		save: (body) => call(askNewEmail, { body }),
		onSaved: ({ email }) => setSentTo(email.trim()),
	});
	const confirm = useSavingForm({
		defaultValues: { code: "" },
		save: ({ code }) => call(confirmEmail, { body: { code: code.replace(/\D/g, "") } }),
		onSaved: () => {
			toast({ words: say("sign-in.email.kept") });
			void queries.invalidateQueries({ queryKey: ["me"] });
			onDone();
		},
	});
	if (sentTo === undefined)
		return (
			<Form form={ask} submit={say("accounts.send-code")} submitLook="soft" label={say("sign-in.email.title")}>
				<TextField label={say("accounts.email")} type="email" autoComplete="email" inputMode="email" {...ask.field("email")} />
			</Form>
		);
	return (
		<Form form={confirm} submit={say("sign-in.email.confirm")} label={say("sign-in.email.title")}>
			<TextField
				label={say("accounts.code")}
				hint={<Text id="sign-in.email.sent" values={{ email: <b>{sentTo}</b> }} />}
				code
				autoFocus
				autoComplete="one-time-code"
				inputMode="numeric"
				maxLength={9}
				{...confirm.field("code")}
			/>
		</Form>
	);
}
