import type { SignInStep } from "@samenplan/contract/second-factors";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Loading } from "../../ui/notice.tsx";
import { useEnter } from "../sign-in.ts";
import { AskCode, TypeCode } from "./code-sign-in.tsx";

const PasswordSignIn = lazy(() => import("./password-sign-in.tsx"));
const ForgotPassword = lazy(() => import("./forgot-password.tsx"));
const NextStep = lazy(() => import("./next-step.tsx"));

type Screen =
	| { name: "start" }
	| { name: "code"; email: string }
	| { name: "password" }
	| { name: "forgot"; email: string }
	| { name: "step"; step: SignInStep };

/** Signing in, one question at a time; `more` stands under the first one. */
export function SignInSteps({ more }: { more?: ReactNode }) {
	const enter = useEnter();
	const [screen, setScreen] = useState<Screen>({ name: "start" });
	const start = () => setScreen({ name: "start" });
	const onStep = (step: SignInStep) => (step.session ? enter(step.session) : setScreen({ name: "step", step }));
	return (
		<Suspense fallback={<Loading />}>
			{screen.name === "start" ? (
				<>
					<AskCode onSent={(email) => setScreen({ name: "code", email })} onPassword={() => setScreen({ name: "password" })} />
					{more}
				</>
			) : screen.name === "code" ? (
				<TypeCode email={screen.email} onOther={start} />
			) : screen.name === "password" ? (
				<PasswordSignIn onStep={onStep} onOther={start} onForgot={(email) => setScreen({ name: "forgot", email })} />
			) : screen.name === "forgot" ? (
				<ForgotPassword email={screen.email} onBack={start} />
			) : (
				<NextStep step={screen.step} onOther={start} />
			)}
		</Suspense>
	);
}
