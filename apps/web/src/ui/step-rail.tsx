import type { ReactNode } from "react";
import { Link } from "react-router";
import { useText } from "../lib/text.tsx";
import { type StateShape, StateShapeIcon } from "./state-badge.tsx";
import { type StepCode, StepMark, stepCodes } from "./step-mark.tsx";

export type StepState = "not_started" | "in_progress" | "concluded" | "reopened";

const shapeOf: Record<StepState, StateShape> = {
	not_started: "dashed",
	in_progress: "dot",
	concluded: "check",
	reopened: "again",
};

type StepRailProps = {
	states: Readonly<Record<StepCode, StepState>>;
	/** The step on the screen. */
	current?: StepCode;
	/** Where a step lives; without it the rail is only a picture. */
	to?: (step: StepCode) => string;
	/** Something beside a step, for example how many questions are open there. */
	beside?: (step: StepCode) => ReactNode;
	/** On a narrow screen the steps stand in a row that scrolls. */
	fold?: boolean;
};

/** The six steps with their state, always in the same order. */
export function StepRail({ states, current, to, beside, fold = true }: StepRailProps) {
	const say = useText();
	return (
		<nav className="sp-rail" data-fold={fold} aria-label={say("steps.rail")}>
			<ol>
				{stepCodes.map((step, index) => {
					const inner = (
						<>
							<StepMark step={step} soft={states[step] === "not_started" && step !== current} />
							<span>
								<b>
									<span className="sp-hidden">{index + 1}. </span>
									{say(`steps.${step}`)}
								</b>
								<small className="sp-rail-state">
									<StateShapeIcon shape={shapeOf[states[step]]} />
									{say(`steps.state.${states[step]}`)}
									{beside?.(step)}
								</small>
							</span>
						</>
					);
					return (
						<li key={step}>
							{to ? (
								<Link className="sp-rail-step" data-step={step} to={to(step)} aria-current={step === current ? "step" : undefined}>
									{inner}
								</Link>
							) : (
								<div className="sp-rail-step" data-step={step} aria-current={step === current ? "step" : undefined}>
									{inner}
								</div>
							)}
						</li>
					);
				})}
			</ol>
		</nav>
	);
}
