import { CircleHelp, CloudSun, Handshake, Sparkle } from "lucide-react";
import { useParams } from "react-router";
import { Conversation } from "../../../comments/parts/conversation.tsx";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useFamilyId, usePlan } from "../../../plans/queries.ts";
import { Door } from "../../../ui/card.tsx";
import { Page, PageTitle, Section, Stack } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { SayScreen } from "../../parts/say-screen.tsx";
import { useStep, useViews } from "../../queries.ts";

const prompts = ["question", "wish", "worry", "expectation"] as const;
type Prompt = (typeof prompts)[number];
const pictures = { question: <CircleHelp />, wish: <Sparkle />, worry: <CloudSun />, expectation: <Handshake /> };

/** Step 1 on a phone: four plain questions, each on its own screen, and what we concluded together. */
export default function ClarifyOwn() {
	const { prompt } = useParams();
	const chosen = prompts.find((one) => one === prompt);
	return chosen ? <OnePrompt key={chosen} prompt={chosen} /> : <AllPrompts />;
}

function AllPrompts() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const step = useStep("clarify");
	const { plan, viewer } = usePlan();
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
					const said = mine.filter((view) => view.subject === prompt);
					return (
						<li key={prompt}>
							<Door
								to={`${home}/steps/clarify/${prompt}`}
								picture={pictures[prompt]}
								title={say(`clarify.own.${prompt}`)}
								words={said.length > 0 ? `“${said.at(-1)?.text}”` : say("clarify.own.not-yet")}
							/>
						</li>
					);
				})}
			</ul>
			<Section title={say("clarify.own.together")}>
				<Stack gap="lg">
					<Text name={say("clarify.question-ours")} text={step.conclusion} empty={say("clarify.question-none")} big />
					<Text
						name={say("clarify.route")}
						text={plan.route ? `${say(term("routes", plan.route))}. ${say(`clarify.route.${plan.route}`)}` : ""}
						empty={say("clarify.route-none")}
					/>
					<Text name={say("clarify.contact")} text={step.agreements} empty={say("clarify.contact-none")} />
					<Text name={say("clarify.sharing")} text={plan.sharingAgreements} empty={say("clarify.sharing-none")} />
					{step.professionalConclusion ? <Text name={say("steps.professional-words")} text={step.professionalConclusion} empty="" /> : null}
				</Stack>
			</Section>
			<Conversation about="step" aboutId={step.id} />
		</Page>
	);
}

function Text({ name, text, empty, big }: { name: string; text: string; empty: string; big?: boolean }) {
	return (
		<div>
			<h3 className="step-text-name">{name}</h3>
			{text ? <p className={big ? "plan-question" : "sp-words"}>{text}</p> : <p className="sp-hint">{empty}</p>}
		</div>
	);
}

function OnePrompt({ prompt }: { prompt: Prompt }) {
	const say = useText();
	const here = `/families/${useFamilyId()}/steps/clarify`;
	const { coordinator } = usePeople();
	const next = prompts[prompts.indexOf(prompt) + 1];
	const coach = coordinator?.givenName ?? say("clarify.coach");
	return (
		<SayScreen
			subject={prompt}
			title={say(`clarify.own.${prompt}`)}
			about={prompt === "expectation" ? coordinator?.id : undefined}
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
					? { to: `${here}/${next}`, label: say("clarify.own.next", { title: say(`clarify.own.${next}`) }) }
					: { to: here, label: say("clarify.own.ready") }
			}
		/>
	);
}
