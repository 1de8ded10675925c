import { allStatements, type Evaluation, type Statement, shortStatements } from "@samenplan/contract/evaluations";
import { dayInWords } from "@samenplan/language/dates";
import { CalendarHeart, HeartHandshake } from "lucide-react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { TalkCalendar } from "../../reminders/parts/talk-calendar.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, CardLink } from "../../ui/card.tsx";
import { FacePicture } from "../../ui/face-picture.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { scoreOf, useEvaluations, useGoalsToScore } from "../talk.ts";
import { AfterClosing, Reopened } from "./after-closing.tsx";
import { faceOf } from "./faces.ts";
import "./evaluations.css";
import { HeldEvaluations } from "./held-evaluations.tsx";

/** The family's side: what is asked before the talk, and what came out of earlier ones. */
export default function MyLookBack() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const { plan } = usePlan();
	const { coming, held } = useEvaluations();
	return (
		<Page width="text">
			<PageTitle
				title={say("evaluate.title")}
				mark={<StepMark step="evaluate" size="3.2rem" />}
				back={{ to: home, label: say("plans.to-home") }}
			/>
			{plan.state === "closed" ? <AfterClosing /> : <Reopened />}
			{coming ? <Coming evaluation={coming} /> : null}
			{!coming && plan.state === "open" ? (
				<EmptyState picture={<CalendarHeart />} title={say("evaluate.none.title")}>
					{say("evaluate.none.words")}
				</EmptyState>
			) : null}
			{held.length > 0 ? <HeldEvaluations evaluations={held} /> : null}
		</Page>
	);
}

function Coming({ evaluation }: { evaluation: Evaluation }) {
	const say = useText();
	const { locale } = useIntl();
	const here = `/families/${useFamilyId()}/steps/evaluate`;
	const can = useCan();
	const { personId } = usePlan().viewer;
	const goals = useGoalsToScore();
	const next = goals.find((goal) => !scoreOf(evaluation, goal.id, personId));
	const begun = goals.some((goal) => scoreOf(evaluation, goal.id, personId));
	return (
		<>
			<Stack gap="sm">
				<p className="plan-question">{say("evaluate.on", { day: dayInWords(evaluation.dueOn, locale) })}</p>
				{can("calendar.take") ? (
					<div>
						<TalkCalendar evaluationId={evaluation.id} />
					</div>
				) : null}
			</Stack>
			{next ? (
				<Stack gap="sm">
					<p>{say("evaluate.ask")}</p>
					<div>
						<ButtonLink to={`${here}/goals/${next.id}`}>{say(begun ? "evaluate.go-on" : "evaluate.begin")}</ButtonLink>
					</div>
				</Stack>
			) : goals.length > 0 ? (
				<Notice kind="positive" title={say("evaluate.ready.title")}>
					{say("evaluate.ready.words")}
				</Notice>
			) : null}
			<Section title={say("evaluate.goals")}>
				{goals.length === 0 ? <p>{say("evaluate.no-goals")}</p> : null}
				<Stack gap="sm">
					{goals.map((goal) => {
						const mine = scoreOf(evaluation, goal.id, personId);
						return (
							<Card key={goal.id} link look={mine ? "sunken" : "raised"}>
								<div className="ev-mine">
									{mine ? <FacePicture face={faceOf(mine.score)} size="2.75rem" /> : null}
									<div>
										<b>
											<CardLink to={`${here}/goals/${goal.id}`}>{goal.text}</CardLink>
										</b>
										{mine ? (
											<>
												<p className="sp-hint">{say(`ui.level.${mine.score as 0}`)}</p>
												{mine.text ? <p className="sp-words">{mine.text}</p> : null}
											</>
										) : (
											<StateBadge tone="neutral">{say("evaluate.not-said")}</StateBadge>
										)}
									</div>
								</div>
							</Card>
						);
					})}
				</Stack>
			</Section>
			<MyCooperation evaluation={evaluation} />
		</>
	);
}

/** Four statements or twelve: the reader chooses, and can answer the others later. */
function MyCooperation({ evaluation }: { evaluation: Evaluation }) {
	const say = useText();
	const here = `/families/${useFamilyId()}/steps/evaluate/cooperation`;
	const { personId } = usePlan().viewer;
	const mine = evaluation.cooperation.filter((answer) => answer.personId === personId).map(({ statement }) => statement);
	const nextOf = (asked: readonly Statement[]) => asked.find((statement) => !mine.includes(statement));
	const short = nextOf(shortStatements);
	const all = nextOf(allStatements);
	return (
		<Section title={say("evaluate.cooperation")} intro={say("evaluate.cooperation.intro")}>
			{mine.length > 0 ? (
				<p className="sp-row" data-gap="xs">
					<HeartHandshake aria-hidden="true" /> {say("evaluate.cooperation.count", { count: mine.length })}
				</p>
			) : null}
			<Row gap="sm">
				{short ? (
					<ButtonLink look="soft" to={`${here}/${short}`}>
						{say("evaluate.cooperation.four")}
					</ButtonLink>
				) : null}
				{all ? (
					<ButtonLink look={short ? "quiet" : "soft"} to={`${here}/${all}?all`}>
						{say("evaluate.cooperation.twelve")}
					</ButtonLink>
				) : null}
				{mine.length > 0 ? (
					<ButtonLink look="quiet" to={`${here}/${shortStatements[0]}${all ? "" : "?all"}`}>
						{say("evaluate.cooperation.change")}
					</ButtonLink>
				) : null}
			</Row>
		</Section>
	);
}
