import { practicalThemes, themeKnowledge, upbringingThemes } from "@samenplan/knowledge/themes";
import { nameList } from "@samenplan/language/names";
import { BookOpenText, Search } from "lucide-react";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { Conversation } from "../../../comments/parts/conversation.tsx";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../../plans/queries.ts";
import { GiveAnswer } from "../../../positions/parts/give-answer.tsx";
import { useMustAgree } from "../../../positions/queries.ts";
import { Door } from "../../../ui/card.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Page, PageTitle } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { SayScreen } from "../../parts/say-screen.tsx";
import { ThemePicture } from "../../parts/theme-picture.tsx";
import { useStep, useViews } from "../../queries.ts";
import { useKnowledgeLanguage } from "../knowledge-language.ts";
import { ChildrenSay } from "./children-say.tsx";
import { LoadCapacities } from "./load-capacity.tsx";
import { OrdinaryForAge } from "./ordinary-for-age.tsx";
import { ScientistReads } from "./scientist-reads.tsx";
import { SharedPicture } from "./shared-picture.tsx";

const themes = [...upbringingThemes, ...practicalThemes];
type ThemeCode = (typeof themes)[number];

/** Step 2 on a phone: one theme at a time, what goes well before what is hard. */
export default function StrengthsOwn() {
	const { theme, kind } = useParams();
	const chosen = themes.find((one) => one === theme);
	if (!chosen) return <AllThemes />;
	return <OneTheme key={`${chosen}-${kind}`} theme={chosen} hard={kind === "hard"} />;
}

function AllThemes() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const step = useStep("strengths");
	const can = useCan();
	const { plan, viewer, sharedWords, analysisPoints, inquiries } = usePlan();
	const { locale } = useIntl();
	const asked = useMustAgree().includes(viewer.personId);
	return (
		<Page width="text">
			<PageTitle
				title={say("plans.step.strengths")}
				intro={say("strengths.own.intro")}
				mark={<StepMark step="strengths" size="3rem" />}
				back={{ to: `${home}/our-plan`, label: say("plans.home.our-plan") }}
			/>
			<ScientistReads />
			{step.conclusion ? (
				<>
					<SharedPicture writable={false} />
					{asked && can("position.give") ? (
						<GiveAnswer subject="shared_picture" subjectId={step.id} subjectVersion={step.version} about={say("strengths.picture")} />
					) : null}
				</>
			) : null}
			<Doors list={upbringingThemes} />
			<Disclosure title={say("strengths.own.practical")}>
				<Doors list={practicalThemes} />
			</Disclosure>
			<ul className="plan-doors">
				<li>
					<Door
						to={`${home}/steps/strengths/words`}
						picture={<BookOpenText />}
						title={say("strengths.words")}
						words={
							sharedWords.length > 0
								? nameList(
										sharedWords.map(({ word }) => word),
										locale,
									)
								: undefined
						}
					/>
				</li>
				{analysisPoints.length + inquiries.length > 0 ? (
					<li>
						<Door
							to={`${home}/steps/strengths/analysis`}
							picture={<Search />}
							title={say("strengths.understand")}
							words={say("strengths.understand-intro")}
						/>
					</li>
				) : null}
			</ul>
			<ChildrenSay writable={plan.state === "open"} />
			{can("load.write") ? <LoadCapacities only={viewer.personId} /> : null}
			<Conversation about="step" aboutId={step.id} />
		</Page>
	);
}

function Doors({ list }: { list: readonly ThemeCode[] }) {
	const say = useText();
	const here = `/families/${useFamilyId()}/steps/strengths`;
	const { viewer } = usePlan();
	const mine = useViews((view) => view.personId === viewer.personId);
	return (
		<ul className="plan-doors">
			{list.map((theme) => {
				const said = mine.filter((view) => view.theme === theme);
				return (
					<li key={theme}>
						<Door
							to={`${here}/${theme}/well`}
							picture={<ThemePicture theme={theme} />}
							title={say(term("themes", theme))}
							words={said.length > 0 ? `“${said.at(-1)?.text}”` : undefined}
						/>
					</li>
				);
			})}
		</ul>
	);
}

function OneTheme({ theme, hard }: { theme: ThemeCode; hard: boolean }) {
	const say = useText();
	const here = `/families/${useFamilyId()}/steps/strengths`;
	const language = useKnowledgeLanguage();
	const known = themeKnowledge[theme];
	const safety = theme === "safety";
	return (
		<SayScreen
			subject={hard ? (safety ? "safety" : "concern") : "strength"}
			theme={theme}
			title={say(term("themes", theme))}
			question={() => say(hard ? (safety ? "strengths.own.unsafe" : "strengths.own.hard") : "strengths.own.well")}
			hint={known[hard ? "isHard" : "goesWell"][language].join(" ")}
			more={hard && !safety ? <OrdinaryForAge /> : undefined}
			back={{ to: here, label: say("plans.step.strengths") }}
			next={
				hard
					? { to: here, label: say("strengths.own.other-theme") }
					: { to: `${here}/${theme}/hard`, label: say(safety ? "strengths.own.next-unsafe" : "strengths.own.next-hard") }
			}
		/>
	);
}
