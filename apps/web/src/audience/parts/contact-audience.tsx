import type { ContactAudience } from "@samenplan/contract/shapes";
import { nameList } from "@samenplan/language/names";
import { BriefcaseBusiness, Users, UsersRound } from "lucide-react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { useAudiences, useNamesOf } from "../queries.ts";

const pictures = { staff: <BriefcaseBusiness />, core: <UsersRound />, circle: <Users /> };

type Props = {
	name: string;
	label: string;
	value: ContactAudience;
	onValue: (value: ContactAudience) => void;
	/** Who knows it anyway: whose it is, or who lives there. */
	knows: readonly string[];
};

/** How far an address or a number may be known, with the names of who sees it then. */
export function ContactAudienceChoice({ knows, ...choice }: Props) {
	const say = useText();
	const { locale } = useIntl();
	const { data } = useAudiences();
	const namesOf = useNamesOf();
	const names = (audience: ContactAudience) => {
		const readers = data?.choices.find((each) => each.audience === audience)?.readers ?? [];
		return nameList(namesOf([...new Set([...readers, ...knows])], data?.people ?? []), locale);
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
