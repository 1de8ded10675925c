import type { ComponentProps } from "react";
import { useText } from "../../lib/text.tsx";
import { usePlan } from "../../plans/queries.ts";
import { Select } from "../../ui/select.tsx";

type Asked = Omit<ComponentProps<typeof Select>, "label" | "options" | "emptyLabel">;

/** About whom something is written: somebody of the family, or nobody in particular. */
export function AboutWhom(props: Asked) {
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

/** What a choice says that is not about one person. */
export const wholeFamily = "family";

/** About whom a note is: somebody of the family or the whole family, chosen each time, since it decides who is given the note. */
export function AboutWhomOrAll(props: Asked) {
	const say = useText();
	const { family } = usePlan();
	return (
		<Select
			label={say("safeguards.notes.about-whom")}
			hint={say("safeguards.notes.about-hint")}
			emptyLabel={say("safeguards.notes.choose")}
			options={[
				{ value: wholeFamily, label: say("safeguards.notes.whole-family") },
				...family.persons
					.filter(({ relation }) => relation === "parent" || relation === "child")
					.map(({ id, givenName }) => ({ value: id, label: givenName })),
			]}
			{...props}
		/>
	);
}
