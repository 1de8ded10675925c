import type { Endpoint, EndpointInput } from "@samenplan/contract/endpoint";
import { asProblem, problemKey } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { toast } from "../../ui/toast.tsx";

/**
 * Takes something away and offers to put it back: with the same words, as something new. The former text stays in the plan's history
 * either way.
 */
export function useTakeAway<Remove extends Endpoint, Add extends Endpoint>(remove: Remove, add: Add) {
	const say = useText();
	const familyId = useFamilyId();
	const removing = useFamilyWrite(remove);
	const adding = useFamilyWrite(add);
	return async (params: Record<string, string>, body: unknown, words: string): Promise<void> => {
		await removing.mutateAsync({ params } as unknown as EndpointInput<Remove>);
		toast({
			words,
			undo: () =>
				void adding
					.mutateAsync({ params: { familyId }, body } as unknown as EndpointInput<Add>)
					.catch((error: unknown) => toast({ words: say(problemKey(asProblem(error).code, "title")) })),
		});
	};
}
