import { askProofCode, askProofPasskey, proveAgain, readProofWays } from "@samenplan/contract/sessions";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../../lib/api.ts";
import { settleProof } from "../../lib/proof.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { GiveFactor } from "./give-factor.tsx";
import { PasswordField } from "./password-field.tsx";

/** Asks who it is once more, before something that opens much or cannot be undone. Cancelling leaves everything as it was. */
export default function ProveAgain() {
	const say = useText();
	const { data, error, refetch } = useQuery({
		queryKey: ["me", "proof-ways"],
		queryFn: ({ signal }) => call(readProofWays, { signal }),
		gcTime: 0,
	});
	return (
		<Dialog open onClose={() => settleProof(false)} title={say("sign-in.proof.title")}>
			<p>
				<Text id="sign-in.proof.words" />
			</p>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? <Ways ways={data.ways} /> : <Loading />}
		</Dialog>
	);
}

type Way = "passkey" | "authenticator" | "recovery" | "mailed_code" | "password" | "demo";
const proved = () => settleProof(true);

function Ways({ ways }: { ways: readonly Way[] }) {
	const say = useText();
	const factors = ways.filter((way) => way === "passkey" || way === "authenticator" || way === "recovery");
	const others = ways.filter((way) => way === "mailed_code" || way === "password");
	const [other, setOther] = useState<Way | undefined>(factors.length > 0 ? undefined : others[0]);
	const cancel = (
		<Button look="quiet" onClick={() => settleProof(false)}>
			{say("ui.cancel")}
		</Button>
	);
	if (ways.length === 0) return <NoWay>{cancel}</NoWay>;
	const rest = [...(other !== undefined && factors.length > 0 ? (["passkey"] as const) : []), ...others.filter((way) => way !== other)];
	return (
		<div className="sp-stack" data-gap="md">
			{other === "mailed_code" ? (
				<MailedCode actions={cancel} />
			) : other === "password" ? (
				<Password actions={cancel} />
			) : factors.length > 0 ? (
				<GiveFactor
					ways={factors}
					challenge={() => call(askProofPasskey)}
					give={(factor) => call(proveAgain, { body: factor }).then(proved)}
					actions={cancel}
				/>
			) : null}
			{rest.map((way) => (
				<div key={way}>
					<Button look="quiet" size="small" onClick={() => setOther(way === "passkey" ? undefined : way)}>
						{say(`sign-in.instead.${way}`)}
					</Button>
				</div>
			))}
			{ways.includes("demo") ? <Demo actions={ways.length === 1 ? cancel : null} /> : null}
		</div>
	);
}

function NoWay({ children }: { children: ReactNode }) {
	return (
		<Notice kind="warning" actions={children}>
			<p>
				<Text id="sign-in.proof.none" />
			</p>
		</Notice>
	);
}

function MailedCode({ actions }: { actions: ReactNode }) {
	const say = useText();
	const ask = useMutation({ mutationFn: () => call(askProofCode) });
	const form = useSavingForm({
		defaultValues: { code: "" },
		save: ({ code }) => call(proveAgain, { body: { kind: "mailed_code", code: code.replace(/\D/g, "") } }),
		onSaved: proved,
	});
	if (!ask.isSuccess)
		return (
			<div className="sp-stack" data-gap="sm">
				{ask.error ? <ProblemNotice error={ask.error} /> : null}
				<div className="sp-row" data-gap="sm">
					<Button pending={ask.isPending} onClick={() => ask.mutate()}>
						{say("accounts.send-code")}
					</Button>
					{actions}
				</div>
			</div>
		);
	return (
		<Form form={form} submit={say("sign-in.go-on")} actions={actions}>
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
	);
}

function Password({ actions }: { actions: ReactNode }) {
	const say = useText();
	const form = useSavingForm({
		defaultValues: { password: "" },
		save: ({ password }) => call(proveAgain, { body: { kind: "password", password } }),
		onSaved: proved,
	});
	return (
		<Form form={form} submit={say("sign-in.go-on")} actions={actions}>
			<PasswordField label={say("sign-in.password")} autoComplete="current-password" {...form.field("password")} />
		</Form>
	);
}

/** Invented people have nothing to prove it with. */
function Demo({ actions }: { actions: ReactNode }) {
	const say = useText();
	const prove = useMutation({ mutationFn: () => call(proveAgain, { body: { kind: "demo" } }), onSuccess: proved });
	return (
		<div className="sp-row" data-gap="sm">
			<Button look={actions ? "primary" : "soft"} pending={prove.isPending} onClick={() => prove.mutate()}>
				{say("sign-in.proof.demo")}
			</Button>
			{actions}
		</div>
	);
}
