import type { Severity, Signal } from "@samenplan/contract/caseload";
import type { StateShape, StateTone } from "../../ui/state-badge.tsx";
import { StateShapeIcon } from "../../ui/state-badge.tsx";
import { useSignalWords } from "../signal-words.ts";

const looks: Record<Severity, { tone: StateTone; shape: StateShape }> = {
	now: { tone: "negative", shape: "warning" },
	soon: { tone: "warning", shape: "dot" },
	watch: { tone: "neutral", shape: "open" },
};

/** What needs the coordinator in one family, in words; the shape says how soon. */
export function Signals({ signals, today }: { signals: readonly Signal[]; today: string }) {
	const wordsOf = useSignalWords(today);
	return (
		<ul className="sp-signals">
			{signals.map((signal) => (
				<li key={signal.kind} data-tone={looks[signal.severity].tone}>
					<StateShapeIcon shape={looks[signal.severity].shape} />
					<span>{wordsOf(signal)}</span>
				</li>
			))}
		</ul>
	);
}
