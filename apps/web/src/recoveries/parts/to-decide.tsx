import { useQuery } from "@tanstack/react-query";
import { useAbility } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { recoveriesQuery } from "../queries.ts";

/** For whoever decides as the second person: that somebody waits. Nothing when nobody does. */
export function RecoveriesToDecide() {
	const say = useText();
	const may = useAbility("recovery.decide");
	const { data } = useQuery({ ...recoveriesQuery, enabled: may });
	const count = data?.recoveries.filter(({ mayDecide }) => mayDecide).length ?? 0;
	if (count === 0) return null;
	return (
		<Notice
			title={say("recoveries.team", { count })}
			actions={
				<ButtonLink to="/recoveries" look="soft">
					{say("recoveries.team-look")}
				</ButtonLink>
			}
		>
			<p>{say("recoveries.team-words")}</p>
		</Notice>
	);
}
