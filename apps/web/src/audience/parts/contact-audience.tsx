import type { ContactAudience } from "@samenplan/contract/shapes";
import { nameList } from "@samenplan/language/names";
import { BriefcaseBusiness, Users, UsersRound } from "lucide-react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { useAudiences, useNamesOf, useShields } from "../queries.ts";

const pictures = { staff: <BriefcaseBusiness />, core: <UsersRound />, circle: <Users /> };

type Props = {
	name: string;
	label: string;
	value: ContactAudience;
	onValue: (value: ContactAudience) => void;
	/** Who knows it anyway: whose it is, or who lives there. */
	knows: readonly string[];
	/** What it is: nobody is named from whom that is kept. */
	what: "address" | "reach";
};

/** How far an address or a number may be known, with the names of who sees it then. */
export function ContactAudienceChoice({ knows, what, ...choice }: Props) {
	const say = useText();
	const { locale } = useIntl();
	const { data } = useAudiences();
	const namesOf = useNamesOf();
	const shields = useShields().data?.shields ?? [];
	const kept = shields.filter((shield) => (shield.what === what || shield.what === "both") && knows.includes(shield.personId));
	const names = (audience: ContactAudience) => {
		const readers = data?.choices.find((each) => each.audience === audience)?.readers ?? [];
		const sees = [...readers, ...knows].filter((id) => knows.includes(id) || !kept.some(({ fromPersonId }) => fromPersonId === id));
		return nameList(namesOf([...new Set(sees)], data?.people ?? []), locale);
	};
	return (
		<RadioCards<ContactAudience>
			{...choice}
			column="13rem"
			cards={(["staff", "core", "circle"] as const).map((value) => ({
				value,
				label: say(`audience.contact.${value}`),
				hint: names(value),
				picture: pictures[value],
			}))}
		/>
	);
}
