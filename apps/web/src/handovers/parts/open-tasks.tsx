import { dayInWords } from "@samenplan/language/dates";
import { agreementOf } from "@samenplan/plan-rules/agreement";
import { CircleCheck } from "lucide-react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { type Say, useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { useMustAgree } from "../../positions/queries.ts";
import { Section } from "../../ui/layout.tsx";

/** What waits in this family, each with the place where it is done: to finish before the talk, or to hand over with it. */
export function OpenTasks() {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const tasks = useOpenTasks(say);
	return (
		<Section title={say("handover.open.title")} intro={say("handover.open.intro")} level={3}>
			{tasks.length === 0 ? (
				<p className="sp-row" data-gap="xs">
					<CircleCheck aria-hidden="true" /> {say("handover.open.nothing")}
				</p>
			) : (
				<ul className="sp-handover-tasks">
					{tasks.map(({ id, to, words }) => (
						<li key={id}>
							<Link className="sp-link" to={`${home}/${to}`}>
								{words}
							</Link>
						</li>
					))}
				</ul>
			)}
			{can("work_note.write") ? <p className="sp-hint">{say("handover.notes")}</p> : null}
		</Section>
	);
}

function useOpenTasks(say: Say): { id: string; to: string; words: string }[] {
	const { locale } = useIntl();
	const plan = usePlan();
	const { coordinator } = usePeople();
	const mustAgree = useMustAgree();
	const tasks: { id: string; to: string; words: string }[] = [];
	const add = (id: string, to: string, words: string) => tasks.push({ id, to, words });

	const questions = plan.comments.filter(({ kind, answeredAt }) => kind === "question" && answeredAt === null).length;
	if (questions > 0) add("questions", "questions", say("handover.open.questions", { count: questions }));
	if (plan.reviews.some(({ state }) => state === "asked" || state === "taken")) add("review", "reviews", say("handover.open.review"));
	if (plan.reviews.some(({ state }) => state === "advised")) add("advice", "reviews", say("handover.open.advice"));
	const version = plan.versions.find(({ state }) => state === "put");
	if (version) {
		const answers = plan.positions.filter(({ subject, subjectId }) => subject === "plan_version" && subjectId === version.id);
		const { waitingFor } = agreementOf(version.mustAgree, version.number, answers);
		if (waitingFor.length > 0) add("answers", `versions/${version.id}`, say("handover.open.answers", { count: waitingFor.length }));
	}
	const toExplain = plan.goals.filter(({ id, state, version }) => {
		const answers = plan.positions.filter(({ subject, subjectId }) => subject === "goal" && subjectId === id);
		return state !== "stopped" && agreementOf(mustAgree, version, answers).stands.some(({ awaitsExplanation }) => awaitsExplanation);
	}).length;
	if (toExplain > 0) add("explain", "steps/goals", say("handover.open.explain", { count: toExplain }));
	const talk = plan.evaluations.find(({ state }) => state === "planned");
	if (talk) add("evaluation", "steps/evaluate", say("handover.open.evaluation", { day: dayInWords(talk.dueOn, locale) }));
	for (const help of plan.help)
		if (help.state === "waiting")
			add(
				help.id,
				"steps/help",
				say("handover.open.waiting", { what: help.what, day: dayInWords(help.waitingSince ?? help.startsOn, locale) }),
			);
	const steps = plan.actions.filter(({ personId, state }) => personId === coordinator?.id && state === "to_do").length;
	if (steps > 0) add("steps", "steps/goals", say("handover.open.steps", { count: steps }));
	add("consents", "consents", say("handover.open.consents"));
	return tasks;
}
