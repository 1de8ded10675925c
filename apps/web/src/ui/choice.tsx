import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { FieldError, Hint, useFieldIds } from "./field.tsx";

type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
	label: ReactNode;
	hint?: ReactNode;
	error?: ReactNode;
	ref?: Ref<HTMLInputElement>;
};

/** One thing to tick, with its words beside it. */
export function Checkbox(props: ChoiceProps) {
	return <Tick {...props} />;
}

/** Something that is on or off and takes effect at once. */
export function Switch(props: ChoiceProps) {
	return <Tick {...props} role="switch" />;
}

function Tick({ label, hint, error, id, ...input }: ChoiceProps) {
	const ids = useFieldIds({ label, hint, error }, id);
	return (
		<div>
			<label className="sp-choice" htmlFor={ids.id}>
				<input {...input} type="checkbox" id={ids.id} aria-invalid={error ? true : undefined} aria-describedby={ids.describedBy} />
				<span>
					{label}
					<Hint id={ids.hint}>{hint}</Hint>
				</span>
			</label>
			<FieldError id={ids.error}>{error}</FieldError>
		</div>
	);
}
