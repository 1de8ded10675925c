import type { FamilyPerson } from "@samenplan/contract/families";
import { fullName } from "@samenplan/language/names";
import { Avatar, usePersonGround } from "../../ui/person.tsx";

/** The head of a column: a person in their own colour. */
export function PersonHead({ person, note, level }: { person: FamilyPerson; note: string; level: 2 | 3 }) {
	const groundOf = usePersonGround();
	const Heading = level === 2 ? "h2" : "h3";
	return (
		<header style={{ background: groundOf(person.id) }}>
			<Avatar personId={person.id} name={fullName(person)} size="2.4rem" />
			<span>
				<Heading>{person.givenName}</Heading>
				<small>{note}</small>
			</span>
		</header>
	);
}
