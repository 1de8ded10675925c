import type { CaseloadFamily, SignalKind } from "@samenplan/contract/caseload";
import { stepKinds } from "@samenplan/contract/steps";
import { dayInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useIntl } from "react-intl";
import { TeamHandovers } from "../../handovers/parts/team-handovers.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { RecoveriesToDecide } from "../../recoveries/parts/to-decide.tsx";
import { TurnRound } from "../../reviews/parts/turn-round.tsx";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Page, PageTitle, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { Escalations } from "../parts/escalations.tsx";
import { Signals } from "../parts/signals.tsx";
import { teamQuery } from "../queries.ts";
import "../parts/caseload.css";

/** What a team lead counts; each is a signal of a family. */
const counted = ["evaluation_overdue", "question_unanswered", "stalled"] as const satisfies readonly SignalKind[];

/** The team at a glance: who carries how many families, in which steps, and what waits too long. No family texts. */
export default function TeamPage() {
	const say = useText();
	const { data, error, refetch } = useQuery(teamQuery);
	const count = data?.coordinators.reduce((sum, { families }) => sum + families.length, 0) ?? 0;
	return (
		<Page>
			<PageTitle
				title={data?.team ? data.team : say("caseload.team.title")}
				intro={data ? say("caseload.team.intro", { count, coordinators: data.coordinators.length }) : undefined}
			/>
			<RecoveriesToDecide />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			<TeamHandovers />
			{data ? (
				data.coordinators.length > 0 ? (
					<Stack gap="lg">
						<Escalations team={data} />
						{data.coordinators.map(({ id, name, families }) => (
							<Coordinator key={id} id={id} name={name} families={families} today={data.today} />
						))}
					</Stack>
				) : (
					<EmptyState picture={<Users />} title={say("caseload.team.empty-title")}>
						{say("caseload.team.empty-words")}
					</EmptyState>
				)
			) : error ? null : (
				<Loading shape="cards" />
			)}
			<TurnRound of="team" />
		</Page>
	);
}

function Coordinator({ id, name, families, today }: { id: string; name: string; families: CaseloadFamily[]; today: string }) {
	const say = useText();
	const having = (kind: SignalKind) => families.filter(({ signals }) => signals.some((signal) => signal.kind === kind)).length;
	const waiting = families.filter(({ signals }) => signals.length > 0);
	return (
		<Card as="section" className="sp-team-card">
			<div className="sp-team-head">
				<h2>
					<PersonName personId={id} name={name} size="2.75rem" />
				</h2>
				<p>{say("caseload.team.families", { count: families.length })}</p>
			</div>
			<ul className="sp-team-counts">
				{counted.map((kind) => (
					<li key={kind} data-waits={having(kind) > 0}>
						<b>{having(kind)}</b>
						{say(`caseload.team.${kind}`, { count: having(kind) })}
					</li>
				))}
			</ul>
			<ul className="sp-team-steps" aria-label={say("caseload.team.steps")}>
				{stepKinds.map((step) => (
					<li key={step}>
						<StepMark step={step} size="1.7rem" soft={!families.some(({ currentStep }) => currentStep === step)} />
						<span>
							{say(term("stepKinds", step))} <b>{families.filter(({ currentStep }) => currentStep === step).length}</b>
						</span>
					</li>
				))}
			</ul>
			{waiting.length > 0 ? (
				<Disclosure title={say("caseload.team.what-waits", { count: waiting.length })}>
					<Waiting families={waiting} today={today} />
				</Disclosure>
			) : null}
		</Card>
	);
}

function Waiting({ families, today }: { families: CaseloadFamily[]; today: string }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<ul className="sp-team-families">
			{families.map((family) => (
				<li key={family.id}>
					<p>
						<b>{family.name}</b>
						<br />
						<span className="text-muted">
							{family.currentStep ? say(term("stepKinds", family.currentStep)) : say("caseload.no-step")}
							{family.evaluationOn ? <> · {say("caseload.team.evaluation", { day: dayInWords(family.evaluationOn, locale) })}</> : null}
						</span>
					</p>
					<Signals signals={family.signals} today={today} />
				</li>
			))}
		</ul>
	);
}
