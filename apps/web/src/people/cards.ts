import { type InvitationCard, invitePerson } from "@samenplan/contract/people";
import { useState } from "react";
import { useNavigate } from "react-router";
import { asProblem } from "../lib/problems.ts";
import { useText } from "../lib/text.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../plans/queries.ts";

/**
 * Cards that were made since this page was loaded. The code is told once: it lives in the memory of this page only, for who made
 * it, and is gone after a reload.
 */
const fresh = new Map<string, InvitationCard>();

export function freshCard(readerId: string, personId: string): InvitationCard | undefined {
	return fresh.get(`${readerId}:${personId}`);
}

export function forgetCard(readerId: string, personId: string): void {
	fresh.delete(`${readerId}:${personId}`);
}

const reasons = ["too-young", "birth-day-unknown", "account-off", "card-used"] as const;

/** Makes a card for somebody and shows it; what stands in the way comes back in words. */
export function useInvite() {
	const say = useText();
	const go = useNavigate();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const write = useFamilyWrite(invitePerson);
	const [problem, setProblem] = useState<{ error: unknown; words?: string }>();
	const invite = async (personId: string) => {
		setProblem(undefined);
		try {
			fresh.set(`${viewer.personId}:${personId}`, await write.mutateAsync({ params: { familyId, personId } }));
			await go(`/families/${familyId}/people/${personId}/card`);
		} catch (error) {
			const reason = reasons.find((one) => asProblem(error).reasons?.includes(one));
			setProblem({ error, ...(reason && { words: say(`people.reason.${reason}`) }) });
		}
	};
	return { invite, pending: write.isPending, problem };
}
