import type { Signal } from "@samenplan/contract/caseload";
import { dayFromNow, dayInWords, daysBetween } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { useText } from "../lib/text.tsx";

/** A signal as one short sentence: what waits, how many, and since when. */
export function useSignalWords(today: string): (signal: Signal) => string {
	const say = useText();
	const { locale } = useIntl();
	return ({ kind, since, count, severity }) => {
		const days = daysBetween(since, today);
		return say(`caseload.signal.${kind}`, {
			count: count ?? 1,
			days,
			weeks: Math.floor(days / 7),
			when: dayFromNow(since, today, locale),
			day: dayInWords(since, locale),
			late: String(severity === "now"),
		});
	};
}
