import type { FamilyPerson } from "@samenplan/contract/families";
import { fullName } from "@samenplan/language/names";
import { Check, Users } from "lucide-react";
import { useId } from "react";
import { useText } from "../../lib/text.tsx";
import { Avatar } from "../../ui/person.tsx";

type Props = {
	people: readonly FamilyPerson[];
	/** The chosen person; empty for all of us together. */
	value: string;
	onValue: (personId: string) => void;
	/** Who is called "myself". */
	self?: string;
	/** About whom something was said already. */
	said?: ReadonlySet<string>;
	/** Offers all of us together as well. */
	all?: boolean;
};

/** About whom one speaks: the faces of the family by name, so that nobody is forgotten. */
export function AboutWhom({ people, value, onValue, self, said, all = false }: Props) {
	const say = useText();
	const name = useId();
	return (
		<fieldset className="step-about">
			<legend className="sp-hidden">{say("steps.about-whom")}</legend>
			{people.map((person) => (
				<label key={person.id} className="step-about-one">
					<input type="radio" name={name} checked={value === person.id} onChange={() => onValue(person.id)} />
					<Avatar personId={person.id} name={fullName(person)} size="2.6rem" />
					<span>{person.id === self ? say("steps.myself") : person.givenName}</span>
					{said?.has(person.id) ? (
						<span className="step-about-said">
							<Check aria-hidden="true" size="1.1em" />
							<span className="sp-hidden">{say("steps.about-said")}</span>
						</span>
					) : null}
				</label>
			))}
			{all ? (
				<label className="step-about-one">
					<input type="radio" name={name} checked={value === ""} onChange={() => onValue("")} />
					<span className="step-about-all" aria-hidden="true">
						<Users />
					</span>
					<span>{say("steps.about-all")}</span>
				</label>
			) : null}
		</fieldset>
	);
}
