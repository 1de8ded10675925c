import type { Session } from "@samenplan/contract/accounts";
import { askPasskey, giveSecondFactor, type SignInStep } from "@samenplan/contract/second-factors";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { useEnter } from "../sign-in.ts";
import { GiveFactor } from "./give-factor.tsx";
import { StepHeading } from "./step-heading.tsx";

type Props = { factors: SignInStep["factors"]; onOther: () => void };

/** The second proof of an employee's sign-in. */
export default function SecondFactor({ factors, onOther }: Props) {
	const say = useText();
	const enter = useEnter();
	const finish = async (give: () => Promise<Session>) => {
		try {
			enter(await give());
		} catch (error) {
			// It lay too long, or was finished in another tab.
			if (asProblem(error).code === "sign-in-needed") onOther();
			throw error;
		}
	};
	return (
		<section className="sp-stack" data-gap="md" aria-labelledby="second-factor">
			<StepHeading id="second-factor">{say("sign-in.second.title")}</StepHeading>
			<p>
				<Text id="sign-in.second.words" />
			</p>
			<GiveFactor
				ways={factors}
				challenge={() => call(askPasskey, { body: { second: true } })}
				give={(factor) => finish(() => call(giveSecondFactor, { body: factor }))}
			/>
			<Button look="quiet" onClick={onOther}>
				{say("sign-in.other-way")}
			</Button>
		</section>
	);
}
