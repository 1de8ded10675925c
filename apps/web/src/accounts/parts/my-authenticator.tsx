import {
	askAuthenticator,
	confirmAuthenticator,
	type MySignIn,
	removeAuthenticator,
	renewRecoveryCodes,
} from "@samenplan/contract/second-factors";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { useChangeMine } from "../use-change-mine.ts";
import { AuthenticatorSetUp } from "./authenticator-set-up.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { WayProblem } from "./way-problem.tsx";

/** An employee's authenticator app and recovery codes. */
export function MyAuthenticator({ mine }: { mine: MySignIn }) {
	const say = useText();
	const { locale } = useIntl();
	const [adding, setAdding] = useState(false);
	const [codes, setCodes] = useState<string[]>();
	const confirm = useChangeMine((code: string) => call(confirmAuthenticator, { body: { code } }), say("sign-in.app.added"));
	const remove = useChangeMine(() => call(removeAuthenticator), say("sign-in.removed"));
	const renew = useChangeMine(async () => setCodes((await call(renewRecoveryCodes)).recoveryCodes));
	return (
		<>
			<Section title={say("sign-in.app.heading")} intro={<Text id="sign-in.app.intro" />}>
				{mine.authenticatorSince ? <p>{say("sign-in.since", { day: dayInWords(dayOf(mine.authenticatorSince), locale) })}</p> : null}
				{remove.error ? <WayProblem error={remove.error} /> : null}
				<Row gap="sm">
					<Button look="soft" onClick={() => setAdding(true)}>
						{say(mine.authenticatorSince ? "sign-in.app.replace" : "sign-in.app.add")}
					</Button>
					{mine.authenticatorSince ? (
						<Button look="quiet" pending={remove.isPending} onClick={() => remove.mutate()}>
							{say("sign-in.remove")}
						</Button>
					) : null}
				</Row>
			</Section>
			<Section
				title={say("sign-in.recovery.heading")}
				intro={<Text id="sign-in.recovery.left" values={{ count: mine.recoveryCodesLeft }} />}
			>
				{renew.error ? <WayProblem error={renew.error} /> : null}
				<div>
					<Button look="soft" pending={renew.isPending} onClick={() => renew.mutate()}>
						{say("sign-in.recovery.renew")}
					</Button>
				</div>
			</Section>
			<Dialog open={adding} onClose={() => setAdding(false)} title={say("sign-in.app.heading")}>
				<AuthenticatorSetUp
					ask={() => call(askAuthenticator)}
					confirm={(code) => confirm.mutateAsync(code).then(() => setAdding(false))}
					onOther={() => setAdding(false)}
				/>
			</Dialog>
			<Dialog open={codes !== undefined} locked onClose={() => setCodes(undefined)} title={say("sign-in.recovery.heading")}>
				<RecoveryCodes codes={codes ?? []} onKept={() => setCodes(undefined)} />
			</Dialog>
		</>
	);
}
