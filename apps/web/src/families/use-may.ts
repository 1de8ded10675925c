import type { Me } from "@samenplan/contract/accounts";
import { useParams } from "react-router";
import { useMe } from "../lib/me.ts";

type Door = Me["families"][number]["abilities"][number];

/**
 * Whether something may be asked for in the family of the address, as the server says: known before anything of the family is read.
 * For a family that is not in one's own list (an emergency, a request) nothing is known, so nothing is said.
 */
export function useMay(): (door: Door) => boolean {
	const { familyId } = useParams();
	const here = useMe().families.find(({ id }) => id === familyId);
	return (door) => here?.abilities.includes(door) ?? false;
}

/** For whoever reads what was shared with them and not the plan: the plan is not asked for. */
export function useOwnPartOnly(): boolean {
	const may = useMay();
	return may("own_part.read") && !may("plan.read");
}
