import type { ShareNeed, ShareObject } from "@samenplan/contract/shares";
import { nameList } from "@samenplan/language/names";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import "../consents.css";

/** Why a part cannot be shared yet: whom it is about, for whom a yes is missing, and for each the way to ask it. */
export function ShareNeeds({
	needs,
	part,
	personId,
}: {
	needs: readonly ShareNeed[];
	part: { object: ShareObject; objectId: string };
	/** With whom it is to be shared. */
	personId: string;
}) {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const familyId = useFamilyId();
	const list = (names: readonly string[]) => nameList(names, locale);
	const ask = (about: string) =>
		`/families/${familyId}/consents/new?kind=share&to=${personId}&about=${about}&part=${part.object}:${part.objectId}`;
	const words = ({ state, name, waitingFor }: ShareNeed) =>
		state === "asked"
			? say("consent.needs.asked", { name, names: list(waitingFor) })
			: say(state === "nobody" ? "consent.needs.nobody" : "consent.needs.not-asked", { name });
	return (
		<Notice title={say("consent.needs.title")} live>
			{needs.length > 1 ? <p>{say("consent.needs.all", { names: list(needs.map(({ name }) => name)) })}</p> : null}
			<ul className="share-needs">
				{needs
					.filter(({ state }) => state !== "stands" && state !== "yours")
					.map((need) => (
						<li key={need.personId}>
							<span>{words(need)}</span>
							{need.state === "not_asked" && can("consent.ask") ? (
								<ButtonLink to={ask(need.personId)} look="soft" size="small">
									{say("consent.needs.ask", { name: need.name })}
								</ButtonLink>
							) : null}
							{need.state === "asked" ? (
								<ButtonLink to={`/families/${familyId}/consents`} look="quiet" size="small">
									{say("consent.needs.see")}
								</ButtonLink>
							) : null}
						</li>
					))}
			</ul>
		</Notice>
	);
}
