import { useQuery } from "@tanstack/react-query";
import { useAbility } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { myHandoversQuery } from "../queries.ts";

/** Above the caseload: families that come to the reader. */
export function ComingNotice() {
	const say = useText();
	const may = useAbility("handovers.answer");
	const { data = [] } = useQuery({ ...myHandoversQuery, enabled: may });
	if (data.length === 0) return null;
	return (
		<Notice
			title={say("handover.mine.notice", { count: data.length })}
			actions={
				<ButtonLink look="soft" size="small" to="/handovers">
					{say("handover.mine.look")}
				</ButtonLink>
			}
		>
			<p>{say("handover.mine.notice-words")}</p>
		</Notice>
	);
}
