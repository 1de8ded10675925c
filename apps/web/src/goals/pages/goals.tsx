import { type Goal, orderGoals } from "@samenplan/contract/goals";
import { ArrowDown, ArrowUp, Flag, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { ConcludeStep } from "../../steps/parts/conclude.tsx";
import { ButtonLink, IconButton } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Quote } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { roots } from "../parts/became-goal.tsx";
import { GoalCard } from "../parts/goal-card.tsx";

/** Step 3: what we want, each goal as a card; what was achieved stays visible. */
export default function GoalsPage() {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const { goals, viewer } = usePlan();
	const running = goals.filter(({ state }) => state !== "achieved" && state !== "stopped");
	const achieved = goals.filter(({ state }) => state === "achieved");
	const stopped = goals.filter(({ state }) => state === "stopped");
	const propose = can("goal.propose") ? (
		<ButtonLink to={`${home}/goals/new`} icon={<Plus aria-hidden="true" />}>
			{say("goals.propose")}
		</ButtonLink>
	) : null;
	return (
		<Page>
			<PageTitle
				title={say(viewer.side === "family" ? "plans.home.want" : "goals.title")}
				intro={say("goals.intro")}
				mark={<StepMark step="goals" size="3.2rem" />}
				back={viewer.side === "family" ? { to: home, label: say("plans.to-home") } : undefined}
				actions={running.length > 0 ? propose : null}
			/>
			{goals.length === 0 ? (
				<EmptyState picture={<Flag />} title={say("goals.none")} actions={propose}>
					{say("goals.none-words")}
				</EmptyState>
			) : null}
			{running.length > 0 ? (
				<Section title={say("goals.busy-with")}>
					<Cards goals={running} />
				</Section>
			) : goals.length > 0 ? (
				<div>{propose}</div>
			) : null}
			{achieved.length > 0 ? (
				<Section title={say("goals.achieved")} intro={say("goals.achieved-words")}>
					<Cards goals={achieved} />
				</Section>
			) : null}
			{can("goal.propose") ? <FromSaid /> : null}
			{can("plan.steer") && running.length > 1 ? <Order goals={running} /> : null}
			<ConcludeStep kind="goals" />
			{stopped.length > 0 ? (
				<Disclosure title={say("goals.stopped")}>
					<Cards goals={stopped} />
				</Disclosure>
			) : null}
		</Page>
	);
}

function Cards({ goals }: { goals: Goal[] }): ReactNode {
	return (
		<ul className="goal-list">
			{goals.map((goal) => (
				<GoalCard key={goal.id} goal={goal} />
			))}
		</ul>
	);
}

/** Strengths, concerns and wishes that no goal came from yet: one tap makes a goal of somebody's own words. */
function FromSaid() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const nameOf = usePersonName();
	const { views, goals } = usePlan();
	const used = new Set(goals.map(({ fromViewId }) => fromViewId));
	const said = views.filter(({ id, subject, text }) => roots.includes(subject) && text && !used.has(id));
	if (said.length === 0) return null;
	return (
		<Disclosure title={say("goals.from-said")}>
			<p className="sp-hint">{say("goals.from-said-hint")}</p>
			<ul className="goal-said">
				{said.map((view) => (
					<li key={view.id}>
						<Quote
							personId={view.personId}
							name={nameOf(view.personId)}
							actions={
								<ButtonLink to={`${home}/goals/new?from=${view.id}`} look="soft" size="small">
									{say("goals.make-goal")}
								</ButtonLink>
							}
						>
							{view.text}
						</Quote>
					</li>
				))}
			</ul>
		</Disclosure>
	);
}

function Order({ goals }: { goals: Goal[] }) {
	const say = useText();
	const familyId = useFamilyId();
	const order = useFamilyWrite(orderGoals);
	const move = (from: number, to: number) => {
		const goalIds = goals.map(({ id }) => id);
		const [moved] = goalIds.splice(from, 1);
		if (moved) goalIds.splice(to, 0, moved);
		order.mutate({ params: { familyId }, body: { goalIds } });
	};
	return (
		<Disclosure title={say("goals.order")}>
			<ol className="goal-order">
				{goals.map((goal, index) => (
					<li key={goal.id}>
						<span>{goal.text}</span>
						<IconButton label={say("goals.up", { goal: goal.text })} disabled={index === 0} onClick={() => move(index, index - 1)}>
							<ArrowUp size="1.2em" aria-hidden="true" />
						</IconButton>
						<IconButton
							label={say("goals.down", { goal: goal.text })}
							disabled={index === goals.length - 1}
							onClick={() => move(index, index + 1)}
						>
							<ArrowDown size="1.2em" aria-hidden="true" />
						</IconButton>
					</li>
				))}
			</ol>
			{order.error ? <ProblemNotice error={order.error} /> : null}
		</Disclosure>
	);
}
