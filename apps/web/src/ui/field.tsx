import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";
import { Text } from "../lib/text.tsx";

export type FieldWords = {
	/** The question or the name of the field; always visible. */
	label: ReactNode;
	/** One line of help under the label. */
	hint?: ReactNode;
	/** What is wrong and how to mend it; see `form.tsx` for words of field codes. */
	error?: ReactNode;
	/** Says "not needed" beside the label. Fields are needed unless they say so. */
	optional?: boolean;
};

/** Ids that tie label, hint and error to an input. */
export function useFieldIds(words: FieldWords, id?: string) {
	const made = useId();
	const own = id ?? made;
	const hint = words.hint ? `${own}-hint` : undefined;
	const error = words.error ? `${own}-error` : undefined;
	return { id: own, hint, error, describedBy: [hint, error].filter(Boolean).join(" ") || undefined };
}

export function Label({ words, htmlFor }: { words: FieldWords; htmlFor: string }) {
	return (
		<label className="sp-label" htmlFor={htmlFor}>
			{words.label}
			<Optional words={words} />
		</label>
	);
}

export function Optional({ words }: { words: FieldWords }) {
	return words.optional ? (
		<span className="sp-optional">
			{" "}
			<Text id="ui.optional" />
		</span>
	) : null;
}

export function Hint({ id, children }: { id?: string; children: ReactNode }) {
	return children ? (
		<p className="sp-hint" id={id}>
			{children}
		</p>
	) : null;
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
	return children ? (
		<p className="sp-error" id={id}>
			<CircleAlert aria-hidden="true" />
			<span>{children}</span>
		</p>
	) : null;
}
