import type { View } from "@samenplan/contract/steps";
import { CircleHelp, CloudSun, Handshake, HeartHandshake, History, Sparkle } from "lucide-react";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { Conversation } from "../../../comments/parts/conversation.tsx";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useFamilyId, usePlan } from "../../../plans/queries.ts";
import { Door } from "../../../ui/card.tsx";
import { Page, PageTitle } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { SayScreen } from "../../parts/say-screen.tsx";
import { useStep, useViews } from "../../queries.ts";
import { OursTogether } from "./ours-together.tsx";

const prompts = ["question", "wish", "worry", "earlier_help", "expectation", "promise"] as const;
type Prompt = (typeof prompts)[number];
const pictures: Record<Prompt, ReactNode> = {
	question: <CircleHelp />,
	wish: <Sparkle />,
	worry: <CloudSun />,
	earlier_help: <History />,
	expectation: <Handshake />,
	promise: <HeartHandshake />,
};

/** What belongs to a question: what the coordinator may expect of me is an expectation about myself. */
const belongs: Record<Prompt, (view: View) => boolean> = {
	question: ({ subject }) => subject === "question",
	wish: ({ subject }) => subject === "wish",
	worry: ({ subject }) => subject === "worry",
	earlier_help: ({ subject }) => subject === "earlier_help",
	expectation: ({ subject, personId, aboutPersonId }) => subject === "expectation" && aboutPersonId !== personId,
	promise: ({ subject, personId, aboutPersonId }) => subject === "expectation" && aboutPersonId === personId,
};

/** Step 1 on a phone: six plain questions, each on its own screen, and what we concluded together. */
export default function ClarifyOwn() {
	const { prompt } = useParams();
	const chosen = prompts.find((one) => one === prompt);
	return chosen ? <OnePrompt key={chosen} prompt={chosen} /> : <AllPrompts />;
}

function AllPrompts() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const step = useStep("clarify");
	const { viewer } = usePlan();
	const coach = useCoach();
	const mine = useViews((view) => view.personId === viewer.personId);
	return (
		<Page width="text">
			<PageTitle
				title={say("plans.step.clarify")}
				intro={say("clarify.own.intro")}
				mark={<StepMark step="clarify" size="3rem" />}
				back={{ to: `${home}/our-plan`, label: say("plans.home.our-plan") }}
			/>
			<ul className="plan-doors">
				{prompts.map((prompt) => {
					const said = mine.filter(belongs[prompt]).at(-1);
					return (
						<li key={prompt}>
							<Door
								to={`${home}/steps/clarify/${prompt}`}
								picture={pictures[prompt]}
								title={say(`clarify.own.${prompt}`, { coach })}
								words={said ? `“${said.text}”` : say("clarify.own.not-yet")}
							/>
						</li>
					);
				})}
			</ul>
			<OursTogether />
			<Conversation about="step" aboutId={step.id} />
		</Page>
	);
}

function useCoach(): string {
	const say = useText();
	return usePeople().coordinator?.givenName ?? say("clarify.coach");
}

function OnePrompt({ prompt }: { prompt: Prompt }) {
	const say = useText();
	const here = `/families/${useFamilyId()}/steps/clarify`;
	const { viewer } = usePlan();
	const { coordinator } = usePeople();
	const coach = useCoach();
	const next = prompts[prompts.indexOf(prompt) + 1];
	return (
		<SayScreen
			subject={prompt === "promise" ? "expectation" : prompt}
			only={belongs[prompt]}
			title={say(`clarify.own.${prompt}`, { coach })}
			about={prompt === "expectation" ? coordinator?.id : prompt === "promise" ? viewer.personId : undefined}
			chooseAbout={prompt === "wish" || prompt === "worry"}
			question={(name, self) =>
				prompt === "wish" || prompt === "worry"
					? self || !name
						? say(`clarify.prompt.${prompt}.self`)
						: say(`clarify.prompt.${prompt}.other`, { name })
					: say(`clarify.prompt.${prompt}`, { coach })
			}
			hint={say(`clarify.prompt.${prompt}.hint`)}
			back={{ to: here, label: say("plans.step.clarify") }}
			next={
				next
					? { to: `${here}/${next}`, label: say("clarify.own.next", { title: say(`clarify.own.${next}`, { coach }) }) }
					: { to: here, label: say("clarify.own.ready") }
			}
		/>
	);
}
