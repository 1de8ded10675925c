import type { Audience } from "@samenplan/access/audiences";
import { nameList } from "@samenplan/language/names";
import { Lock, Users } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePersonName } from "../../plans/queries.ts";
import { Chip } from "../../ui/person.tsx";

type Props = { text: { audience: Audience; readers: readonly string[]; writtenBy: string } };

/** Says who reads a text when that is not simply the family and its coordinator; named persons by name. */
export function AudienceChip({ text: { audience, readers, writtenBy } }: Props) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	if (audience === "core") return null;
	const names = [...new Set([writtenBy, ...readers])].map(nameOf).filter(Boolean);
	return (
		<Chip icon={audience === "circle" ? <Users size="0.9em" aria-hidden="true" /> : <Lock size="0.9em" aria-hidden="true" />}>
			{audience === "named" ? say("audience.only", { names: nameList(names, locale) }) : say(term("audiences", audience))}
		</Chip>
	);
}
