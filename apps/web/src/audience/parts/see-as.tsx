import { Eye } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";

/** The way to the plan through the eyes of this person. */
export function SeeAs({ person }: { person: { id: string; givenName: string } }) {
	const say = useText();
	return (
		<div>
			<ButtonLink to={`/families/${useFamilyId()}/as/${person.id}`} look="soft" icon={<Eye aria-hidden="true" />}>
				{say("audience.as.link", { name: person.givenName })}
			</ButtonLink>
		</div>
	);
}
