import { asProblem } from "../../lib/problems.ts";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** What was refused outside a family's pages, with every reason in words. */
export function Refused({ error }: { error: unknown }) {
	return (
		<ProblemNotice error={error}>
			<Reasons codes={asProblem(error).reasons ?? []} />
		</ProblemNotice>
	);
}
