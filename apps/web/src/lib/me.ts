import { type Me, readMe } from "@samenplan/contract/accounts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { createContext, useContext, useSyncExternalStore } from "react";
import { call } from "./api.ts";
import { sessionState, subscribeToSession } from "./session.ts";

export const meQuery = queryOptions({
	queryKey: ["me"],
	queryFn: ({ signal }) => call(readMe, { signal }),
	staleTime: 5 * 60_000,
});

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is reading. Only inside pages that need signing in. */
export function useMe(): Me {
	const me = useContext(MeContext);
	if (!me) throw new Error("useMe is for pages behind the sign-in");
	return me;
}

/** Who is reading, if anyone is known. */
export function useMaybeMe(): Me | undefined {
	const state = useSyncExternalStore(subscribeToSession, sessionState);
	const { data } = useQuery({ ...meQuery, enabled: state === "signed-in" });
	return state === "signed-out" ? undefined : data;
}

/** The days as the organisation set them: what a form suggests. */
export function useDays(): Me["days"] {
	return useMe().days;
}

/** Whether something may be done apart from one family; inside a family ask the abilities of the object at hand. */
export function useAbility(ability: Me["abilities"][number]): boolean {
	return useMe().abilities.includes(ability);
}
