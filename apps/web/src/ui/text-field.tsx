import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from "react";
import { useEffect, useRef } from "react";
import { useDraft } from "../lib/draft.ts";
import { Text } from "../lib/text.tsx";
import { FieldError, type FieldWords, Hint, Label, useFieldIds } from "./field.tsx";

type TextFieldProps = FieldWords &
	InputHTMLAttributes<HTMLInputElement> & {
		/** A short code: large, wide letters. */
		code?: boolean;
		ref?: Ref<HTMLInputElement>;
	};

/** One line of text. */
export function TextField({ label, hint, error, optional, code, id, ...input }: TextFieldProps) {
	const words = { label, hint, error, optional };
	const ids = useFieldIds(words, id);
	return (
		<div className="sp-field">
			<Label words={words} htmlFor={ids.id} />
			<Hint id={ids.hint}>{hint}</Hint>
			<input
				type="text"
				{...input}
				id={ids.id}
				className="sp-input"
				data-code={code}
				aria-invalid={error ? true : undefined}
				aria-describedby={ids.describedBy}
			/>
			<FieldError id={ids.error}>{error}</FieldError>
		</div>
	);
}

type TextAreaProps = FieldWords &
	TextareaHTMLAttributes<HTMLTextAreaElement> & {
		rows?: number;
		ref?: Ref<HTMLTextAreaElement>;
	};

/** Words of a person. Grows with the text. */
export function TextArea({ label, hint, error, optional, rows = 3, id, ref, ...input }: TextAreaProps) {
	const words = { label, hint, error, optional };
	const ids = useFieldIds(words, id);
	const own = useRef<HTMLTextAreaElement | null>(null);
	useGrow(own);
	return (
		<div className="sp-field">
			<Label words={words} htmlFor={ids.id} />
			<Hint id={ids.hint}>{hint}</Hint>
			<textarea
				{...input}
				id={ids.id}
				ref={(element) => {
					own.current = element;
					if (typeof ref === "function") ref(element);
					else if (ref) ref.current = element;
				}}
				rows={rows}
				style={{ "--sp-rows": rows } as React.CSSProperties}
				className="sp-input"
				aria-invalid={error ? true : undefined}
				aria-describedby={ids.describedBy}
			/>
			<FieldError id={ids.error}>{error}</FieldError>
		</div>
	);
}

/** For browsers without `field-sizing: content`. */
function useGrow(ref: { current: HTMLTextAreaElement | null }) {
	useEffect(() => {
		const element = ref.current;
		if (!element || globalThis.CSS?.supports?.("field-sizing", "content")) return;
		const grow = () => {
			element.style.blockSize = "auto";
			element.style.blockSize = `${element.scrollHeight + 2}px`;
		};
		grow();
		element.addEventListener("input", grow);
		return () => element.removeEventListener("input", grow);
	}, [ref]);
}

type DraftTextAreaProps = Omit<TextAreaProps, "value" | "onChange" | "defaultValue"> & {
	/** The family the words are about; drafts are kept apart per person, family and field. */
	familyId: string;
	/** Which field, for example `comment.goal.<goalId>`. */
	field: string;
	/** What the server has; the draft goes before it. */
	saved?: string;
	/** Called with every change and once with a draft that was found. */
	onValue: (value: string) => void;
	value: string;
};

/**
 * A text area outside a form that keeps a draft on this device while one types, also through a lost connection, a closed
 * tab or an ended session. Call `clearDraft(familyId, field)` after the server has it.
 */
export function DraftTextArea({ familyId, field, saved = "", onValue, value, ...rest }: DraftTextAreaProps) {
	const draft = useDraft(familyId, field);
	const restored = useRef(false);
	const { found, keep } = draft;
	useEffect(() => {
		if (restored.current) return;
		restored.current = true;
		if (found !== undefined && found !== saved) onValue(found);
	}, [found, saved, onValue]);
	return (
		<div className="sp-field">
			<TextArea
				{...rest}
				value={value}
				onChange={(event) => {
					onValue(event.target.value);
					keep(event.target.value === saved ? undefined : event.target.value);
				}}
			/>
			{found !== undefined && found !== saved ? (
				<p className="sp-kept" role="status">
					<Text id="ui.draft-found" />
				</p>
			) : null}
		</div>
	);
}
