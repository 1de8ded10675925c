import { dayOfColumn } from "../http/days.ts";

type Kept = {
	id: string;
	dueOn: Date;
	heldOn: Date | null;
	nextOn: Date | null;
	state: string;
	decision: string | null;
	why: string;
	whatWorked: string;
	proudOf: string;
	whatNext: string;
	version: number;
};

/** An evaluation as it stands now, for somebody whose edit started from an older one. */
export function presentEvaluation({ id, dueOn, heldOn, nextOn, state, decision, why, whatWorked, proudOf, whatNext, version }: Kept) {
	return {
		id,
		dueOn: dayOfColumn(dueOn),
		heldOn: dayOfColumn(heldOn),
		nextOn: dayOfColumn(nextOn),
		state,
		decision,
		why,
		whatWorked,
		proudOf,
		whatNext,
		version,
	};
}
