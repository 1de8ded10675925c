import type { Ref } from "react";
import { useText } from "../lib/text.tsx";

export const answers = ["agree", "agree_but", "disagree", "explain"] as const;
export type Answer = (typeof answers)[number];

const drawings: Record<Answer, string[]> = {
	agree: ["M15 25.5l6 6 12-14"],
	agree_but: ["M12 21.5l4.5 4.5 8.5-10", "M25 34h.1M31 34h.1M37 34h.1"],
	disagree: ["M17 17l14 14M31 17 17 31"],
	explain: ["M18.6 18.4a5.4 5.4 0 1 1 7.9 4.8c-1.8 1-2.6 1.9-2.6 3.6", "M24 32.5v.2"],
};

/** The picture of an answer; always the same one. */
export function AnswerPicture({ answer, size }: { answer: Answer; size?: string }) {
	return (
		<svg viewBox="0 0 48 48" aria-hidden="true" data-answer={answer} style={size ? { inlineSize: size, blockSize: size } : undefined}>
			<circle className="sp-answer-ground" cx="24" cy="24" r="22" />
			{drawings[answer].map((path) => (
				<path key={path} className="sp-answer-lines" d={path} />
			))}
		</svg>
	);
}

type AnswerPicturesProps = {
	/** What the answer is about, for example the words of the goal. */
	label: string;
	value?: Answer | null;
	onAnswer: (answer: Answer) => void;
	/** Which answers are possible here; all four unless said. */
	possible?: readonly Answer[];
	disabled?: boolean;
	ref?: Ref<HTMLFieldSetElement>;
};

/** Agree, agree but, do not agree, explain please: four pictures with words. */
export function AnswerPictures({ label, value, onAnswer, possible = answers, disabled, ref }: AnswerPicturesProps) {
	const say = useText();
	return (
		<fieldset ref={ref} className="sp-answers" aria-label={label}>
			{possible.map((answer) => (
				<button
					key={answer}
					type="button"
					className="sp-answer"
					data-answer={answer}
					aria-pressed={value === answer}
					aria-disabled={disabled || undefined}
					onClick={() => {
						if (!disabled) onAnswer(answer);
					}}
				>
					<AnswerPicture answer={answer} />
					{say(`ui.answer.${answer}`)}
				</button>
			))}
		</fieldset>
	);
}
