import { dayInWords } from "@samenplan/language/dates";
import type { InputHTMLAttributes, Ref } from "react";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { FieldError, type FieldWords, Hint, Label, useFieldIds } from "./field.tsx";

type DateFieldProps = FieldWords &
	Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "value" | "defaultValue" | "min" | "max"> & {
		/** A day as `YYYY-MM-DD`, or an empty string. */
		value?: string;
		defaultValue?: string;
		min?: string | number;
		max?: string | number;
		ref?: Ref<HTMLInputElement>;
	};

/** A day: the device's own picker, and the chosen day in full words, so that nobody mixes up day and month. */
export function DateField({ label, hint, error, optional, id, value, defaultValue, onChange, ref, ...input }: DateFieldProps) {
	const words = { label, hint, error, optional };
	const ids = useFieldIds(words, id);
	const { locale } = useIntl();
	const [typed, setTyped] = useState(defaultValue ?? "");
	const own = useRef<HTMLInputElement | null>(null);
	// A form fills in its value by itself, without telling.
	useEffect(() => setTyped(own.current?.value ?? ""), []);
	const day = value ?? typed;
	return (
		<div className="sp-field">
			<Label words={words} htmlFor={ids.id} />
			<Hint id={ids.hint}>{hint}</Hint>
			<input
				{...input}
				ref={(element) => {
					own.current = element;
					if (typeof ref === "function") ref(element);
					else if (ref) ref.current = element;
				}}
				type="date"
				id={ids.id}
				value={value}
				defaultValue={value === undefined ? defaultValue : undefined}
				onChange={(event) => {
					setTyped(event.target.value);
					onChange?.(event);
				}}
				className="sp-input"
				aria-invalid={error ? true : undefined}
				aria-describedby={ids.describedBy}
			/>
			{/^\d{4}-\d{2}-\d{2}$/.test(day) ? (
				<output className="sp-date-words" htmlFor={ids.id}>
					{dayInWords(day, locale)}
				</output>
			) : null}
			<FieldError id={ids.error}>{error}</FieldError>
		</div>
	);
}
