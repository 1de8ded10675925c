import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "../ui/toast.tsx";

/** A change of my own ways to sign in: afterwards they are read again, and a few words say that it worked. */
export function useChangeMine<Values = void>(change: (values: Values) => Promise<unknown>, done?: string) {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: change,
		onSuccess: (answer) => {
			if (done !== undefined && answer !== "stopped") toast({ words: done });
		},
		onSettled: () => queries.invalidateQueries({ queryKey: ["me"] }),
	});
}
