import { readOwnPart } from "@samenplan/contract/families";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { HandHeart, SlidersHorizontal } from "lucide-react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { PersonName } from "../../ui/person.tsx";

export const ownPartQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["families", familyId, "own-part"],
		queryFn: ({ signal }) => call(readOwnPart, { params: { familyId }, signal }),
	});

/** For somebody of the family who may not read the plan (yet): welcome, why, and whom to ask. */
export default function OwnPart() {
	const say = useText();
	const { name, coordinator } = useSuspenseQuery(ownPartQuery(useFamilyId())).data;
	const coach = coordinator?.name ?? say("term.involvementRelations.coordinator");
	return (
		<Page width="text">
			<PageTitle
				title={say("people.own-part.title")}
				intro={say("people.own-part.words", { family: name })}
				mark={<HandHeart size="2.6rem" aria-hidden="true" className="text-action" />}
			/>
			<Section title={say("people.own-part.why")}>
				<p>
					<Text id="people.own-part.why-1" />
				</p>
				<p>
					<Text id="people.own-part.why-2" />
				</p>
			</Section>
			<Section title={say("people.own-part.what")}>
				<p>
					<Text id="people.own-part.what-1" values={{ coach }} />
				</p>
				<p>
					<Text id="people.own-part.what-2" />
				</p>
				{coordinator ? (
					<PersonName personId={coordinator.id} name={coordinator.name} size="3.2rem" note={say("people.own-part.coach")} />
				) : null}
			</Section>
			<div>
				<ButtonLink to="/me" look="soft" icon={<SlidersHorizontal aria-hidden="true" />}>
					{say("people.own-part.choices")}
				</ButtonLink>
			</div>
		</Page>
	);
}
