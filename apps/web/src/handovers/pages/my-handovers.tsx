import { takeMyHandoverCalendar } from "@samenplan/contract/reminders";
import { acceptHandover, declineHandover, type HandoverToMe } from "@samenplan/contract/taking-over";
import { dayInWords } from "@samenplan/language/dates";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { reasonKey } from "../../plans/parts/reasons.tsx";
import { CalendarButton } from "../../reminders/parts/calendar-button.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Row, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AnswerCounts } from "../parts/answer-counts.tsx";
import { myHandoversQuery } from "../queries.ts";
import "../handovers.css";

/** The families that come to me: where each stands, what is open, when we talk; accept from that day, or say why not. */
export default function MyHandoversPage() {
	const say = useText();
	const { data, error, refetch } = useQuery({ ...myHandoversQuery, refetchOnMount: "always" });
	return (
		<Page width="text">
			<PageTitle
				title={say("handover.mine.title")}
				intro={say("handover.mine.intro")}
				back={{ to: "/caseload", label: say("shell.caseload") }}
			/>
			{error && !data ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : !data ? (
				<Loading shape="cards" />
			) : data.length === 0 ? (
				<EmptyState picture={<Handshake />} title={say("handover.mine.none")}>
					{say("handover.mine.none-words")}
				</EmptyState>
			) : (
				<Stack gap="lg">
					{data.map((handover) => (
						<Coming key={handover.id} handover={handover} />
					))}
				</Stack>
			)}
		</Page>
	);
}

function Coming({ handover }: { handover: HandoverToMe }) {
	const say = useText();
	const { locale } = useIntl();
	const day = (value: string) => dayInWords(value, locale);
	return (
		<Card as="section">
			<Row spread align="start">
				<div>
					<h2>{handover.familyName}</h2>
					<p className="sp-hint">{say("handover.mine.from", { name: handover.fromName })}</p>
				</div>
				<Row gap="xs">
					{handover.route ? <StateBadge tone="neutral">{say(term("routes", handover.route))}</StateBadge> : null}
					{handover.complex ? <StateBadge tone="warning">{say("plans.overview.complex")}</StateBadge> : null}
				</Row>
			</Row>
			<dl className="sp-handover-facts">
				<Fact name={say("handover.mine.talk")}>
					<b>{day(handover.talkOn)}</b>
					{handover.talkWhere ? <>, {handover.talkWhere}</> : null}
					<div>
						<CalendarButton take={() => call(takeMyHandoverCalendar, { params: { handoverId: handover.id } })} />
					</div>
				</Fact>
				<Fact name={say("handover.mine.told")}>{day(handover.toldFamilyOn)}</Fact>
				{handover.currentStep ? <Fact name={say("handover.mine.step")}>{say(term("stepKinds", handover.currentStep))}</Fact> : null}
				{handover.evaluationOn ? <Fact name={say("handover.mine.evaluation")}>{day(handover.evaluationOn)}</Fact> : null}
				{handover.helpEndsOn ? <Fact name={say("handover.mine.help-ends")}>{day(handover.helpEndsOn)}</Fact> : null}
			</dl>
			<h3>{say("handover.mine.open")}</h3>
			<OpenCounts handover={handover} />
			<h3>{say("handover.answers")}</h3>
			<AnswerCounts answers={handover.answers} />
			<Answer handover={handover} />
		</Card>
	);
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function OpenCounts({ handover }: { handover: HandoverToMe }) {
	const say = useText();
	const { openQuestions, waitingAnswers, openSteps, reviewState, helpWaiting } = handover;
	const open = [
		...(openQuestions > 0 ? [say("handover.open.questions", { count: openQuestions })] : []),
		...(waitingAnswers > 0 ? [say("handover.open.answers", { count: waitingAnswers })] : []),
		...(reviewState === "advised" ? [say("handover.open.advice")] : reviewState ? [say("handover.open.review")] : []),
		...(helpWaiting > 0 ? [say("handover.mine.help-waiting", { count: helpWaiting })] : []),
		...(openSteps > 0 ? [say("handover.mine.steps", { count: openSteps })] : []),
	];
	if (open.length === 0) return <p>{say("handover.open.nothing")}</p>;
	return (
		<ul className="sp-handover-tasks">
			{open.map((words) => (
				<li key={words}>{words}</li>
			))}
		</ul>
	);
}

function Answer({ handover }: { handover: HandoverToMe }) {
	const say = useText();
	const { locale } = useIntl();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [asking, setAsking] = useState(false);
	const [declining, setDeclining] = useState(false);
	const changed = () => {
		for (const queryKey of [["handovers"], ["caseload"], ["me"]]) void queries.invalidateQueries({ queryKey });
	};
	const accept = useMutation({
		mutationFn: () => call(acceptHandover, { params: { handoverId: handover.id } }),
		onSuccess: ({ familyId }) => {
			toast({ words: say("handover.mine.accepted") });
			navigate(`/families/${familyId}`);
		},
		onSettled: () => {
			setAsking(false);
			changed();
		},
	});
	const form = useSavingForm({
		defaultValues: { words: "" },
		save: (body) => call(declineHandover, { params: { handoverId: handover.id }, body }),
		onSaved: () => {
			toast({ words: say("handover.mine.declined") });
			changed();
		},
	});
	return (
		<Stack gap="md">
			{handover.mayAccept ? null : <p>{say("handover.mine.later", { day: dayInWords(handover.talkOn, locale) })}</p>}
			{accept.error ? (
				<Notice kind="warning" live>
					{(asProblem(accept.error).reasons ?? []).map((code) => say(reasonKey(code))).join(" ") || say("method.handover-is-over")}
				</Notice>
			) : null}
			{declining ? (
				<Form
					form={form}
					submit={say("handover.mine.decline")}
					submitLook="soft"
					actions={
						<Button look="quiet" onClick={() => setDeclining(false)}>
							{say("ui.cancel")}
						</Button>
					}
				>
					<TextArea
						label={say("handover.mine.decline.words")}
						hint={say("handover.mine.decline.hint", { name: handover.fromName })}
						rows={3}
						{...form.field("words")}
					/>
				</Form>
			) : (
				<Row gap="sm">
					{handover.mayAccept ? <Button onClick={() => setAsking(true)}>{say("handover.mine.accept")}</Button> : null}
					<Button look="quiet" onClick={() => setDeclining(true)}>
						{say("handover.mine.decline")}
					</Button>
				</Row>
			)}
			<ConfirmDialog
				open={asking}
				onClose={() => setAsking(false)}
				title={say("handover.mine.accept")}
				confirm={say("handover.mine.accept")}
				pending={accept.isPending}
				onConfirm={() => accept.mutate()}
			>
				{say("handover.mine.accept.words", { name: handover.fromName })}
			</ConfirmDialog>
		</Stack>
	);
}
