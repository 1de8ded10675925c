import type { PlanContent, WholePlan } from "@samenplan/contract/plans";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { type ChangedPart, changedParts } from "@samenplan/plan-rules/changed-parts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { GiveAnswer } from "../../positions/parts/give-answer.tsx";
import { Positions } from "../../positions/parts/positions.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { PlanDocument } from "../parts/plan-document.tsx";
import { VersionSteering } from "../parts/version-steering.tsx";
import { planVersionQuery, useFamilyId, usePersonName, usePlan } from "../queries.ts";
import { useVersionAgreement, VersionState } from "./versions.tsx";

/** A version exactly as it was put before people: a text to read, print and answer. */
export default function VersionPage() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { planVersionId = "" } = useParams();
	const plan = usePlan();
	const { data } = useSuspenseQuery(planVersionQuery(familyId, planVersionId));
	const { content } = data;
	// The frozen text never changes; where it stands comes from the plan, which is kept up to date.
	const version = plan.versions.find(({ id }) => id === planVersionId) ?? data;
	return (
		<Page width="text">
			<PageTitle
				title={say("versions.plan-of", { family: content.family.name })}
				intro={`${say("versions.one", { number: version.number })} · ${
					version.frozenAt
						? say("versions.agreed-on", { day: dayInWords(dayOf(version.frozenAt), locale) })
						: say("versions.put-on", { day: dayInWords(dayOf(version.putAt), locale) })
				}`}
				back={{ to: `/families/${familyId}/versions`, label: say("versions.back") }}
				actions={
					<>
						<VersionState state={version.state} />
						<Button look="quiet" size="small" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
							{say("versions.print")}
						</Button>
					</>
				}
			/>
			{isAsked(version, plan.viewer.personId) ? (
				<div>
					<a className="sp-button" data-look="soft" href="#answer">
						{say("versions.to-answer")}
					</a>
				</div>
			) : null}
			{content.redactedOn ? <Notice>{say("my-data.redacted", { day: dayInWords(content.redactedOn, locale) })}</Notice> : null}
			<PlanDocument content={content} />
			<Answers version={version} />
			{version.state === "put" ? <VersionSteering version={version} /> : null}
			{version.state === "agreed" ? <Since before={content} now={plan} /> : null}
		</Page>
	);
}

function isAsked(version: WholePlan["versions"][number], personId: string): boolean {
	return version.state === "put" && version.mustAgree.includes(personId);
}

function Answers({ version }: { version: WholePlan["versions"][number] }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { viewer, disagreementTalks } = usePlan();
	const { waitingFor } = useVersionAgreement(version);
	const subject = { subject: "plan_version" as const, subjectId: version.id, subjectVersion: version.number, mustAgree: version.mustAgree };
	const asked = isAsked(version, viewer.personId);
	// The talk with who took part stands with the answers; versions from before have its day and reason only.
	const toldAsTalk = disagreementTalks.some(({ subjectId }) => subjectId === version.id);
	return (
		<>
			{asked ? (
				<Section title={say("versions.answer.title")} intro={say("versions.takes-effect")} id="answer">
					<GiveAnswer {...subject} about={say("versions.answer.about")} />
				</Section>
			) : null}
			<Section
				title={say("versions.answers")}
				intro={
					version.state === "put" && waitingFor.length > 0
						? say("versions.waiting-for", { names: nameList(waitingFor.map(nameOf), locale) })
						: undefined
				}
			>
				<Positions {...subject} about={say("versions.answer.about")} readOnly={version.state !== "put"} />
				{version.talkOn && !toldAsTalk ? (
					<Notice kind="warning" title={say("versions.proceeded")}>
						<p>{say("versions.proceeded.words", { day: dayInWords(version.talkOn, locale) })}</p>
						<p className="sp-words">{version.proceededBecause}</p>
					</Notice>
				) : null}
			</Section>
		</>
	);
}

const looks = { added: "positive", changed: "action", removed: "neutral" } as const;

function Since({ before, now }: { before: PlanContent; now: WholePlan }) {
	const say = useText();
	const changes = changedParts(before, now).filter(({ words }) => words !== "");
	return (
		<Section title={say("versions.since.title")}>
			{changes.length === 0 ? (
				<p>{say("versions.since.none")}</p>
			) : (
				<ul className="plan-changes">
					{changes.map((change: ChangedPart) => (
						<li key={change.id}>
							<StateBadge tone={looks[change.change]}>{say(`versions.since.${change.change}`)}</StateBadge>
							<span>
								<span className="sp-hint">{say(`versions.part.${change.part}`)}</span> {change.words}
							</span>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
