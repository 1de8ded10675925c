import type { Session } from "@samenplan/contract/accounts";
import { askFirstAuthenticator, askFirstPasskey, setUpAuthenticator, setUpPasskey } from "@samenplan/contract/second-factors";
import { useMutation } from "@tanstack/react-query";
import { Fingerprint, Smartphone } from "lucide-react";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useEnter } from "../sign-in.ts";
import { passkeysArePossible, thisDevice } from "../this-device.ts";
import { AuthenticatorSetUp } from "./authenticator-set-up.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { StepHeading } from "./step-heading.tsx";

type Done = { session: Session; recoveryCodes: string[] };

/** An employee's first second factor: choose, make, keep the recovery codes, go on. */
export default function SetUp({ onLost }: { onLost: () => void }) {
	const enter = useEnter();
	const [done, setDone] = useState<Done>();
	const [app, setApp] = useState(false);
	if (done) return <RecoveryCodes codes={done.recoveryCodes} onKept={() => enter(done.session)} />;
	const finish = async (work: () => Promise<Done>) => {
		try {
			setDone(await work());
		} catch (error) {
			if (asProblem(error).code === "sign-in-needed") onLost();
			throw error;
		}
	};
	if (app)
		return (
			<AuthenticatorSetUp
				ask={() => call(askFirstAuthenticator)}
				confirm={(code) => finish(() => call(setUpAuthenticator, { body: { code } }))}
				onOther={() => setApp(false)}
			/>
		);
	return <Choose onApp={() => setApp(true)} finish={finish} />;
}

function Choose({ onApp, finish }: { onApp: () => void; finish: (work: () => Promise<Done>) => Promise<void> }) {
	const say = useText();
	const [stopped, setStopped] = useState(false);
	const make = useMutation({
		mutationFn: async () => {
			setStopped(false);
			const [challenge, { makePasskey }] = await Promise.all([call(askFirstPasskey), import("../../lib/passkey.ts")]);
			const made = await makePasskey(challenge);
			if (made) await finish(() => call(setUpPasskey, { body: { ...made, name: thisDevice() } }));
			else setStopped(true);
		},
	});
	return (
		<section className="sp-stack" data-gap="md" aria-labelledby="set-up">
			<StepHeading id="set-up">{say("sign-in.set-up.title")}</StepHeading>
			<p>
				<Text id="sign-in.set-up.words" />
			</p>
			{make.error ? <ProblemNotice error={make.error} /> : null}
			{passkeysArePossible() ? (
				<div className="sp-stack" data-gap="xs">
					<Button wide icon={<Fingerprint aria-hidden="true" />} pending={make.isPending} onClick={() => make.mutate()}>
						{say("sign-in.set-up.passkey")}
					</Button>
					<p className="sp-hint">
						<Text id="sign-in.set-up.passkey-hint" />
					</p>
					{stopped ? (
						<p className="sp-hint" role="status">
							<Text id="sign-in.passkey-stopped" />
						</p>
					) : null}
				</div>
			) : null}
			<div className="sp-stack" data-gap="xs">
				<Button look={passkeysArePossible() ? "soft" : "primary"} wide icon={<Smartphone aria-hidden="true" />} onClick={onApp}>
					{say("sign-in.set-up.app")}
				</Button>
				<p className="sp-hint">
					<Text id="sign-in.set-up.app-hint" />
				</p>
			</div>
		</section>
	);
}
