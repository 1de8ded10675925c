import { type PlanContent, takePlanVersionPdf, type WholePlan } from "@samenplan/contract/plans";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { FileDown, Printer } from "lucide-react";
import { useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { call } from "../../lib/api.ts";
import { keepFile } from "../../lib/keep-file.ts";
import { usePageFooter } from "../../lib/page-footer.ts";
import { useText } from "../../lib/text.tsx";
import { GiveAnswer } from "../../positions/parts/give-answer.tsx";
import { Positions } from "../../positions/parts/positions.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { ChangeList, Legend } from "../parts/changes.tsx";
import { PlanDocument } from "../parts/plan-document.tsx";
import { VersionSteering } from "../parts/version-steering.tsx";
import { planVersionQuery, useCan, useFamilyId, usePersonName, usePlan } from "../queries.ts";
import { formerVersion, useChanges, useDraft } from "../versions.ts";
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
	const former = formerVersion(plan.versions, version.number);
	const number = say("versions.one", { number: version.number });
	const stands = version.frozenAt
		? say("versions.agreed-on", { day: dayInWords(dayOf(version.frozenAt), locale) })
		: say("versions.put-on", { day: dayInWords(dayOf(version.putAt), locale) });
	usePageFooter(`Samenplan · ${number} · ${stands}`, "/");
	const can = useCan();
	const take = useMutation({
		mutationFn: () => call(takePlanVersionPdf, { params: { familyId, planVersionId } }),
		onSuccess: ({ name, content: file }) => {
			keepFile(name, file);
			toast({ words: say("versions.pdf.done") });
		},
	});
	return (
		<Page width="text">
			<PageTitle
				title={say("versions.plan-of", { family: content.family.name })}
				intro={`${number} · ${stands}`}
				back={{ to: `/families/${familyId}/versions`, label: say("versions.back") }}
				actions={
					<>
						<VersionState state={version.state} />
						<Button look="quiet" size="small" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
							{say("versions.print")}
						</Button>
						{can("plan.take") ? (
							<Button
								look="quiet"
								size="small"
								icon={<FileDown aria-hidden="true" />}
								pending={take.isPending}
								onClick={() => take.mutate()}
							>
								{say("versions.pdf")}
							</Button>
						) : null}
					</>
				}
			/>
			{take.error ? <ProblemNotice error={take.error} /> : null}
			{isAsked(version, plan.viewer.personId) ? (
				<div>
					<a className="sp-button" data-look="soft" href="#answer">
						{say("versions.to-answer")}
					</a>
				</div>
			) : null}
			{content.redactedOn ? <Notice>{say("my-data.redacted", { day: dayInWords(content.redactedOn, locale) })}</Notice> : null}
			{former ? <SinceFormer former={former} content={content} /> : null}
			<PlanDocument content={content} />
			<Answers version={version} />
			{version.state === "put" ? <VersionSteering version={version} /> : null}
			{version.state === "agreed" ? <Since before={content} versionId={version.id} /> : null}
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

/** What is new or different since the version before this one: what there is to read again. */
function SinceFormer({ former, content }: { former: WholePlan["versions"][number]; content: PlanContent }) {
	const say = useText();
	const familyId = useFamilyId();
	const { planVersionId = "" } = useParams();
	const { data } = useSuspenseQuery(planVersionQuery(familyId, former.id));
	const { changes, nameOf } = useChanges(data.content, content);
	return (
		<Section title={say("versions.changes")} intro={say("versions.changes.intro", { number: former.number })}>
			{changes.length === 0 ? (
				<p>{say("versions.changes.none", { number: former.number })}</p>
			) : (
				<>
					<Legend />
					<ChangeList changes={changes} nameOf={nameOf} />
					<p className="sp-no-print">
						<Link className="sp-link" to={`/families/${familyId}/versions/compare?from=${former.id}&to=${planVersionId}`}>
							{say("versions.compare")}
						</Link>
					</p>
				</>
			)}
		</Section>
	);
}

/** What is different in the plan as it is now: still being worked on, so nothing to have an opinion about. */
function Since({ before, versionId }: { before: PlanContent; versionId: string }) {
	const say = useText();
	const familyId = useFamilyId();
	const { changes, nameOf } = useChanges(before, useDraft());
	return (
		<Section title={say("versions.since.title")} intro={changes.length > 0 ? say("versions.draft.badge") : undefined}>
			{changes.length === 0 ? (
				<p>{say("versions.since.none")}</p>
			) : (
				<>
					<ChangeList changes={changes} nameOf={nameOf} />
					<p className="sp-no-print">
						<Link className="sp-link" to={`/families/${familyId}/versions/compare?from=${versionId}&to=now`}>
							{say("versions.compare")}
						</Link>
					</p>
				</>
			)}
		</Section>
	);
}
