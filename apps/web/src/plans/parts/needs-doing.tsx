import { stepKinds } from "@samenplan/contract/steps";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { agreementOf } from "@samenplan/plan-rules/agreement";
import { firstContactDue } from "@samenplan/plan-rules/due-dates";
import { missingFor, whyNot } from "@samenplan/plan-rules/moves";
import { useQuery } from "@tanstack/react-query";
import {
	ArrowLeftRight,
	Cake,
	CalendarClock,
	ChevronRight,
	CircleCheck,
	Eye,
	FileClock,
	FileText,
	HeartHandshake,
	MessageCircleQuestionMark,
	Scale,
	ShieldCheck,
	Signpost,
	UserPlus,
} from "lucide-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { ageTasksQuery, useConsents } from "../../consents/queries.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useMilestonesNow } from "../../milestones/queries.ts";
import { StepMark } from "../../ui/step-mark.tsx";
import { today, usePlanFacts } from "../facts.ts";
import { ageOf, usePeople } from "../people.ts";
import { useCan, useFamilyId, usePersonName, usePlan } from "../queries.ts";
import { useMayPutFirstVersion } from "../versions.ts";
import { reasonKey } from "./reasons.tsx";

type Thing = { id: string; to: string; picture: ReactNode; words: string; more?: string };

/** What needs doing now in this family, each with the place where it is done. */
export function NeedsDoing() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const things = useThings();
	if (things.length === 0)
		return (
			<p className="sp-row" data-gap="xs">
				<CircleCheck aria-hidden="true" /> {say("plans.now.nothing")}
			</p>
		);
	return (
		<ul className="plan-now">
			{things.map(({ id, to, picture, words, more }) => (
				<li key={id}>
					<Link to={`${home}/${to}`}>
						{picture}
						<span>
							{words}
							{more ? <small>{more}</small> : null}
						</span>
						<ChevronRight aria-hidden="true" />
					</Link>
				</li>
			))}
		</ul>
	);
}

function useThings(): Thing[] {
	const say = useText();
	const { locale } = useIntl();
	const plan = usePlan();
	const facts = usePlanFacts();
	const can = useCan();
	const nameOf = usePersonName();
	const { parents, children } = usePeople();
	const familyId = useFamilyId();
	const { data: ages = [] } = useQuery({ ...ageTasksQuery(familyId), enabled: can("age_task.do") });
	const { consents = [] } = useConsents();
	const milestones = useMilestonesNow();
	const mayPut = useMayPutFirstVersion();
	const things: Thing[] = [];
	for (const line of milestones)
		things.push({
			id: `milestone-${line.personId}-${line.kind}-${line.onDay}`,
			to: "milestones",
			picture: <Signpost aria-hidden="true" />,
			words: say(`milestones.line.${line.kind}`, { name: nameOf(line.personId) }),
			more: dayInWords(line.onDay, locale),
		});
	const { checkInOn, checkedInOn } = plan.plan;
	if (!facts.open && checkInOn && !checkedInOn)
		things.push({
			id: "check-in",
			to: "steps/evaluate",
			picture: <HeartHandshake aria-hidden="true" />,
			words: say("evaluate.after.check-in"),
			more: dayInWords(checkInOn, locale),
		});
	if (!facts.open) return things;

	const open = plan.comments.filter(({ kind, answeredAt }) => kind === "question" && answeredAt === null);
	if (open.length > 0 && can("comment.answer"))
		things.push({
			id: "questions",
			to: "questions",
			picture: <MessageCircleQuestionMark aria-hidden="true" />,
			words: say("plans.now.questions", { count: open.length }),
			more: say("plans.now.from", { names: nameList([...new Set(open.map(({ writtenBy }) => nameOf(writtenBy)))], locale) }),
		});

	for (const task of ages.filter(({ doneAt }) => doneAt === null))
		things.push({
			id: `age-${task.id}`,
			to: "people#ages",
			picture: <Cake aria-hidden="true" />,
			words: say(`age.${task.kind}`, { name: task.givenName }),
			more: say(term("ageTaskKinds", task.kind)),
		});
	const unanswered = consents.filter(({ standing }) => standing === "waiting" || standing === "goes_on");
	if (unanswered.length > 0)
		things.push({
			id: "consents",
			to: "consents",
			picture: <ShieldCheck aria-hidden="true" />,
			words: say("consent.now", { count: unanswered.length }),
			more: say("plans.now.waiting-for", {
				names: nameList(
					[
						...new Set(
							unanswered.flatMap((one) => one.must.filter(({ answer }) => answer === null).map(({ personId }) => nameOf(personId))),
						),
					],
					locale,
				),
			}),
		});

	for (const goal of plan.goals) {
		const waits = agreementOf(
			facts.mustAgree,
			goal.version,
			plan.positions.filter(({ subject, subjectId }) => subject === "goal" && subjectId === goal.id),
		).stands.filter(({ awaitsExplanation }) => awaitsExplanation);
		if (waits.length > 0 && can("position.explain"))
			things.push({
				id: `explain-${goal.id}`,
				to: `goals/${goal.id}`,
				picture: <MessageCircleQuestionMark aria-hidden="true" />,
				words: say("plans.now.explain", {
					names: nameList(
						waits.map(({ personId }) => nameOf(personId)),
						locale,
					),
				}),
				more: goal.text,
			});
	}
	if (facts.review === "advised" && can("review.answer"))
		things.push({ id: "advice", to: "reviews", picture: <Eye aria-hidden="true" />, words: say("plans.now.advice") });

	const asked = plan.reviews.find(({ state }) => state === "asked" || state === "taken");
	if (asked)
		things.push({
			id: "review",
			to: "reviews",
			picture: <Eye aria-hidden="true" />,
			words: say("plans.now.review"),
			more: say("plans.now.review-since", { day: dayInWords(dayOf(asked.askedAt), locale) }),
		});

	const handover = plan.handovers.find(({ state }) => state === "asked" || state === "arranged");
	if (handover && can("handover.arrange"))
		things.push({
			id: "handover",
			to: "coordinator",
			picture: <ArrowLeftRight aria-hidden="true" />,
			words:
				handover.talkOn && handover.toPersonId
					? say("handover.now.arranged", { name: nameOf(handover.toPersonId), day: dayInWords(handover.talkOn, locale) })
					: say("handover.now.asked"),
		});

	const current = stepKinds.find((kind) => facts.steps[kind].state !== "concluded" && !(kind === "network" && facts.network.skipped));
	// Looking back comes after an agreed plan, so putting the first version before people goes before that step.
	if (mayPut && (current === "evaluate" || current === undefined))
		things.push({
			id: "put-version",
			to: "versions",
			picture: <FileText aria-hidden="true" />,
			words: say("plans.now.put-version"),
			more: say("plans.now.put-version-why"),
		});
	if (current) {
		// Before a route is chosen, somebody may have to think along: that is what to do now.
		const before = current === "clarify" && facts.route === null ? whyNot(facts, "choose_route") : [];
		const missing = before.length > 0 ? before : missingFor(facts, current);
		things.push({
			id: "step",
			to: `steps/${current}`,
			picture: <StepMark step={current} />,
			words: say(`steps.${current}`),
			more:
				missing.length > 0
					? missing
							.slice(0, 2)
							.map((code) => say(reasonKey(code)))
							.join(" ")
					: say("plans.now.may-conclude"),
		});
	}
	const begun = plan.views.length > 0 || plan.contactMoments.length > 0;
	if (!begun)
		things.push({
			id: "first-contact",
			to: "contacts",
			picture: <CalendarClock aria-hidden="true" />,
			words: say("plans.now.first-contact", { day: dayInWords(firstContactDue(plan.plan.openedOn), locale) }),
		});
	const put = plan.versions.find(({ state }) => state === "put");
	if (put) {
		const waiting = agreementOf(
			put.mustAgree,
			put.number,
			plan.positions.filter(({ subject, subjectId }) => subject === "plan_version" && subjectId === put.id),
		).waitingFor;
		things.push({
			id: "version",
			to: `versions/${put.id}`,
			picture: <FileClock aria-hidden="true" />,
			words: say("plans.now.version", { day: dayInWords(dayOf(put.putAt), locale) }),
			more:
				waiting.length > 0 ? say("plans.now.waiting-for", { names: nameList(waiting.map(nameOf), locale) }) : say("plans.now.all-answered"),
		});
	}
	const talk = plan.evaluations.find(({ state }) => state === "planned");
	if (talk && talk.dueOn <= today())
		things.push({
			id: "evaluation",
			to: "steps/evaluate",
			picture: <CalendarClock aria-hidden="true" />,
			words: say("plans.now.evaluation", { day: dayInWords(talk.dueOn, locale) }),
		});

	const unknown = parents.filter((parent) =>
		children.some((child) => {
			const fact = plan.family.authorities.find(({ parentId, childId }) => parentId === parent.id && childId === child.id);
			return (ageOf(child) ?? 0) < 18 && (fact === undefined || fact.holds === "unknown");
		}),
	);
	if (unknown.length > 0 && can("people.write"))
		things.push({
			id: "authority",
			to: "people",
			picture: <Scale aria-hidden="true" />,
			words: say("plans.now.authority", {
				names: nameList(
					unknown.map(({ givenName }) => givenName),
					locale,
				),
			}),
			more: say("plans.now.authority-why"),
		});
	const without = [...parents, ...children.filter((child) => (ageOf(child) ?? 0) >= 12)].filter(
		({ hasAccount, invitation }) => !hasAccount && invitation?.state !== "sent",
	);
	if (without.length > 0 && can("invitations.write"))
		things.push({
			id: "accounts",
			to: "people",
			picture: <UserPlus aria-hidden="true" />,
			words: say("plans.now.invite", {
				names: nameList(
					without.map(({ givenName }) => givenName),
					locale,
				),
			}),
		});
	return things;
}
