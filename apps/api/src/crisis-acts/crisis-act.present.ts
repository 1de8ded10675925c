import type { CrisisAct } from "@samenplan/contract/crisis-acts";
import type { CrisisAct as Row } from "@samenplan/prisma/client";
import { dayOfColumn } from "../http/days.ts";

/** An act as it leaves the API: the same allowlist as in the whole plan. */
export function presentCrisisAct({ id, what, doneBy, doneByWho, doneOn, language, writtenBy, version }: Row): CrisisAct {
	return { id, what, doneBy, doneByWho, doneOn: dayOfColumn(doneOn), language, writtenBy, version };
}
