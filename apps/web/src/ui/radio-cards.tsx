import type { ReactNode, Ref } from "react";
import { FieldError, type FieldWords, Hint, Optional, useFieldIds } from "./field.tsx";

type RadioCard<Value extends string> = {
	value: Value;
	label: ReactNode;
	/** One line under the words. */
	hint?: ReactNode;
	/** A picture beside the words, never instead of them. */
	picture?: ReactNode;
};

type RadioCardsProps<Value extends string> = FieldWords & {
	name: string;
	cards: readonly RadioCard<Value>[];
	value?: Value | null;
	onValue?: (value: Value) => void;
	/** Picture above the words. */
	tall?: boolean;
	/** Smallest width of a card, for example `16rem`. */
	column?: string;
	ref?: Ref<HTMLInputElement>;
};

/** A choice of one from a few, as big cards with pictures and words. Arrow keys move, as with every radio. */
export function RadioCards<Value extends string>({ name, cards, value, onValue, tall, column, ref, ...words }: RadioCardsProps<Value>) {
	const ids = useFieldIds(words);
	return (
		<fieldset className="sp-field" aria-describedby={ids.describedBy}>
			<legend className="sp-label">
				{words.label}
				<Optional words={words} />
			</legend>
			<Hint id={ids.hint}>{words.hint}</Hint>
			<div className="sp-cards" style={{ "--sp-column": column } as React.CSSProperties}>
				{cards.map((card, index) => (
					<label key={card.value} className="sp-radio-card" data-tall={tall}>
						<input
							ref={index === 0 ? ref : undefined}
							type="radio"
							name={name}
							value={card.value}
							checked={value === card.value}
							onChange={() => onValue?.(card.value)}
						/>
						{card.picture ? (
							<span className="sp-radio-card-picture" aria-hidden="true">
								{card.picture}
							</span>
						) : null}
						<span className="sp-radio-card-words">
							<b>{card.label}</b>
							{card.hint ? <span className="sp-hint">{card.hint}</span> : null}
						</span>
					</label>
				))}
			</div>
			<FieldError id={ids.error}>{words.error}</FieldError>
		</fieldset>
	);
}
