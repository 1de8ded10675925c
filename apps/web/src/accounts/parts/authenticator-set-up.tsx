import { useQuery } from "@tanstack/react-query";
import type { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { StepHeading } from "./step-heading.tsx";

type Props = {
	ask: () => ReturnType<typeof call<typeof import("@samenplan/contract/second-factors").askAuthenticator>>;
	confirm: (code: string) => Promise<unknown>;
	onOther: () => void;
};

/** Scan the picture or type the secret, then type the first code. */
export function AuthenticatorSetUp({ ask, confirm, onOther }: Props) {
	const say = useText();
	const { data, error, refetch } = useQuery({
		queryKey: ["authenticator-secret"],
		queryFn: ask,
		gcTime: 0,
		staleTime: Number.POSITIVE_INFINITY,
		retry: false,
	});
	const form = useSavingForm({ defaultValues: { code: "" }, save: ({ code }) => confirm(code.replace(/\D/g, "")) });
	return (
		<section className="sp-stack" data-gap="md" aria-labelledby="authenticator">
			<StepHeading id="authenticator">{say("sign-in.app.title")}</StepHeading>
			<p>
				<Text id="sign-in.app.words" />
			</p>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{data ? (
				<>
					<img src={data.picture} alt={say("sign-in.app.picture")} width={200} height={200} style={{ borderRadius: "0.75rem" }} />
					<p>
						<Text id="sign-in.app.secret" />
						<br />
						<code className="sp-secret">{data.secret.replace(/(.{4})/g, "$1 ").trim()}</code>
					</p>
					<Form
						form={form}
						submit={say("sign-in.app.confirm")}
						actions={
							<Button look="quiet" onClick={onOther}>
								{say("sign-in.other-way")}
							</Button>
						}
					>
						<TextField
							label={say("sign-in.code.authenticator")}
							hint={say("sign-in.code.authenticator-hint")}
							code
							autoComplete="one-time-code"
							inputMode="numeric"
							maxLength={9}
							{...form.field("code")}
						/>
					</Form>
				</>
			) : error ? null : (
				<Loading />
			)}
		</section>
	);
}
