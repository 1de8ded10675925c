import { askPasskey, signInWithPasskey } from "@samenplan/contract/second-factors";
import { useMutation } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useEnter } from "../sign-in.ts";
import { passkeysArePossible } from "../this-device.ts";

/** Signing in by finger, face or the code of the device; only where the device can. */
export function PasskeyButton() {
	const say = useText();
	const enter = useEnter();
	const [stopped, setStopped] = useState(false);
	const signIn = useMutation({
		mutationFn: async () => {
			setStopped(false);
			const [challenge, { answerWithPasskey }] = await Promise.all([
				call(askPasskey, { body: { second: false } }),
				import("../../lib/passkey.ts"),
			]);
			const used = await answerWithPasskey(challenge);
			return used && call(signInWithPasskey, { body: used });
		},
		onSuccess: (session) => (session ? enter(session) : setStopped(true)),
	});
	if (!passkeysArePossible()) return null;
	return (
		<div className="sp-stack" data-gap="xs">
			<Button look="soft" wide icon={<Fingerprint aria-hidden="true" />} pending={signIn.isPending} onClick={() => signIn.mutate()}>
				{say("sign-in.with-passkey")}
			</Button>
			{stopped ? (
				<p className="sp-hint" role="status">
					<Text id="sign-in.passkey-stopped" />
				</p>
			) : null}
			{signIn.error ? <ProblemNotice error={signIn.error} /> : null}
		</div>
	);
}
