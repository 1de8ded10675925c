import type { WholePlan } from "@samenplan/contract/plans";
import type { ShareObject } from "@samenplan/contract/shares";
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

/** About whom a part of the plan can be; the first is the likeliest. The API decides, with the same rule. */
export function aboutChoices({ family, goals, viewer }: WholePlan, object: ShareObject, forPersonId: string | null): Person[] {
	const children = family.persons.filter(({ relation }) => relation === "child");
	const parents = family.persons.filter(({ relation }) => relation === "parent");
	const goal = object === "goal" ? goals.find((each) => each.forPersonId === forPersonId && forPersonId !== null) : undefined;
	if (goal) return family.persons.filter(({ id }) => id === forPersonId);
	if (object === "ask") {
		// Whoever asks something of their own people most often asks it for themselves.
		const all = [...parents, ...children];
		return [...all.filter(({ id }) => id === viewer.personId), ...all.filter(({ id }) => id !== viewer.personId)];
	}
	return children.length > 0 ? children : parents;
}
