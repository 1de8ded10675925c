import { dateInWords, dayInWords, dayOf } from "@samenplan/language/dates";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { FolderLock, HandHeart, SlidersHorizontal } from "lucide-react";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { Shields } from "../../audience/parts/shields.tsx";
import { WordsForMe } from "../../audience/parts/words-for-me.tsx";
import { ConsentCard } from "../../consents/parts/consent-card.tsx";
import { meQuery } from "../../lib/me.ts";
import { Text, useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { PersonName, Quote } from "../../ui/person.tsx";
import { ownPartQuery } from "../own-part-query.ts";
import { OwnAskCard, OwnGoalCard, OwnHelpCard, OwnSteps } from "./own-part-cards.tsx";

/** For somebody who does not read the plan: what is asked of them, what was shared with them by name, and whom to ask. */
export default function OwnPart() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const part = useSuspenseQuery(ownPartQuery(familyId)).data;
	useMoreThanAPart(part.viewer.abilities.includes("plan.read"));
	const { name, coordinator, viewer, goals, help, asks, versions, steps, texts, circle, consents, may, endsOn } = part;
	const parent = viewer.relations.includes("parent_without_authority");
	const something = [goals, help, asks, versions, steps, texts].some((some) => some.length > 0);
	const coach = coordinator?.name ?? say("term.involvementRelations.coordinator");
	return (
		<Page width="text">
			<PageTitle
				title={say(something ? "people.shared.title" : "people.own-part.title")}
				intro={
					something
						? say("people.shared.intro", { family: name })
						: say(parent ? "people.own-part.words" : "people.shared.none", { family: name })
				}
				mark={<HandHeart size="2.6rem" aria-hidden="true" className="text-action" />}
			/>
			{consents.length > 0 ? (
				<Section title={say("consent.for-you")}>
					{consents.map((consent) => (
						<ConsentCard key={consent.id} consent={consent} me={viewer.personId} />
					))}
				</Section>
			) : null}
			{asks.length > 0 ? (
				<Section title={say("people.shared.asks")}>
					{asks.map((ask) => (
						<OwnAskCard key={ask.id} ask={ask} mayOffer={may.offer} />
					))}
				</Section>
			) : null}
			{steps.length > 0 ? (
				<Section title={say("people.shared.steps")}>
					<OwnSteps steps={steps} />
				</Section>
			) : null}
			{goals.length > 0 ? (
				<Section title={say("people.shared.goals")}>
					{goals.map((goal) => (
						<OwnGoalCard key={goal.id} goal={goal} me={viewer.personId} mayComment={may.comment} />
					))}
				</Section>
			) : null}
			{help.length > 0 ? (
				<Section title={say("people.shared.help")}>
					{help.map((one) => (
						<OwnHelpCard key={one.id} help={one} me={viewer.personId} may={may} />
					))}
				</Section>
			) : null}
			{texts.length > 0 ? (
				<Section title={say("people.shared.texts")}>
					{texts.map(({ id, text, name: by, createdAt, mine }) => (
						<Quote key={id} personId={mine ? viewer.personId : by} name={by} when={dayInWords(dayOf(createdAt), locale)}>
							{text}
						</Quote>
					))}
				</Section>
			) : null}
			{versions.map((version) => (
				<Disclosure
					key={version.id}
					title={say("people.shared.version", { number: version.number, day: dateInWords(dayOf(version.putAt), locale) })}
				>
					<ul className="sp-plain-list own-list">
						{version.goals.map((words) => (
							<li key={words}>{words}</li>
						))}
						{version.help.map(({ what, provider }) => (
							<li key={what}>{provider ? `${what}, ${provider}` : what}</li>
						))}
					</ul>
				</Disclosure>
			))}
			{circle.length > 0 ? (
				<Section title={say("people.shared.circle")}>
					<ul className="sp-our-people">
						{circle.map((one) => (
							<li key={one.id}>
								<PersonName
									personId={one.id}
									name={one.name}
									note={one.id === coordinator?.id ? say("people.own-part.coach") : undefined}
								/>
							</li>
						))}
					</ul>
				</Section>
			) : null}
			{parent && !something ? <WhyClosed coach={coach} /> : null}
			{coordinator && !circle.some(({ id }) => id === coordinator.id) ? (
				<Section title={say("people.shared.ask-coach")}>
					<PersonName personId={coordinator.id} name={coordinator.name} size="3.2rem" note={say("people.own-part.coach")} />
				</Section>
			) : null}
			{endsOn ? <p className="sp-hint">{say("people.shared.until", { day: dateInWords(endsOn, locale) })}</p> : null}
			<WordsForMe />
			{viewer.abilities.includes("shield.write") ? <Shields me={viewer.personId} /> : null}
			<div className="sp-row" data-gap="sm">
				{viewer.abilities.includes("my_data.export") ? (
					<ButtonLink to={`/families/${familyId}/my-data`} look="soft" icon={<FolderLock aria-hidden="true" />}>
						{say("my-data.home")}
					</ButtonLink>
				) : null}
				<ButtonLink to="/me" look="soft" icon={<SlidersHorizontal aria-hidden="true" />}>
					{say("people.own-part.choices")}
				</ButtonLink>
			</div>
		</Page>
	);
}

/** Whoever was given the plan while this page stood open gets it at once. */
function useMoreThanAPart(readsPlan: boolean) {
	const queries = useQueryClient();
	useEffect(() => {
		if (readsPlan) void queries.invalidateQueries({ queryKey: meQuery.queryKey });
	}, [queries, readsPlan]);
}

function WhyClosed({ coach }: { coach: string }) {
	const say = useText();
	return (
		<>
			<Section title={say("people.own-part.why")}>
				<p>
					<Text id="people.own-part.why-1" />
				</p>
				<p>
					<Text id="people.own-part.why-2" />
				</p>
			</Section>
			<Section title={say("people.own-part.what")}>
				<p>
					<Text id="people.own-part.what-1" values={{ coach }} />
				</p>
				<p>
					<Text id="people.own-part.what-2" />
				</p>
			</Section>
		</>
	);
}
