import { Copy, Printer } from "lucide-react";
import { useState } from "react";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { toast } from "../../ui/toast.tsx";
import { StepHeading } from "./step-heading.tsx";
import "../sign-in.css";

/** The ten codes, this once; going on asks whether they were kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
	const say = useText();
	const [kept, setKept] = useState(false);
	const copy = () =>
		navigator.clipboard.writeText(codes.join("\n")).then(
			() => toast({ words: say("sign-in.recovery.copied") }),
			() => undefined,
		);
	return (
		<section className="sp-stack" data-gap="md" aria-labelledby="recovery">
			<StepHeading id="recovery">{say("sign-in.recovery.title")}</StepHeading>
			<p>
				<Text id="sign-in.recovery.words" />
			</p>
			<ul className="sp-recovery" aria-label={say("sign-in.recovery.title")}>
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ul>
			<div className="sp-row" data-gap="sm">
				<Button look="soft" size="small" icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
					{say("sign-in.recovery.copy")}
				</Button>
				<Button look="soft" size="small" icon={<Printer aria-hidden="true" />} onClick={() => print()}>
					{say("sign-in.recovery.print")}
				</Button>
			</div>
			<Checkbox label={say("sign-in.recovery.kept")} checked={kept} onChange={(event) => setKept(event.target.checked)} />
			<div>
				<Button disabled={!kept} onClick={onKept}>
					{say("sign-in.go-on")}
				</Button>
			</div>
		</section>
	);
}
