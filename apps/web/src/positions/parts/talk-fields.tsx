import { fullName } from "@samenplan/language/names";
import type { ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { usePlan } from "../../plans/queries.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { FieldError } from "../../ui/field.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import "./positions.css";

export type TalkValues = { heldOn: string; tookPart: string[]; text: string };

type TalkFieldsProps = {
	field: (name: keyof TalkValues) => UseFormRegisterReturn & { error: ReactNode };
	choice: (name: "tookPart") => { value: string[]; onValue: (value: string[]) => void; error: ReactNode };
	/** What is asked of the words. */
	label: string;
	hint?: string;
};

/** A talk about a disagreement: when, with whom, and what was said. The same for a goal, the shared picture, a decision and a version. */
export function TalkFields({ field, choice, label, hint }: TalkFieldsProps) {
	const say = useText();
	const { family } = usePlan();
	const people = family.persons.filter(({ relation }) => relation !== "scientist");
	const { value, onValue, error } = choice("tookPart");
	return (
		<>
			<DateField label={say("talks.held-on")} max={today()} {...field("heldOn")} />
			<fieldset className="sp-talk-people" aria-describedby={error ? "talk-people-error" : undefined}>
				<legend className="sp-label">{say("talks.took-part")}</legend>
				{people.map((person) => (
					<Checkbox
						key={person.id}
						label={fullName(person)}
						checked={value.includes(person.id)}
						onChange={(event) => onValue(event.target.checked ? [...value, person.id] : value.filter((id) => id !== person.id))}
					/>
				))}
				<FieldError id="talk-people-error">{error}</FieldError>
			</fieldset>
			<TextArea label={label} hint={hint} rows={4} {...field("text")} />
		</>
	);
}
