import { useNavigate } from "react-router";
import { Text, useText } from "../../lib/text.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Welcome } from "../parts/welcome.tsx";

/** Typing over the short code of a card. */
export default function TypeCardPage() {
	const say = useText();
	const navigate = useNavigate();
	const form = useSavingForm({
		defaultValues: { code: "" },
		schema: {
			safeParse: (values) => {
				const { code } = values as { code: string };
				return code.trim() ? { success: true } : { success: false, error: { issues: [{ path: ["code"], input: "" }] } };
			},
		},
		save: async () => undefined,
		onSaved: ({ code }) => navigate(`/card/${encodeURIComponent(code.trim().replace(/\s+/g, "").toUpperCase())}`),
	});
	return (
		<Welcome>
			<PageTitle
				title={say("accounts.card.title")}
				intro={<Text id="accounts.card.type-intro" />}
				back={{ to: "/sign-in", label: say("accounts.sign-in.title") }}
			/>
			<Form form={form} submit={say("accounts.card.open")} wide>
				<TextField
					label={say("accounts.card.code")}
					code
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					maxLength={40}
					{...form.field("code")}
				/>
			</Form>
		</Welcome>
	);
}
