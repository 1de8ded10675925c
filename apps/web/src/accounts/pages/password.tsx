import { choosePassword, passwordLength, readAttempt, readLink, type SignInStep } from "@samenplan/contract/second-factors";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, use, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { needWorkMessages } from "../../lib/messages.ts";
import { asProblem } from "../../lib/problems.ts";
import { Text, useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { PasswordField } from "../parts/password-field.tsx";
import { WholePage } from "../parts/step-heading.tsx";
import { Welcome } from "../parts/welcome.tsx";
import { useEnter } from "../sign-in.ts";

const NextStep = lazy(() => import("../parts/next-step.tsx"));
const words = needWorkMessages();

/** The page behind a mailed link: choose a password, then what is still needed to sign in. The secret stays behind the `#`. */
export default function PasswordPage() {
	use(words);
	const enter = useEnter();
	const navigate = useNavigate();
	const { hash } = useLocation();
	const [token] = useState(hash.slice(1));
	const [step, setStep] = useState<SignInStep>();
	const onStep = (next: SignInStep) => {
		// Used up: it need not stay in the history of this browser.
		navigate("/password", { replace: true });
		if (next.session) enter(next.session);
		else setStep(next);
	};
	const lost = () => navigate("/sign-in", { replace: true });
	return (
		<Welcome>
			<WholePage value={true}>
				<Suspense fallback={<Loading />}>
					{step ? (
						<NextStep step={step} onOther={lost} />
					) : token === "" ? (
						<GoOn onOther={lost} />
					) : (
						<Choose token={token} onStep={onStep} />
					)}
				</Suspense>
			</WholePage>
		</Welcome>
	);
}

/** The page was loaded again half-way. */
function GoOn({ onOther }: { onOther: () => void }) {
	const { data, isPending } = useQuery({ queryKey: ["attempt"], queryFn: ({ signal }) => call(readAttempt, { signal }), gcTime: 0 });
	if (isPending) return <Loading />;
	return data ? <NextStep step={{ ...data, session: null }} onOther={onOther} /> : <GoneLink />;
}

function Choose({ token, onStep }: { token: string; onStep: (step: SignInStep) => void }) {
	const say = useText();
	const { data: link, error } = useQuery({
		queryKey: ["link", token],
		queryFn: ({ signal }) => call(readLink, { body: { token }, signal }),
		retry: false,
		gcTime: 0,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const form = useSavingForm({
		defaultValues: { password: "" },
		save: async ({ password }) => onStep(await call(choosePassword, { body: { token, password } })),
	});
	if (error) return asProblem(error).code === "not-found" ? <GoneLink /> : <ProblemNotice error={error} />;
	if (!link) return <Loading />;
	const { givenName, organisation, email, shortest } = link;
	return (
		<>
			<PageTitle
				title={say(link.kind === "staff_invitation" ? "sign-in.link.welcome" : "sign-in.link.reset", { givenName })}
				intro={link.kind === "staff_invitation" ? <Text id="sign-in.link.words" values={{ organisation }} /> : undefined}
			/>
			<Form form={form} submit={say("sign-in.link.keep")} wide>
				<input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
				<PasswordField
					label={say("sign-in.new-password")}
					hint={<Text id="sign-in.new-password-hint" values={{ shortest, advised: passwordLength.advised }} />}
					autoComplete="new-password"
					{...form.field("password")}
				/>
			</Form>
		</>
	);
}

function GoneLink() {
	const say = useText();
	return (
		<>
			<PageTitle title={say("sign-in.link.gone")} intro={<Text id="sign-in.link.gone-words" />} />
			<div>
				<ButtonLink to="/sign-in">{say("accounts.sign-in")}</ButtonLink>
			</div>
		</>
	);
}
