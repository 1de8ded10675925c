import type { Step } from "@samenplan/contract/steps";
import type { Step as Row } from "@samenplan/prisma/client";

/** A step as it leaves the API: the same allowlist as in the whole plan. */
export function presentStep({
	id,
	kind,
	state,
	conclusion,
	professionalConclusion,
	agreements,
	concludedAt,
	reopenedBecause,
	version,
}: Row): Step {
	return {
		...{ id, kind, state, conclusion, professionalConclusion, agreements, reopenedBecause, version },
		concludedAt: concludedAt?.toISOString() ?? null,
	};
}
