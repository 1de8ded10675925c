import type { ReactNode } from "react";
import { useText } from "../lib/text.tsx";
import { FieldError, type FieldWords, Hint, Optional, useFieldIds } from "./field.tsx";

export const faces = [1, 2, 3, 4, 5] as const;
export type Face = (typeof faces)[number];

export type FaceScaleProps = FieldWords & {
	name: string;
	value?: Face | null;
	onValue: (value: Face) => void;
};

/** Five faces from "not good at all" to "very good", each with its words. */
export function FaceScale({ name, value, onValue, ...words }: FaceScaleProps) {
	const say = useText();
	const ids = useFieldIds(words);
	return (
		<fieldset className="sp-field" aria-describedby={ids.describedBy}>
			<legend className="sp-label">
				{words.label}
				<Optional words={words} />
			</legend>
			<Hint id={ids.hint}>{words.hint}</Hint>
			<div className="sp-faces">
				{faces.map((face) => (
					<label key={face} className="sp-face">
						<input type="radio" name={name} value={face} checked={value === face} onChange={() => onValue(face)} />
						<FacePicture face={face} />
						<span>{say(`ui.face.${face}`)}</span>
					</label>
				))}
			</div>
			<FieldError id={ids.error}>{words.error}</FieldError>
		</fieldset>
	);
}

/** One of the five faces as a picture. */
export function FacePicture({ face, size }: { face: Face; size?: string }): ReactNode {
	return (
		<svg viewBox="0 0 48 48" aria-hidden="true" style={size ? { inlineSize: size } : undefined}>
			<circle className="sp-face-ground" cx="24" cy="24" r="20.5" strokeWidth="1.6" />
			<path className="sp-face-lines" d="M17 18.5v2M31 18.5v2" strokeWidth="3.6" />
			<path className="sp-face-lines" d={mouths[face]} strokeWidth="2.6" />
		</svg>
	);
}

const mouths: Record<Face, string> = {
	1: "M14.5 34.5c4-7.5 15-7.5 19 0",
	2: "M16 33.5c4-4 12-4 16 0",
	3: "M16 31.5h16",
	4: "M16 29.5c4 4 12 4 16 0",
	5: "M14.5 28.5c4 8 15 8 19 0",
};
