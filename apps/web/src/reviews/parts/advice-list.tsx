import type { WholePlan } from "@samenplan/contract/plans";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { StepMark } from "../../ui/step-mark.tsx";

type Advice = Pick<WholePlan["reviewAdvices"][number], "id" | "step" | "text" | "answer" | "because">;

/** What was said about each step, and what became of it. */
export function AdviceList({ advices, label }: { advices: readonly Advice[]; label?: string }) {
	const say = useText();
	return (
		<ul className="sp-advices" aria-label={label}>
			{advices.map(({ id, step, text, answer, because }) => (
				<li key={id}>
					<StepMark step={step} size="2rem" soft />
					<div>
						<b>{say(term("stepKinds", step))}</b>
						<p className="sp-words">{text}</p>
						{answer ? (
							<p>
								<StateBadge tone={answer === "followed" ? "positive" : "neutral"}>{say(`reviews.answered.${answer}`)}</StateBadge>{" "}
								<span className="sp-words">{because}</span>
							</p>
						) : null}
					</div>
				</li>
			))}
		</ul>
	);
}
