import { nameList } from "@samenplan/language/names";
import { useIntl } from "react-intl";
import { useText } from "../lib/text.tsx";
import type { Family } from "../people/kinship.ts";
import { usePlan } from "../plans/queries.ts";

export type Household = Family["households"][number];

/** A name for a home that nobody named: after the parents who live there. */
export function useHomeName() {
	const say = useText();
	const { locale } = useIntl();
	const { family } = usePlan();
	return (home: Household): string => {
		const names = home.members.flatMap(
			({ personId }) => family.persons.find((each) => each.id === personId && each.relation === "parent")?.givenName ?? [],
		);
		return home.name || (names.length > 0 ? say("families.homes.of", { names: nameList(names, locale) }) : say("people.home"));
	};
}
