import type { Handover } from "@samenplan/contract/handovers";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { CalendarHeart } from "lucide-react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { useCan, usePersonName, usePlan } from "../../plans/queries.ts";
import { HandoverCalendar } from "../../reminders/parts/talk-calendar.tsx";
import { Stack } from "../../ui/layout.tsx";
import { PersonName, Quote } from "../../ui/person.tsx";

export const isRunning = ({ state }: Handover) => state === "asked" || state === "arranged";

/** The handover that runs now, if any: one at a time. */
export function useRunning(): Handover | undefined {
	return usePlan().handovers.find(isRunning);
}

/** Names in full of people who coordinate, did or may come to. */
export function useFullName(): (personId: string | null) => string {
	const { family, others } = usePlan();
	return (personId) => {
		const person = [...family.persons, ...others].find(({ id }) => id === personId);
		return person ? fullName(person) : "";
	};
}

/** Why it was asked, in the words of who asked. */
export function Because({ handover }: { handover: Handover }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	return (
		<Quote
			personId={handover.askedBy}
			name={nameOf(handover.askedBy)}
			note={say("coach.why")}
			when={dayInWords(dayOf(handover.createdAt), locale)}
		>
			<span className="sp-words">{handover.because}</span>
		</Quote>
	);
}

/** Who may come, when they all talk together and where, and what the new one may know. */
export function Arrangement({ handover }: { handover: Handover }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const nameInFull = useFullName();
	const can = useCan();
	if (!handover.toPersonId || !handover.talkOn) return null;
	const name = nameOf(handover.toPersonId);
	return (
		<Stack gap="lg">
			<PersonName personId={handover.toPersonId} name={nameInFull(handover.toPersonId)} size="3rem" />
			<div className="sp-handover-talk">
				<CalendarHeart aria-hidden="true" />
				<div>
					<h3>{say("coach.talk")}</h3>
					<p className="sp-handover-day">{dayInWords(handover.talkOn, locale)}</p>
					{handover.talkWhere ? <p>{say("coach.talk.where", { place: handover.talkWhere })}</p> : null}
					<p className="sp-hint">{say("coach.talk.words", { from: nameOf(handover.fromPersonId), to: name })}</p>
					{can("calendar.take") && handover.state === "arranged" ? <HandoverCalendar handoverId={handover.id} /> : null}
				</div>
			</div>
			<div>
				<h3>{say("coach.to-know", { name })}</h3>
				{handover.toKnow ? <p className="sp-words">{handover.toKnow}</p> : <p className="sp-hint">{say("coach.to-know.none")}</p>}
			</div>
			{handover.toldFamilyOn ? <p className="sp-hint">{say("coach.told", { day: dayInWords(handover.toldFamilyOn, locale) })}</p> : null}
		</Stack>
	);
}

/** What went before, each in one sentence with the words that were said. */
export function EarlierHandovers() {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const earlier = [...usePlan().handovers].filter((each) => !isRunning(each)).reverse();
	if (earlier.length === 0) return null;
	return (
		<section className="sp-stack" data-gap="sm">
			<h2>{say("coach.earlier")}</h2>
			<ul className="sp-handover-earlier">
				{earlier.map(({ id, state, fromPersonId, toPersonId, answeredAt, createdAt, answerWords }) => (
					<li key={id}>
						<p>
							{say(`coach.earlier.${state === "accepted" || state === "declined" ? state : "withdrawn"}`, {
								from: nameOf(fromPersonId),
								to: toPersonId ? nameOf(toPersonId) : "",
								day: dayInWords(dayOf(answeredAt ?? createdAt), locale),
							})}
						</p>
						{answerWords ? <p className="sp-words sp-hint">{answerWords}</p> : null}
					</li>
				))}
			</ul>
		</section>
	);
}
