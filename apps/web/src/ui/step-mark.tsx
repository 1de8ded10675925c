import type { CSSProperties } from "react";

export const stepCodes = ["clarify", "strengths", "goals", "network", "help", "evaluate"] as const;
export type StepCode = (typeof stepCodes)[number];

/** Shape and pictogram of each step; the colour comes from the tokens. Drawn in a square of 48. */
const drawings: Record<StepCode, { shape: string; picture: string[] }> = {
	// A question that gets words.
	clarify: {
		shape: "M11 6h26a7 7 0 0 1 7 7v16a7 7 0 0 1-7 7H26l-9.5 7.5V36H11a7 7 0 0 1-7-7V13a7 7 0 0 1 7-7z",
		picture: ["M19.4 17.4a4.7 4.7 0 1 1 6.9 4.2c-1.6.9-2.3 1.7-2.3 3.1", "M24 29.4v.2"],
	},
	// Something that grows.
	strengths: {
		shape: "M24 5 41 14.5v19L24 43 7 33.5v-19z",
		picture: ["M24 35V21", "M24 27c0-5.3-3.4-8.2-9.2-8.2 0 5.6 3.5 8.2 9.2 8.2z", "M24 22.5c0-5.4 3.3-8.7 9.4-8.7 0 5.9-3.7 8.7-9.4 8.7z"],
	},
	// A flag on the way.
	goals: {
		shape: "M24 6a18 18 0 1 1 0 36 18 18 0 0 1 0-36z",
		picture: ["M18.5 35V13.5", "M18.5 14.5h13l-3.6 5 3.6 5h-13"],
	},
	// People together.
	network: {
		shape: "M24 6 42 19.5 35.2 41H12.8L6 19.5z",
		picture: [
			"M24 15.6a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4z",
			"M17.4 33.8c.2-4.3 2.8-6.9 6.6-6.9s6.4 2.6 6.6 6.9",
			"M15.2 19.5a2.6 2.6 0 0 0-.2 5",
			"M32.8 19.5a2.6 2.6 0 0 1 .2 5",
		],
	},
	// A helping heart.
	help: {
		shape: "M24 5 43 24 24 43 5 24z",
		picture: ["M24 33c-5.6-4-9-7.2-9-11.2a4.9 4.9 0 0 1 9-2.6 4.9 4.9 0 0 1 9 2.6c0 4-3.4 7.2-9 11.2z"],
	},
	// Looking back, and round again.
	evaluate: {
		shape: "M14 6h20a8 8 0 0 1 8 8v20a8 8 0 0 1-8 8H14a8 8 0 0 1-8-8V14a8 8 0 0 1 8-8z",
		picture: ["M34.3 21.5a10.6 10.6 0 1 0 .2 4.6", "M35 14.5v7h-7", "M19.6 24.6l3.3 3.3 5.6-6.4"],
	},
};

type StepMarkProps = {
	step: StepCode;
	/** Any length; 2.5rem when left out. */
	size?: string;
	/** Quiet: for a step that has not begun. */
	soft?: boolean;
};

/** The sign of a step: one colour, one shape, one pictogram, the same everywhere. Its name always stands beside it. */
export function StepMark({ step, size, soft }: StepMarkProps) {
	const drawing = drawings[step];
	return (
		<svg
			className="sp-step-mark"
			data-step={step}
			data-soft={soft}
			viewBox="0 0 48 48"
			aria-hidden="true"
			style={{ "--sp-mark": size } as CSSProperties}
		>
			<path className="sp-step-mark-shape" d={drawing.shape} />
			{drawing.picture.map((path) => (
				<path key={path} className="sp-step-mark-picture" d={path} />
			))}
		</svg>
	);
}
