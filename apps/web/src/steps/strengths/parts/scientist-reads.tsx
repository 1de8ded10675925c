import { dateInWords } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { useText } from "../../../lib/text.tsx";
import { usePersonName, usePlan } from "../../../plans/queries.ts";
import { Notice } from "../../../ui/notice.tsx";

/**
 * Says beforehand that the picture goes to a behavioural scientist: on the page where it is written, while it can still be talked
 * about, to the family as well as to who steers. Nothing where nobody reads along.
 */
export function ScientistReads() {
	const say = useText();
	const { locale } = useIntl();
	const { plan, reviews } = usePlan();
	const nameOf = usePersonName();
	const asked = reviews.filter(({ state }) => state !== "withdrawn");
	const newest = asked.at(-1);
	if (!newest && !plan.complex && plan.route !== "crisis") return null;
	const name = newest?.scientistId ? nameOf(newest.scientistId) : "";
	const read = newest?.state === "advised" || newest?.state === "answered";
	const told = newest?.toldFamilyOn ?? plan.toldFamilyOn;
	return (
		<Notice title={say("strengths.scientist")}>
			<p>
				{name === "" ? say("strengths.scientist.goes") : say(read ? "strengths.scientist.read" : "strengths.scientist.reads", { name })}{" "}
				{told ? say("strengths.scientist.told", { day: dateInWords(told, locale) }) : null}
			</p>
		</Notice>
	);
}
