import type { Audience } from "@samenplan/access/audiences";
import { type Audiences, readAudiences } from "@samenplan/contract/audience";
import { listShields } from "@samenplan/contract/shields";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/api.ts";
import { useFamilyId, usePersonName } from "../plans/queries.ts";

/** Who may read a text, as chosen in a form. */
export type Choice = { audience: Audience; readers: string[] };
/** What a text begins with: the family and its coordinator. */
export const everyoneOfThePlan: Choice = { audience: "core", readers: [] };

export const audiencesQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "audiences"],
		queryFn: ({ signal }) => call(readAudiences, { params: { familyId }, signal }),
	});

/** Among whom the reader of this page chooses who writes here; undefined until the server said so. */
export function useAudiences() {
	return useQuery(audiencesQuery(useFamilyId()));
}

/** The ids of who reads a text with this choice, in the order of the people. `writer` reads what they wrote for named persons. */
export function readersIn({ choices, people }: Audiences, { audience, readers }: Choice, writer: string): string[] {
	if (audience !== "named") return choices.find((choice) => choice.audience === audience)?.readers ?? [];
	return people.map(({ id }) => id).filter((id) => id === writer || readers.includes(id));
}

/** The names that belong to ids; people of the plan by their own name, others as the server calls them. */
export function useNamesOf(): (ids: readonly string[], people: Audiences["people"]) => string[] {
	const nameOf = usePersonName();
	return (ids, people) => ids.map((id) => people.find((person) => person.id === id)?.name || nameOf(id)).filter(Boolean);
}

/** What is kept from whom, as far as the reader set it or looks after it. */
export function useShields() {
	const familyId = useFamilyId();
	return useQuery({
		queryKey: ["families", familyId, "shields"],
		queryFn: ({ signal }) => call(listShields, { params: { familyId }, signal }),
		retry: false,
	});
}
