import { lazy, Suspense } from "react";
import { asProblem } from "../../lib/problems.ts";

const MoveReasons = lazy(() => import("./reasons.tsx").then((part) => ({ default: part.MoveReasons })));

/** Wherever a move is refused, the page says why and offers what is possible now. */
export function moreOfProblem(error: unknown) {
	return asProblem(error).code === "move-not-possible" ? (
		<Suspense fallback={null}>
			<MoveReasons error={error} />
		</Suspense>
	) : null;
}
