import { type MySignIn, passwordLength, removeMyPassword, setMyPassword } from "@samenplan/contract/second-factors";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { useChangeMine } from "../use-change-mine.ts";
import { PasswordField } from "./password-field.tsx";

/** My password: needed beside a second factor for employees, only for who wants one in a family. */
export function MyPassword({ mine }: { mine: MySignIn }) {
	const say = useText();
	const { locale } = useIntl();
	const [choosing, setChoosing] = useState(false);
	const remove = useChangeMine(() => call(removeMyPassword), say("sign-in.removed"));
	return (
		<Section title={say("sign-in.password.title")} intro={mine.secondFactor ? undefined : <Text id="sign-in.password.optional" />}>
			{mine.passwordSince ? <p>{say("sign-in.since", { day: dayInWords(dayOf(mine.passwordSince), locale) })}</p> : null}
			{remove.error ? <ProblemNotice error={remove.error} /> : null}
			{choosing ? (
				<ChoosePassword mine={mine} onDone={() => setChoosing(false)} />
			) : (
				<Row gap="sm">
					<Button look="soft" onClick={() => setChoosing(true)}>
						{say(mine.passwordSince ? "sign-in.password.change" : "sign-in.password.choose")}
					</Button>
					{mine.passwordSince && !mine.secondFactor ? (
						<Button look="quiet" pending={remove.isPending} onClick={() => remove.mutate()}>
							{say("sign-in.remove")}
						</Button>
					) : null}
				</Row>
			)}
		</Section>
	);
}

function ChoosePassword({ mine, onDone }: { mine: MySignIn; onDone: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { password: "" },
		save: (body) => call(setMyPassword, { body }),
		onSaved: () => {
			toast({ words: say("sign-in.password.kept") });
			void queries.invalidateQueries({ queryKey: ["me"] });
			onDone();
		},
	});
	return (
		<Form
			form={form}
			submit={say("sign-in.password.keep")}
			actions={
				<Button look="quiet" onClick={onDone}>
					{say("ui.cancel")}
				</Button>
			}
		>
			<input type="email" name="username" autoComplete="username" value={mine.email ?? ""} readOnly hidden />
			<PasswordField
				label={say("sign-in.new-password")}
				hint={<Text id="sign-in.new-password-hint" values={{ shortest: mine.shortest, advised: passwordLength.advised }} />}
				autoComplete="new-password"
				{...form.field("password")}
			/>
		</Form>
	);
}
