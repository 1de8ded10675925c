import { type Involvement, setInvolvement } from "@samenplan/contract/involvements";
import { dateInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { involvementsQuery } from "../../consents/queries.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Person } from "../kinship.ts";

const tones = {
	not_invited: "neutral",
	invited: "action",
	expired: "warning",
	declined: "warning",
	withdrawn: "neutral",
	begins_later: "action",
	waits_for_consent: "warning",
	active: "positive",
	over: "neutral",
	ended: "neutral",
} as const;

/** The involvement of one person of the family as it is now. */
export function useInvolvement(personId: string): Involvement | undefined {
	const { data } = useQuery(involvementsQuery(useFamilyId()));
	return data?.findLast((one) => one.personId === personId && one.state !== "ended");
}

/** In what state somebody takes part, until when, and what they said who declined. */
export function InvolvedState({ one }: { one: Involvement }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	return (
		<div className="sp-involved">
			<StateBadge tone={tones[one.state]}>
				{say(term("involvementStates", one.state))}
				{one.endsOn ? ` ${say("people.involved.until", { day: dateInWords(one.endsOn, locale) })}` : ""}
			</StateBadge>
			{one.state === "declined" && one.invitation?.words ? (
				<small>
					{say("people.involved.said")} <q>{one.invitation.words}</q>
				</small>
			) : null}
			{one.state === "waits_for_consent" ? (
				<>
					<small>{say("people.involved.consent-words")}</small>
					<ButtonLink
						look="soft"
						size="small"
						to={
							one.consentId === null
								? `/families/${familyId}/consents/new?kind=involve&to=${one.personId}`
								: `/families/${familyId}/consents`
						}
					>
						{say(one.consentId === null ? "people.involved.consent" : "consent.nav")}
					</ButtonLink>
				</>
			) : null}
		</div>
	);
}

/** From when until when somebody takes part; for who looks after that. */
export function InvolvedDays({ person }: { person: Person }) {
	const one = useInvolvement(person.id);
	const can = useCan();
	if (!one || !can("involvement.write") || (person.relation !== "professional" && person.relation !== "network_member")) return null;
	return <Days key={one.id} one={one} name={person.givenName} />;
}

function Days({ one, name }: { one: Involvement; name: string }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(setInvolvement);
	const form = useSavingForm({
		defaultValues: { startsOn: one.startsOn, endsOn: one.endsOn ?? "" },
		save: ({ startsOn, endsOn }) =>
			write.mutateAsync({
				params: { familyId, personId: one.personId },
				body: { startsOn, endsOn: endsOn || null, consentId: one.consentId },
			}),
		onSaved: () => toast({ words: say("people.involved.saved") }),
	});
	return (
		<Section title={say("people.involved.title")} intro={say("people.involved.intro", { name })}>
			<InvolvedState one={one} />
			<Form form={form} submit={say("ui.save")}>
				<DateField label={say("people.involved.starts")} defaultValue={one.startsOn} {...form.field("startsOn")} />
				<DateField
					label={say("people.involved.ends")}
					hint={say("people.involved.ends-hint")}
					optional
					defaultValue={one.endsOn ?? ""}
					{...form.field("endsOn")}
				/>
			</Form>
		</Section>
	);
}
