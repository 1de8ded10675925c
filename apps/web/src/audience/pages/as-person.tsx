import { readPlanAs } from "@samenplan/contract/audience";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { WholePlan } from "@samenplan/contract/plans";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { Eye, X } from "lucide-react";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { PlanDocument } from "../../plans/parts/plan-document.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Page, Section, Stack } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { PersonName, Quote } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { WordsAndContacts } from "../parts/words-for-me.tsx";
import "../audience.css";

/** The plan through the eyes of somebody of the family: to look at, not to do anything with. Escape closes it. */
export default function AsPersonPage() {
	const say = useText();
	const go = useNavigate();
	const familyId = useFamilyId();
	const { personId = "" } = useParams();
	const close = () => void go(`/families/${familyId}/people`);
	const { data, error, refetch } = useQuery({
		queryKey: ["families", familyId, "as", personId],
		queryFn: ({ signal }) => call(readPlanAs, { params: { familyId, personId }, signal }),
	});
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.key === "Escape" && !document.querySelector("dialog[open]")) void go(`/families/${familyId}/people`);
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [go, familyId]);
	return (
		<Page>
			<header className="as-bar">
				<Eye aria-hidden="true" />
				<div>
					<h1 tabIndex={-1}>{data ? say("audience.as.title", { name: data.name }) : say("audience.as.loading")}</h1>
					<p className="sp-hint">{say("audience.as.less")}</p>
				</div>
				<Button look="soft" icon={<X aria-hidden="true" />} onClick={close}>
					{say("audience.as.close")}
				</Button>
			</header>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{!data && !error ? <Loading /> : null}
			{data?.plan ? <PlanSeen plan={data.plan} /> : null}
			{data?.ownPart ? (
				<>
					<Notice>
						<p>{say("audience.as.own-part", { name: data.name })}</p>
					</Notice>
					<SharedSeen part={data.ownPart} />
					<WordsAndContacts words={data.ownPart.words} contacts={data.ownPart.contacts} />
				</>
			) : null}
			{data && !data.plan && !data.ownPart ? (
				<Notice>
					<p>{say("audience.as.nothing", { name: data.name })}</p>
				</Notice>
			) : null}
		</Page>
	);
}

type OwnPartSeen = NonNullable<EndpointResponse<typeof readPlanAs>["ownPart"]>;

/** What was shared with somebody outside the plan by name, and their own small steps. */
function SharedSeen({ part: { goals, help, asks, steps } }: { part: OwnPartSeen }) {
	const say = useText();
	const lists = [
		{ title: say("versions.doc.actions"), lines: steps.map(({ id, text }) => ({ id, text })) },
		{ title: say("versions.doc.goals"), lines: goals.map(({ id, text }) => ({ id, text })) },
		{
			title: say("versions.doc.help"),
			lines: help.map(({ id, what, provider }) => ({ id, text: [what, provider].filter(Boolean).join(", ") })),
		},
		{
			title: say("versions.doc.network"),
			lines: asks.map(({ id, text, whenText }) => ({ id, text: [text, whenText].filter(Boolean).join(", ") })),
		},
	];
	return lists.map(({ title, lines }) =>
		lines.length > 0 ? (
			<Section key={title} title={title}>
				<ul className="as-list">
					{lines.map(({ id, text }) => (
						<li key={id}>{text}</li>
					))}
				</ul>
			</Section>
		) : null,
	);
}

function PlanSeen({ plan }: { plan: WholePlan }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = (id: string) => [...plan.family.persons, ...plan.others].find((person) => person.id === id)?.givenName ?? "";
	const notes = plan.help.flatMap(({ progress }) => progress);
	const contacts = plan.family.persons.filter(({ phone, email, reachNote }) => phone || email || reachNote);
	const homes = plan.family.households.filter(({ address }) => address);
	const said = (one: { id: string; text: string; createdAt: string }, personId: string) => (
		<Quote key={one.id} personId={personId} name={nameOf(personId)} note={dateInWords(dayOf(one.createdAt), locale)}>
			{one.text}
		</Quote>
	);
	const part = (title: string, quotes: React.ReactNode[]) =>
		quotes.length > 0 ? (
			<Section title={title}>
				<Stack gap="lg">{quotes}</Stack>
			</Section>
		) : null;
	return (
		<>
			<PlanDocument content={plan} />
			{part(
				say("audience.as.load"),
				plan.loadCapacity.filter(({ text }) => text).map((moment) => said(moment, moment.personId)),
			)}
			{part(
				say("audience.as.ties"),
				plan.networkTies.map((tie) => said({ ...tie, text: [tie.name, tie.text].filter(Boolean).join(": ") }, tie.writtenBy)),
			)}
			{part(
				say("audience.as.notes"),
				notes.map((note) => said(note, note.writtenBy)),
			)}
			{part(
				say("audience.as.comments"),
				plan.comments.map((comment) => said(comment, comment.writtenBy)),
			)}
			{contacts.length + homes.length > 0 ? (
				<Section title={say("audience.as.contacts")}>
					<ul className="as-list">
						{contacts.map((person) => (
							<li key={person.id}>
								<PersonName
									personId={person.id}
									name={person.givenName}
									note={[person.phone, person.email, person.reachNote].filter(Boolean).join(" · ")}
								/>
							</li>
						))}
						{homes.map((home) => (
							<li key={home.id}>
								{[home.name || home.members.map(({ personId }) => nameOf(personId)).join(", "), home.address].join(" · ")}
							</li>
						))}
					</ul>
				</Section>
			) : null}
		</>
	);
}
