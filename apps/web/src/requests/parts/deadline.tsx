import { dayInWords, daysBetween } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { StateBadge } from "../../ui/state-badge.tsx";

/** How long there is until the last day, in words; nearer than a week asks for attention. */
export function Deadline({ dueOn }: { dueOn: string }) {
	const say = useText();
	const { locale } = useIntl();
	const days = daysBetween(today(), dueOn);
	const words =
		days < 0 ? say("requests.due-late", { days: -days }) : days === 0 ? say("requests.due-today") : say("requests.due-in", { days });
	return (
		<span className="req-due">
			<StateBadge
				tone={days < 0 ? "negative" : days <= 7 ? "warning" : "neutral"}
				shape={days < 0 ? "warning" : days <= 7 ? "dot" : "open"}
			>
				{words}
			</StateBadge>
			<span className="sp-hint">{dayInWords(dueOn, locale)}</span>
		</span>
	);
}
