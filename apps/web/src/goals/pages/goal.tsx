import type { Goal } from "@samenplan/contract/goals";
import { PenLine, Star } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { NotFoundPage } from "../../app/not-found-page.tsx";
import { Conversation } from "../../comments/parts/conversation.tsx";
import { ShareWith } from "../../consents/parts/share-with.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { useCan, useFamilyId, usePersonName, usePlan } from "../../plans/queries.ts";
import { GiveAnswer } from "../../positions/parts/give-answer.tsx";
import { Positions } from "../../positions/parts/positions.tsx";
import { useAgreement } from "../../positions/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { GoalLadder, type Level } from "../../ui/goal-ladder.tsx";
import { Beside, Page, PageTitle, Row, Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chip, PersonName, Quote } from "../../ui/person.tsx";
import { Actions } from "../parts/actions.tsx";
import { GoalForm } from "../parts/goal-form.tsx";
import { GoalMoves } from "../parts/goal-moves.tsx";
import { GoalState } from "../parts/goal-state.tsx";
import { LadderOverTime } from "../parts/ladder-over-time.tsx";
import { isNotAgreeable, isOver, useForWhom, useLastScores, useLevelNow, wordsOf } from "../queries.ts";
import "../goals.css";

/** One goal: how we notice it, the small steps, what each one thinks, and the conversation about it. */
export default function GoalPage() {
	const { goalId } = useParams();
	const goal = usePlan().goals.find(({ id }) => id === goalId);
	return goal ? <OneGoal key={goal.id} goal={goal} /> : <NotFoundPage />;
}

function OneGoal({ goal }: { goal: Goal }) {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const { viewer } = usePlan();
	const levelNow = useLevelNow()(goal);
	const forWhom = useForWhom()(goal);
	const [editing, setEditing] = useState(false);
	const subject = { subject: "goal" as const, subjectId: goal.id, subjectVersion: goal.version };
	const agreement = useAgreement()(subject);
	const mustAnswer = agreement.stands.some(({ personId }) => personId === viewer.personId);
	const over = isOver(goal);
	const mayEdit = can("goal.write") && !over && (can("plan.steer") || goal.writtenBy === viewer.personId);
	const back = { to: `${home}/steps/goals`, label: say("goals.back") };
	if (editing)
		return (
			<Page width="text">
				<PageTitle title={say("goals.edit.title")} back={back} />
				{agreement.stands.some(({ given }) => given) ? <Notice>{say("goals.edit-asks-again")}</Notice> : null}
				<GoalForm goal={goal} onSaved={() => setEditing(false)} />
				<div>
					<Button look="quiet" onClick={() => setEditing(false)}>
						{say("ui.cancel")}
					</Button>
				</div>
			</Page>
		);
	return (
		<Page>
			<PageTitle
				title={goal.text}
				back={back}
				actions={
					mayEdit ? (
						<Button look="soft" icon={<PenLine aria-hidden="true" />} onClick={() => setEditing(true)}>
							{say("goals.edit")}
						</Button>
					) : null
				}
			/>
			<Row gap="xs">
				<GoalState goal={goal} />
				{forWhom ? <Chip>{forWhom}</Chip> : null}
				{goal.theme ? <Chip>{say(term("themes", goal.theme))}</Chip> : null}
				<Chip>{say(term("goalTerms", goal.term))}</Chip>
			</Row>
			<Beside aside={<Conversation about="goal" aboutId={goal.id} />}>
				{goal.state === "achieved" ? (
					<p className="goal-celebrate">
						<Star fill="currentColor" aria-hidden="true" />
						<span>
							<b>{say("goals.celebrate")}</b>
							{say("goals.celebrate-words")}
						</span>
					</p>
				) : null}
				<Section title={say("goals.ladder")}>
					{goal.levels.length === 5 ? (
						<>
							<GoalLadder words={wordsOf(goal)} start={goal.startLevel as Level | null} now={levelNow} />
							<ScoresApart goal={goal} />
							<LadderOverTime goal={goal} />
						</>
					) : (
						<>
							<p className="text-muted">{say("goals.ladder-empty")}</p>
							{mayEdit ? (
								<div>
									<Button look="soft" onClick={() => setEditing(true)}>
										{say("goals.ladder-add")}
									</Button>
								</div>
							) : null}
						</>
					)}
				</Section>
				{!over && mustAnswer && can("position.give") ? (
					<Section title={say("positions.give")} id="answer">
						<GiveAnswer {...subject} about={goal.text} notAgreeable={isNotAgreeable(goal)} />
					</Section>
				) : null}
				<Section
					title={say("positions.title")}
					intro={mayEdit && !mustAnswer && isNotAgreeable(goal) ? say("positions.not-agreeable") : undefined}
				>
					<Positions {...subject} about={goal.text} notAgreeable={isNotAgreeable(goal)} readOnly={over} />
				</Section>
				<Statements object="goal" objectId={goal.id} add />
				<Actions goalId={goal.id} closed={over} />
				<CameFrom goal={goal} />
				{over ? null : <ShareWith object="goal" objectId={goal.id} />}
				{goal.professionalText ? (
					<Disclosure title={say("goals.in-work-words")}>
						<p className="sp-words">{goal.professionalText}</p>
					</Disclosure>
				) : null}
				<GoalMoves goal={goal} />
			</Beside>
		</Page>
	);
}

/** When people saw it differently at the last talk: each one's place on the ladder. */
function ScoresApart({ goal }: { goal: Goal }) {
	const say = useText();
	const nameOf = usePersonName();
	const scores = useLastScores()(goal);
	if (new Set(scores.map(({ score }) => score)).size < 2) return null;
	return (
		<div className="sp-stack" data-gap="xs">
			<p>{say("goals.scores-differ")}</p>
			<Row gap="sm">
				{scores.map(({ personId, score }) => (
					<PersonName key={personId} personId={personId} name={nameOf(personId)} note={say(`ui.level.${score as Level}`)} />
				))}
			</Row>
		</div>
	);
}

function CameFrom({ goal }: { goal: Goal }) {
	const say = useText();
	const nameOf = usePersonName();
	const home = `/families/${useFamilyId()}`;
	const { views, viewer } = usePlan();
	const view = views.find(({ id }) => id === goal.fromViewId);
	if (!view) return null;
	const step = ["strength", "concern", "safety"].includes(view.subject) ? "strengths" : "clarify";
	// The family reads one theme at a time; at the desk everything stands on one page.
	const theme =
		step === "strengths" && view.theme && viewer.side === "family" ? `/${view.theme}/${view.subject === "strength" ? "well" : "hard"}` : "";
	return (
		<Section title={say("goals.came-from")}>
			<Quote
				personId={view.personId}
				name={nameOf(view.personId)}
				note={view.recorded ? say("steps.written-down-with", { name: nameOf(view.writtenBy), who: nameOf(view.personId) }) : undefined}
				actions={
					<Link className="sp-link" to={`${home}/steps/${step}${theme}`}>
						{say("goals.came-from-step", { step })}
					</Link>
				}
			>
				<span lang={view.language}>{view.text}</span>
			</Quote>
		</Section>
	);
}
