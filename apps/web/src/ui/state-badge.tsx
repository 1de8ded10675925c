import { Circle, CircleCheck, CircleDashed, CircleDot, CircleX, RotateCcw, Star, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type StateTone = "neutral" | "action" | "positive" | "achieved" | "warning" | "negative";
export type StateShape = "open" | "dashed" | "dot" | "check" | "star" | "warning" | "cross" | "again";

const shapes = {
	open: Circle,
	dashed: CircleDashed,
	dot: CircleDot,
	check: CircleCheck,
	star: Star,
	warning: TriangleAlert,
	cross: CircleX,
	again: RotateCcw,
};
const usual: Record<StateTone, StateShape> = {
	neutral: "dashed",
	action: "dot",
	positive: "check",
	achieved: "star",
	warning: "warning",
	negative: "cross",
};

/** A state as a word, a shape and a colour; never as colour alone. */
export function StateBadge({ tone, shape, children }: { tone: StateTone; shape?: StateShape; children: ReactNode }) {
	const Shape = shapes[shape ?? usual[tone]];
	return (
		<span className="sp-badge" data-tone={tone}>
			<Shape aria-hidden="true" />
			{children}
		</span>
	);
}

/** The shape of a state without its frame, for tight places; the word stands beside it. */
export function StateShapeIcon({ shape }: { shape: StateShape }) {
	const Shape = shapes[shape];
	return <Shape aria-hidden="true" />;
}
