import type { Ref, SelectHTMLAttributes } from "react";
import { FieldError, type FieldWords, Hint, Label, useFieldIds } from "./field.tsx";

type SelectProps = FieldWords &
	SelectHTMLAttributes<HTMLSelectElement> & {
		options: readonly { value: string; label: string }[];
		/** Words of the empty first option; without it the first option is chosen. */
		emptyLabel?: string;
		ref?: Ref<HTMLSelectElement>;
	};

/** A choice from many: the device's own list, which everyone knows how to use. Up to five options: `RadioCards`. */
export function Select({ label, hint, error, optional, options, emptyLabel, id, ...select }: SelectProps) {
	const words = { label, hint, error, optional };
	const ids = useFieldIds(words, id);
	return (
		<div className="sp-field">
			<Label words={words} htmlFor={ids.id} />
			<Hint id={ids.hint}>{hint}</Hint>
			<select {...select} id={ids.id} className="sp-input" aria-invalid={error ? true : undefined} aria-describedby={ids.describedBy}>
				{emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
			<FieldError id={ids.error}>{error}</FieldError>
		</div>
	);
}
