import { CalendarHeart } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { ContactLine } from "../parts/contact-line.tsx";
import { RecordContact } from "../parts/record-contact.tsx";

/** Every contact between the coordinator and the family, newest first, for everyone of the plan. */
export default function ContactsPage() {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const { contactMoments } = usePlan();
	const steers = can("plan.steer");
	return (
		<Page width="text">
			<PageTitle
				title={say("contacts.title")}
				intro={say("contacts.intro")}
				{...(steers ? {} : { back: { to: home, label: say("plans.to-home") } })}
			/>
			<RecordContact />
			{contactMoments.length === 0 ? (
				<EmptyState
					picture={<CalendarHeart />}
					title={say("contacts.none")}
					actions={
						steers ? undefined : (
							<ButtonLink look="soft" to={`${home}/questions`}>
								{say("contacts.to-talk")}
							</ButtonLink>
						)
					}
				>
					{say("contacts.none-words")}
				</EmptyState>
			) : (
				<ol className="contact-list">
					{contactMoments.map((contact) => (
						<li key={contact.id}>
							<ContactLine contact={contact} />
						</li>
					))}
				</ol>
			)}
		</Page>
	);
}
