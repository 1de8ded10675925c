import { type SignInStep, signInWithPassword } from "@samenplan/contract/second-factors";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PasswordField } from "./password-field.tsx";

type Props = { onStep: (step: SignInStep) => void; onOther: () => void; onForgot: (email: string) => void };

/** For employees, and for family members who want one. */
export default function PasswordSignIn({ onStep, onOther, onForgot }: Props) {
	const say = useText();
	const form = useSavingForm({
		defaultValues: { email: "", password: "", borrowed: false },
		save: async ({ email, password, borrowed }) =>
			onStep(await call(signInWithPassword, { body: { email, password, ownDevice: !borrowed } })),
	});
	return (
		<Form
			form={form}
			submit={say("accounts.sign-in")}
			label={say("sign-in.with-password")}
			actions={
				<>
					<Button look="quiet" onClick={() => onForgot(form.hook.getValues("email").trim())}>
						{say("sign-in.forgot")}
					</Button>
					<Button look="quiet" onClick={onOther}>
						{say("sign-in.other-way")}
					</Button>
				</>
			}
		>
			<TextField label={say("accounts.email")} type="email" autoFocus autoComplete="username" inputMode="email" {...form.field("email")} />
			<PasswordField label={say("sign-in.password")} autoComplete="current-password" {...form.field("password")} />
			<Checkbox label={say("sign-in.borrowed")} hint={say("sign-in.borrowed-hint")} {...form.field("borrowed")} />
		</Form>
	);
}
