import type { Waiting } from "@samenplan/plan-rules/waiting";
import { CalendarHeart, FileCheck, Flag, HandHeart, Handshake, MessageSquareText, ShieldCheck, Sparkles, Users } from "lucide-react";
import type { ReactNode } from "react";
import { useConsentsForMe, useConsentsPending } from "../../consents/queries.ts";
import { type Say, useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Door } from "../../ui/card.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { useWaiting } from "../facts.ts";
import { useFamilyId, usePlan } from "../queries.ts";

/** What I am asked to read and answer, one card each. */
export default function WaitingPage() {
	const say = useText();
	const waiting = useWaiting();
	const consents = useConsentsForMe();
	const unsure = useConsentsPending();
	const home = `/families/${useFamilyId()}`;
	const plan = usePlan();
	return (
		<Page width="text">
			<PageTitle title={say("plans.home.waiting")} intro={say("plans.waiting.intro")} back={{ to: home, label: say("plans.to-home") }} />
			{waiting.length + consents.length === 0 && unsure ? (
				<Loading shape="cards" />
			) : waiting.length + consents.length === 0 ? (
				<EmptyState
					picture={<HandHeart />}
					title={say("plans.waiting.none")}
					actions={
						<ButtonLink look="soft" to={home}>
							{say("plans.to-home")}
						</ButtonLink>
					}
				>
					{say("plans.waiting.none-words")}
				</EmptyState>
			) : (
				<ul className="plan-doors">
					{consents.map(({ id, kind, to, what }) => (
						<li key={id}>
							<Door
								to={`${home}/consents`}
								picture={<ShieldCheck />}
								look="waiting"
								title={say(`consent.question.${kind}`, { to })}
								words={what}
							/>
						</li>
					))}
					{waiting.map((one) => {
						const { to, picture, words } = doorOf(one, say, plan);
						return (
							<li key={`${one.kind}-${"subjectId" in one ? one.subjectId : ""}`}>
								<Door to={`${home}/${to}`} picture={picture} look="waiting" title={say(`plans.waiting.${one.kind}`)} words={words} />
							</li>
						);
					})}
				</ul>
			)}
		</Page>
	);
}

function doorOf(one: Waiting, say: Say, plan: ReturnType<typeof usePlan>): { to: string; picture: ReactNode; words: string } {
	switch (one.kind) {
		case "say_question":
			return { to: "steps/clarify", picture: <MessageSquareText />, words: say("plans.waiting.say_question.words") };
		case "say_strengths":
			return { to: "steps/strengths", picture: <Sparkles />, words: say("plans.waiting.say_strengths.words") };
		case "group_plan":
			return { to: "steps/network", picture: <Users />, words: say("plans.waiting.group_plan.words") };
		case "shared_picture":
			return { to: "steps/strengths#picture", picture: <Sparkles />, words: say("plans.waiting.shared_picture.words") };
		case "goal":
			return { to: `goals/${one.subjectId}`, picture: <Flag />, words: plan.goals.find(({ id }) => id === one.subjectId)?.text ?? "" };
		case "decision":
			return { to: "steps/help", picture: <Handshake />, words: plan.decisions.find(({ id }) => id === one.subjectId)?.what ?? "" };
		case "plan_version":
			return { to: `versions/${one.subjectId}`, picture: <FileCheck />, words: say("plans.waiting.plan_version.words") };
		case "handover": {
			const to = plan.others.find(({ id }) => id === plan.handovers.find((each) => each.id === one.subjectId)?.toPersonId);
			return { to: "coordinator", picture: <Handshake />, words: to?.givenName ?? "" };
		}
		case "scores":
			return { to: "steps/evaluate", picture: <CalendarHeart />, words: say("plans.waiting.scores.words") };
	}
}
