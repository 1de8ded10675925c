import { putVersion, type WholePlan } from "@samenplan/contract/plans";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { fullName, nameList } from "@samenplan/language/names";
import { whyNot } from "@samenplan/plan-rules/moves";
import { useSuspenseQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { calledIn } from "../../people/called.ts";
import { useAgreement, useMustAgree } from "../../positions/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card, CardLink } from "../../ui/card.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { usePlanFacts } from "../facts.ts";
import { ChangeList } from "../parts/changes.tsx";
import { Reasons } from "../parts/reasons.tsx";
import { planVersionQuery, useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../queries.ts";
import { formerVersion, useChanges, useDraft } from "../versions.ts";

type Version = WholePlan["versions"][number];

/** Every version of the plan that was put before people; the coordinator puts the next one here. */
export default function VersionsPage() {
	const say = useText();
	const can = useCan();
	const { versions, viewer } = usePlan();
	const home = `/families/${useFamilyId()}`;
	const newestFirst = [...versions].reverse();
	// A first version is what this page is for; a next one comes after what was agreed.
	const agreedBefore = versions.some(({ state }) => state === "agreed");
	return (
		<Page width="text">
			<PageTitle
				title={say("versions.title")}
				intro={say(agreedBefore ? "versions.intro" : "versions.intro-first")}
				back={viewer.side === "family" ? { to: home, label: say("plans.to-home") } : undefined}
			/>
			{can("plan.put_version") && !agreedBefore ? <PutVersion /> : null}
			<Draft />
			{newestFirst.length > 0 ? (
				<Stack gap="sm">
					{newestFirst.map((version) => (
						<VersionCard key={version.id} version={version} />
					))}
				</Stack>
			) : can("plan.put_version") ? null : (
				<EmptyState picture={<FileText />} title={say("versions.none.title")}>
					{say("versions.none.words")}
				</EmptyState>
			)}
			{versions.length > 1 ? (
				<p>
					<Link className="sp-link" to={`${home}/versions/compare`}>
						{say("versions.compare")}
					</Link>
				</p>
			) : null}
			{can("plan.put_version") && agreedBefore ? <PutVersion next /> : null}
		</Page>
	);
}

/**
 * What is being worked on now beside the last version that counts or lies before people: marked as not finished, with what changed. After
 * an evaluation it starts from that version, so nothing of it is lost.
 */
function Draft() {
	const { versions, plan } = usePlan();
	const last = formerVersion(versions);
	return last && plan.state === "open" ? <DraftSince last={last} /> : null;
}

function DraftSince({ last }: { last: Version }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { plan, evaluations } = usePlan();
	const { data } = useSuspenseQuery(planVersionQuery(familyId, last.id));
	const { changes, nameOf } = useChanges(data.content, useDraft());
	const since = dayOf(last.frozenAt ?? last.putAt);
	const talk = evaluations.findLast(({ heldOn, decision }) => heldOn !== null && heldOn >= since && decision !== null);
	const reopened = plan.reopenedOn !== null && plan.reopenedOn >= since;
	if (changes.length === 0 && !talk && !reopened) return null;
	return (
		<Section
			title={say("versions.draft")}
			intro={say("versions.draft.words")}
			actions={
				<StateBadge tone="action" shape="dashed">
					{say("versions.draft.badge")}
				</StateBadge>
			}
		>
			{talk?.heldOn && talk.decision ? (
				<p>{say("versions.after-talk", { day: dayInWords(talk.heldOn, locale), decision: say(`evaluate.decision.${talk.decision}`) })}</p>
			) : null}
			{reopened && plan.reopenedOn ? <p>{say("versions.reopened", { day: dayInWords(plan.reopenedOn, locale) })}</p> : null}
			{changes.length === 0 ? (
				<p>{say("versions.draft.same", { number: last.number })}</p>
			) : (
				<>
					<p>{say("versions.draft.since", { number: last.number })}</p>
					<ChangeList changes={changes} nameOf={nameOf} />
					<p>
						<Link className="sp-link" to={`/families/${familyId}/versions/compare?from=${last.id}&to=now`}>
							{say("versions.draft.look")}
						</Link>
					</p>
				</>
			)}
		</Section>
	);
}

function VersionCard({ version }: { version: Version }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const waitingFor = useVersionAgreement(version).waitingFor;
	return (
		<Card link look={version.state === "withdrawn" ? "sunken" : "raised"}>
			<Row spread>
				<b>
					<CardLink to={`/families/${useFamilyId()}/versions/${version.id}`}>{say("versions.one", { number: version.number })}</CardLink>
				</b>
				<VersionState state={version.state} />
			</Row>
			<p className="sp-hint">
				{version.frozenAt
					? say("versions.agreed-on", { day: dayInWords(dayOf(version.frozenAt), locale) })
					: say("versions.put-on", { day: dayInWords(dayOf(version.putAt), locale) })}
			</p>
			{version.state === "put" && waitingFor.length > 0 ? (
				<p>{say("versions.waiting-for", { names: nameList(waitingFor.map(nameOf), locale) })}</p>
			) : null}
		</Card>
	);
}

export function VersionState({ state }: { state: Version["state"] }) {
	const say = useText();
	if (state === "agreed") return <StateBadge tone="positive">{say("versions.state.agreed")}</StateBadge>;
	if (state === "withdrawn") return <StateBadge tone="neutral">{say("versions.state.withdrawn")}</StateBadge>;
	return <StateBadge tone="action">{say("versions.state.put")}</StateBadge>;
}

/** Where everyone stands on a version. */
export function useVersionAgreement({ id, number, mustAgree }: Version) {
	return useAgreement()({ subject: "plan_version", subjectId: id, subjectVersion: number, mustAgree });
}

/** @param next a version was agreed before: putting another one is only needed when the plan changed */
function PutVersion({ next = false }: { next?: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const facts = usePlanFacts();
	const mustAgree = useMustAgree();
	const { family } = usePlan();
	const put = useFamilyWrite(putVersion);
	const reasons = whyNot(facts, "put_version");
	// Once a version lies before people its own card says what is going on.
	if (reasons.includes("version-waiting") || reasons.includes("plan-closed")) return null;
	if (reasons.length > 0)
		return (
			<Notice title={say("versions.put.not-yet")}>
				<Reasons codes={reasons} />
			</Notice>
		);
	const people = family.persons.filter(({ id }) => mustAgree.includes(id));
	return (
		<Section title={say(next ? "versions.put.next-title" : "versions.put.title")} intro={say("versions.put.intro")}>
			<p>{say("versions.put.who")}</p>
			<Row gap="lg">
				{people.map((person) => (
					<PersonName
						key={person.id}
						personId={person.id}
						name={fullName(person)}
						note={calledIn(say, person.role) || say(term("involvementRelations", person.relation))}
					/>
				))}
			</Row>
			{put.error ? <ProblemNotice error={put.error} /> : null}
			<div>
				<Button
					look={next ? "soft" : "primary"}
					pending={put.isPending}
					onClick={() => put.mutate({ params: { familyId } }, { onSuccess: () => toast({ words: say("versions.put.done") }) })}
				>
					{say("versions.put.do")}
				</Button>
			</div>
		</Section>
	);
}
