import { askSignInCode, signInWithCode } from "@samenplan/contract/accounts";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { signInServicesQuery } from "../queries.ts";
import { useEnter } from "../sign-in.ts";
import { usePasskeyInField } from "../use-passkey-in-field.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { ServiceButton } from "./service-button.tsx";

/** The first question: the address for a code; the other ways stand quietly under it. */
export function AskCode({ onSent, onPassword }: { onSent: (email: string) => void; onPassword: () => void }) {
	const say = useText();
	const { data: services = [] } = useQuery(signInServicesQuery);
	const refused = usePasskeyInField();
	const form = useSavingForm({
		defaultValues: { email: "" },
		save: (body) => call(askSignInCode, { body }),
		onSaved: ({ email }) => onSent(email.trim()),
	});
	return (
		<div className="sp-stack" data-gap="md">
			<Form form={form} submit={say("accounts.send-code")} wide label={say("accounts.sign-in.title")}>
				<TextField
					label={say("accounts.email")}
					hint={say("accounts.email-hint")}
					type="email"
					autoComplete="username webauthn"
					inputMode="email"
					{...form.field("email")}
				/>
			</Form>
			{refused ? <ProblemNotice error={refused} /> : null}
			<PasskeyButton />
			<Button look="quiet" wide icon={<KeyRound aria-hidden="true" />} onClick={onPassword}>
				{say("sign-in.with-password")}
			</Button>
			{services.map((service) => (
				<ServiceButton key={service.organisationId} service={service} />
			))}
		</div>
	);
}

export function TypeCode({ email, onOther }: { email: string; onOther: () => void }) {
	const say = useText();
	const enter = useEnter();
	const form = useSavingForm({
		defaultValues: { code: "", borrowed: false },
		save: async ({ code, borrowed }) =>
			enter(await call(signInWithCode, { body: { email, code: code.replace(/\D/g, ""), ownDevice: !borrowed } })),
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
				<Checkbox label={say("sign-in.borrowed")} hint={say("sign-in.borrowed-hint")} {...form.field("borrowed")} />
			</Form>
		</div>
	);
}
