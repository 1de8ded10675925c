import type { Severity, Signal } from "@samenplan/contract/caseload";
import { dayInWords } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import type { StateShape, StateTone } from "../../ui/state-badge.tsx";
import { StateShapeIcon } from "../../ui/state-badge.tsx";
import { useSignalWords } from "../signal-words.ts";

const looks: Record<Severity, { tone: StateTone; shape: StateShape }> = {
	now: { tone: "negative", shape: "warning" },
	soon: { tone: "warning", shape: "dot" },
	watch: { tone: "neutral", shape: "open" },
};

/** What needs the coordinator in one family, in words; the shape says how soon. With `why`: also why it is there and what ends it. */
export function Signals({ signals, today, why = false }: { signals: readonly Signal[]; today: string; why?: boolean }) {
	const say = useText();
	const wordsOf = useSignalWords(today);
	return (
		<div className="sp-signals-beside">
			<ul className="sp-signals">
				{signals.map((signal) => (
					<li key={signal.kind} data-tone={looks[signal.severity].tone}>
						<StateShapeIcon shape={looks[signal.severity].shape} />
						<span>
							{wordsOf(signal)}
							<TeamLead signal={signal} />
						</span>
					</li>
				))}
			</ul>
			{why ? (
				<Disclosure title={say("caseload.why")}>
					<ul className="sp-signals-why">
						{signals.map((signal) => (
							<li key={signal.kind}>
								<b>{wordsOf(signal)}</b>
								<br />
								{say(`caseload.why.${signal.kind}`)} {say(`caseload.ends.${signal.kind}`)}
							</li>
						))}
					</ul>
				</Disclosure>
			) : null}
		</div>
	);
}

/** That the team lead knows of it too, and what they said. */
function TeamLead({ signal: { escalatedOn, pickedUp } }: { signal: Signal }) {
	const say = useText();
	const { locale } = useIntl();
	if (pickedUp) {
		const { by, words } = pickedUp;
		const day = dayInWords(pickedUp.on, locale);
		return (
			<small className="sp-signal-lead">
				{words ? say("caseload.lead-words", { by, day, words }) : say("caseload.lead-said", { by, day })}
			</small>
		);
	}
	return escalatedOn ? (
		<small className="sp-signal-lead">{say("caseload.lead-knows", { day: dayInWords(escalatedOn, locale) })}</small>
	) : null;
}
