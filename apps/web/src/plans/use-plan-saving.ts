import type { PlanHead } from "@samenplan/contract/plans";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { conflictOf } from "../lib/api.ts";
import { useText } from "../lib/text.tsx";
import { toast } from "../ui/toast.tsx";
import { useFamilyId, usePlan } from "./queries.ts";

/**
 * Saving some of the plan's own facts. Many things stand in one plan: when only something else of it was saved meanwhile, there is
 * nothing to choose and it is sent again; when one of `own` was changed, `other` is what stands there now, and saving again is a
 * choice made with both in sight.
 */
export function usePlanSaving(own: readonly (keyof PlanHead)[], onSaved: () => void) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { plan } = usePlan();
	const [from, setFrom] = useState(plan);
	const [other, setOther] = useState<PlanHead>();

	const unchanged = (now: PlanHead) => own.every((field) => now[field] === from[field]);
	async function send(save: (version: number) => Promise<unknown>, tries = 3, version?: number): Promise<unknown> {
		try {
			// What came in live meanwhile counts as read, as long as it was about something else.
			return await save(version ?? (unchanged(plan) ? plan.version : from.version));
		} catch (error) {
			const now = conflictOf<PlanHead>(error);
			if (now && tries > 0 && unchanged(now)) return send(save, tries - 1, now.version);
			if (now) {
				setFrom(now);
				setOther(now);
			}
			throw error;
		}
	}
	return {
		familyId,
		params: { familyId },
		send: (save: (version: number) => Promise<unknown>) => send(save),
		other,
		/** For `useSavingForm`: a conflict is shown by the form itself, from `other`. */
		after: {
			onSaved: () => {
				void queries.invalidateQueries({ queryKey: ["families", familyId] });
				toast({ words: say("ui.saved") });
				onSaved();
			},
			onConflict: () => undefined,
		},
	};
}
