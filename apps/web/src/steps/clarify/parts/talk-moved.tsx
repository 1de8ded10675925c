import { dayInWords } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { useText } from "../../../lib/text.tsx";
import { useFamilyId } from "../../../plans/queries.ts";
import { ButtonLink } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";

/** Says that the talk in which we look back moved forward, because of what was just chosen; read out when it appears. */
export function TalkMoved({ to }: { to: string | null }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	if (to === null) return null;
	return (
		<Notice
			live
			title={say("clarify.work.talk-moved", { day: dayInWords(to, locale) })}
			actions={
				<ButtonLink look="quiet" size="small" to={`/families/${familyId}/steps/evaluate`}>
					{say("clarify.work.talk-moved-see")}
				</ButtonLink>
			}
		>
			<p>{say("clarify.work.talk-moved-why")}</p>
		</Notice>
	);
}
