import type { WholePlan } from "@samenplan/contract/plans";
import { usePlan } from "../plans/queries.ts";

type Person = WholePlan["family"]["persons"][number];

/** Who can be shared with by name: everyone around the family who does not read the plan already. */
export function useReceivers(): Person[] {
	return receiversOf(usePlan());
}

export function receiversOf({ family }: Pick<WholePlan, "family">): Person[] {
	const withAuthority = new Set(family.authorities.filter(({ holds }) => holds === "yes").map(({ parentId }) => parentId));
	return family.persons.filter(
		({ id, relation }) => relation === "professional" || relation === "network_member" || (relation === "parent" && !withAuthority.has(id)),
	);
}
