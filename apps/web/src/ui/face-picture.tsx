import type { ReactNode } from "react";

export const faces = [1, 2, 3, 4, 5] as const;
export type Face = (typeof faces)[number];

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
