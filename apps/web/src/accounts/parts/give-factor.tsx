import type { GivenFactor, PasskeyChallenge } from "@samenplan/contract/second-factors";
import { useMutation } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

type Way = "passkey" | "authenticator" | "recovery";

type Props = {
	ways: readonly Way[];
	/** What the passkey has to answer. */
	challenge: () => Promise<PasskeyChallenge>;
	give: (factor: GivenFactor) => Promise<unknown>;
	/** Beside the button. */
	actions?: ReactNode;
};

/** One way to prove it at a time, the easiest first; the others are a press away. */
export function GiveFactor({ ways, challenge, give, actions }: Props) {
	const say = useText();
	const [way, setWay] = useState<Way | undefined>(ways[0]);
	if (way === undefined) return null;
	return (
		<div className="sp-stack" data-gap="md">
			{way === "passkey" ? (
				<UsePasskey challenge={challenge} give={give} actions={actions} />
			) : (
				<TypeFactor key={way} way={way} give={give} actions={actions} />
			)}
			{ways
				.filter((each) => each !== way)
				.map((each) => (
					<div key={each}>
						<Button look="quiet" size="small" onClick={() => setWay(each)}>
							{say(`sign-in.instead.${each}`)}
						</Button>
					</div>
				))}
		</div>
	);
}

function UsePasskey({ challenge, give, actions }: Pick<Props, "challenge" | "give" | "actions">) {
	const say = useText();
	const [stopped, setStopped] = useState(false);
	const prove = useMutation({
		mutationFn: async () => {
			setStopped(false);
			const [asked, { answerWithPasskey }] = await Promise.all([challenge(), import("../../lib/passkey.ts")]);
			const used = await answerWithPasskey(asked);
			if (used) await give({ kind: "passkey", ...used });
			else setStopped(true);
		},
	});
	return (
		<div className="sp-stack" data-gap="sm">
			{prove.error ? <ProblemNotice error={prove.error} /> : null}
			{stopped ? (
				<p className="sp-hint" role="status">
					<Text id="sign-in.passkey-stopped" />
				</p>
			) : null}
			<div className="sp-row" data-gap="sm">
				<Button icon={<Fingerprint aria-hidden="true" />} pending={prove.isPending} onClick={() => prove.mutate()}>
					{say("sign-in.use-passkey")}
				</Button>
				{actions}
			</div>
		</div>
	);
}

function TypeFactor({ way, give, actions }: { way: "authenticator" | "recovery" } & Pick<Props, "give" | "actions">) {
	const say = useText();
	const form = useSavingForm({
		defaultValues: { code: "" },
		save: ({ code }) => give(way === "recovery" ? { kind: way, code } : { kind: way, code: code.replace(/\D/g, "") }),
	});
	return (
		<Form form={form} submit={say("sign-in.go-on")} actions={actions}>
			<TextField
				label={say(`sign-in.code.${way}`)}
				hint={say(`sign-in.code.${way}-hint`)}
				code
				autoFocus
				autoComplete={way === "recovery" ? "off" : "one-time-code"}
				inputMode={way === "recovery" ? "text" : "numeric"}
				maxLength={way === "recovery" ? 20 : 9}
				{...form.field("code")}
			/>
		</Form>
	);
}
