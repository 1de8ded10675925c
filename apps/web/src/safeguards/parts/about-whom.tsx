import type { ComponentProps } from "react";
import { useText } from "../../lib/text.tsx";
import { usePlan } from "../../plans/queries.ts";
import { Select } from "../../ui/select.tsx";

/** About whom something is written: somebody of the family, or nobody in particular. */
export function AboutWhom(props: Omit<ComponentProps<typeof Select>, "label" | "options" | "emptyLabel">) {
	const say = useText();
	const { family } = usePlan();
	return (
		<Select
			label={say("safeguards.safety.with-signal")}
			emptyLabel={say("safeguards.safety.nobody")}
			options={family.persons
				.filter(({ relation }) => relation === "parent" || relation === "child")
				.map(({ id, givenName }) => ({ value: id, label: givenName }))}
			{...props}
		/>
	);
}
