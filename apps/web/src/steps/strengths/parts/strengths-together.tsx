import type { Theme, View } from "@samenplan/contract/steps";
import { practicalThemes, upbringingThemes } from "@samenplan/knowledge/themes";
import { Conversation } from "../../../comments/parts/conversation.tsx";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useCan, usePlan } from "../../../plans/queries.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Beside, Grid, Page, PageTitle, Section, Stack } from "../../../ui/layout.tsx";
import { StepMark } from "../../../ui/step-mark.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { ConcludeStep } from "../../parts/conclude.tsx";
import { PersonHead } from "../../parts/person-head.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { useStep, useViews } from "../../queries.ts";
import { AgeKnowledge } from "./age-knowledge.tsx";
import { Analysis } from "./analysis.tsx";
import { ChildrenSay } from "./children-say.tsx";
import { Inquiries } from "./inquiries.tsx";
import { LoadCapacities } from "./load-capacity.tsx";
import { OnThisPage } from "./on-this-page.tsx";
import { ScientistReads } from "./scientist-reads.tsx";
import { SharedPicture } from "./shared-picture.tsx";
import { SharedWords } from "./shared-words.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { ThemeSection } from "./theme-section.tsx";

const subjects: readonly View["subject"][] = ["strength", "resource", "concern", "safety"];

/** Step 2 as the coordinator has it on the table: per theme or per person, strengths first, ending in one shared picture. */
export default function StrengthsTogether() {
	const say = useText();
	const step = useStep("strengths");
	const { plan } = usePlan();
	const can = useCan();
	const said = useViews((view) => subjects.includes(view.subject));
	const open = plan.state === "open";
	const writable = can("plan.steer") && open && step.state !== "concluded";
	return (
		<Page>
			<PageTitle title={say("steps.strengths")} intro={say("strengths.work.intro")} mark={<StepMark step="strengths" size="3rem" />} />
			<ScientistReads />
			<OnThisPage
				parts={[
					{ id: "children", title: say("strengths.children") },
					{ id: "themes", title: say("strengths.work.themes") },
					{ id: "load", title: say("strengths.load") },
					{ id: "inquiry", title: say("strengths.inquiry") },
					{ id: "age", title: say("strengths.work.age") },
					{ id: "analysis", title: say("strengths.analysis") },
					{ id: "words", title: say("strengths.words") },
					{ id: "picture", title: say("strengths.picture") },
				]}
			/>
			<ChildrenSay writable={open} />
			<div id="themes">
				<Tabs
					label={say("strengths.work.views")}
					tabs={[
						{ id: "themes", label: say("strengths.work.per-theme"), content: <PerTheme /> },
						{ id: "people", label: say("strengths.work.per-person"), content: <PerPerson /> },
						{ id: "beside", label: say("strengths.work.side-by-side"), content: <SideBySide views={said} /> },
					]}
				/>
			</div>
			<LoadCapacities />
			<Inquiries writable={open && can("plan.steer")} />
			<AgeKnowledge />
			<Analysis writable={writable} />
			<section aria-label={say("strengths.words")} id="words">
				<Section title={say("strengths.words")} intro={say("strengths.words-intro")}>
					<SharedWords />
				</Section>
			</section>
			<Beside aside={<Conversation about="step" aboutId={step.id} />}>
				<SharedPicture writable={writable} />
				<ConcludeStep kind="strengths" />
			</Beside>
		</Page>
	);
}

function PerTheme() {
	const say = useText();
	const said = useViews((view) => subjects.includes(view.subject));
	const practicalSaid = practicalThemes.some((theme) => said.some((view) => view.theme === theme));
	const untold = said.filter(({ theme }) => theme === null);
	return (
		<Stack gap="md">
			{untold.length > 0 ? <ThemeSection theme={null} views={untold} /> : null}
			{upbringingThemes.map((theme) => (
				<ThemeSection key={theme} theme={theme} views={said.filter((view) => view.theme === theme)} />
			))}
			<Disclosure title={say("strengths.work.practical")} open={practicalSaid}>
				<Stack gap="md">
					{practicalThemes.map((theme) => (
						<ThemeSection key={theme} theme={theme} views={said.filter((view) => view.theme === theme)} />
					))}
				</Stack>
			</Disclosure>
		</Stack>
	);
}

function PerPerson() {
	const say = useText();
	const { family } = usePeople();
	const said = useViews((view) => subjects.includes(view.subject));
	return (
		<Grid column="17.5rem">
			{family.map((person) => {
				const own = said.filter(({ personId }) => personId === person.id);
				return (
					<article key={person.id} className="step-person" aria-label={person.givenName}>
						<PersonHead person={person} note={person.role} level={2} />
						{own.length === 0 ? (
							<div className="step-subject">
								<p className="sp-hint">{say("strengths.work.person-nothing")}</p>
							</div>
						) : null}
						{subjects
							.filter((subject) => own.some((view) => view.subject === subject))
							.map((subject) => (
								<section key={subject} className="step-subject">
									<h3 className="step-small-title">{say(`strengths.kind.${subject as "strength"}`)}</h3>
									{own
										.filter((view) => view.subject === subject)
										.map((view) => (
											<div key={view.id}>
												{view.theme ? <p className="sp-hint">{say(term("themes", view.theme as Theme))}</p> : null}
												<ViewQuote view={view} bare />
											</div>
										))}
								</section>
							))}
					</article>
				);
			})}
		</Grid>
	);
}
