import { dayInWords } from "@samenplan/language/dates";
import { firstContactDue } from "@samenplan/plan-rules/due-dates";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Section, Stack } from "../../ui/layout.tsx";
import { ContactLine } from "./contact-line.tsx";
import { RecordContact } from "./record-contact.tsx";

/** The last contact with this family, and a place to record the next one in two taps. */
export function LastContact() {
	const say = useText();
	const { locale } = useIntl();
	const home = `/families/${useFamilyId()}`;
	const { contactMoments, plan } = usePlan();
	const last = contactMoments[0];
	return (
		<Section title={say("contacts.work.last")} id="contact">
			<Stack gap="md">
				{last ? (
					<ContactLine contact={last} near />
				) : (
					<p className="sp-hint">
						{say("contacts.work.last-none")}. {say("contacts.work.first-by", { day: dayInWords(firstContactDue(plan.openedOn), locale) })}
					</p>
				)}
				<RecordContact />
				{contactMoments.length > 1 ? (
					<Link className="sp-link" to={`${home}/contacts`}>
						{say("contacts.work.all")}
					</Link>
				) : null}
			</Stack>
		</Section>
	);
}
