import type { SignInStep } from "@samenplan/contract/second-factors";
import { use } from "react";
import { needWorkMessages } from "../../lib/messages.ts";
import { useText } from "../../lib/text.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import SecondFactor from "./second-factor.tsx";
import SetUp from "./set-up.tsx";

const words = needWorkMessages();

/** What an employee's sign-in still needs after the first proof. */
export default function NextStep({ step, onOther }: { step: SignInStep; onOther: () => void }) {
	use(words);
	const say = useText();
	if (step.needs === "mailed_link") return <PageTitle title={say("sign-in.mailed-link")} intro={say("sign-in.mailed-link-words")} />;
	return step.needs === "set_up" ? <SetUp onLost={onOther} /> : <SecondFactor factors={step.factors} onOther={onOther} />;
}
