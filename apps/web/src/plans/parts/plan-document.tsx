import type { PlanContent } from "@samenplan/contract/plans";
import type { StatementObject } from "@samenplan/contract/statements";
import { type Theme, themes } from "@samenplan/contract/steps";
import { dayInWords } from "@samenplan/language/dates";
import { fullName, nameList } from "@samenplan/language/names";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { StatementList } from "../../my-data/parts/statements.tsx";
import { calledIn } from "../../people/called.ts";
import { GoalLadder, type Level } from "../../ui/goal-ladder.tsx";
import { PersonName, Quote } from "../../ui/person.tsx";
import { AgreedDocument, BeganDocument, WishesDocument } from "./clarify-document.tsx";
import { AnalysisDocument, InquiryDocument, WordsDocument } from "./understanding-document.tsx";
import "./plan-document.css";

/** A plan as a text one can read from top to bottom and print: the family's own words first. */
export function PlanDocument({ content }: { content: PlanContent }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = (id: string) => content.family.persons.find((person) => person.id === id)?.givenName ?? "";
	const step = (kind: string) => content.steps.find((each) => each.kind === kind);
	const views = (subject: string) => content.views.filter((view) => view.subject === subject);
	const beside = (object: StatementObject, objectId: string | undefined) => (
		<StatementList
			statements={(content.statements ?? []).filter((each) => each.object === object && each.objectId === objectId)}
			nameOf={nameOf}
		/>
	);
	const goals = content.goals.filter(({ state }) => state !== "stopped");
	return (
		<article className="plan-doc">
			<Part title={say("versions.doc.people")}>
				<ul className="plan-doc-people">
					{content.family.persons.map((person) => (
						<li key={person.id}>
							<PersonName
								personId={person.id}
								name={fullName(person)}
								note={calledIn(say, person.role) || say(term("involvementRelations", person.relation))}
							/>
						</li>
					))}
				</ul>
			</Part>
			<BeganDocument content={content} nameOf={nameOf} />
			<Part title={say("versions.doc.question")} show={[step("clarify")?.conclusion, ...views("question")]}>
				<Words lead>{step("clarify")?.conclusion}</Words>
				{beside("step", step("clarify")?.id)}
				<Views views={views("question")} nameOf={nameOf} beside={beside} />
			</Part>
			<WishesDocument content={content} show={(views) => <Views views={views} nameOf={nameOf} beside={beside} />} />
			<Part title={say("versions.doc.expectations")} show={views("expectation")}>
				<Views views={views("expectation")} nameOf={nameOf} beside={beside} />
			</Part>
			<Part title={say("versions.doc.picture")} show={[step("strengths")?.conclusion]}>
				<Words lead>{step("strengths")?.conclusion}</Words>
				<Words>{step("strengths")?.professionalConclusion}</Words>
				{beside("step", step("strengths")?.id)}
			</Part>
			<ThemedViews content={content} nameOf={nameOf} beside={beside} />
			<AnalysisDocument content={content} nameOf={nameOf} />
			<InquiryDocument content={content} nameOf={nameOf} />
			<WordsDocument content={content} />
			<Part title={say("versions.doc.goals")} show={goals}>
				{goals.map((goal) => (
					<section key={goal.id} className="plan-doc-goal">
						<h3>{goal.text}</h3>
						{goal.professionalText ? <p className="sp-hint">{goal.professionalText}</p> : null}
						{beside("goal", goal.id)}
						{goal.levels.some(Boolean) ? (
							<>
								<h4>{say("versions.doc.notice")}</h4>
								<GoalLadder words={ladderWords(goal.levels)} start={goal.startLevel as Level | null} />
							</>
						) : null}
						<Actions
							title={say("versions.doc.actions")}
							actions={content.actions.filter(({ goalId }) => goalId === goal.id)}
							nameOf={nameOf}
						/>
					</section>
				))}
			</Part>
			<Part title={say("versions.doc.network")} show={[step("network")?.conclusion, ...content.asks]}>
				<Words>{step("network")?.conclusion}</Words>
				<ul className="plan-doc-list">
					{content.asks.map((ask) => (
						<li key={ask.id}>
							{[ask.text, ask.whenText].filter(Boolean).join(", ")}
							{ask.offers.length > 0 ? (
								<b> · {nameList(ask.offers.map((offer) => offerer(offer, content, nameOf)).filter(Boolean), locale)}</b>
							) : null}
						</li>
					))}
				</ul>
			</Part>
			<Part title={say("versions.doc.help")} show={[step("help")?.conclusion, ...content.decisions]}>
				<Words>{step("help")?.conclusion}</Words>
				{content.decisions.map((decision) => (
					<section key={decision.id} className="plan-doc-goal">
						<h3>{decision.what}</h3>
						<p>
							<b>{say("versions.doc.why")}</b> {decision.why}
						</p>
						{beside("decision", decision.id)}
						{content.help
							.filter(({ decisionId }) => decisionId === decision.id)
							.map((help) => (
								<p key={help.id}>
									{say("versions.doc.period", {
										from: dayInWords(help.startsOn, locale),
										until: dayInWords(help.endsOn, locale),
										provider: help.provider,
									})}
									{help.aftercare ? (
										<>
											{". "}
											<b>{say("versions.doc.aftercare")}</b> {help.aftercare}
										</>
									) : null}
								</p>
							))}
					</section>
				))}
			</Part>
			<AgreedDocument content={content} />
		</article>
	);
}

/** A part with its heading; left out when there is nothing in it. */
function Part({ title, show, children }: { title: string; show?: readonly unknown[]; children: ReactNode }) {
	if (show && !show.some(Boolean)) return null;
	return (
		<section className="plan-doc-part">
			<h2>{title}</h2>
			{children}
		</section>
	);
}

function Words({ lead, children }: { lead?: boolean; children?: string }) {
	return children ? <p className={lead ? "plan-question" : "sp-words"}>{children}</p> : null;
}

type Naming = { nameOf: (id: string) => string; beside: (object: StatementObject, objectId: string) => ReactNode };

function Views({ views, nameOf, beside }: Naming & { views: PlanContent["views"] }) {
	const say = useText();
	return views.map((view) => (
		<Quote
			key={view.id}
			personId={view.personId}
			name={nameOf(view.personId)}
			note={view.aboutPersonId ? say("versions.doc.about", { name: nameOf(view.aboutPersonId) }) : undefined}
		>
			<span lang={view.language}>{view.text}</span>
			{beside("view", view.id)}
		</Quote>
	));
}

/** Per theme what goes well, then what is hard, each in the words of who said it. */
function ThemedViews({ content, nameOf, beside }: Naming & { content: Pick<PlanContent, "views"> }) {
	const say = useText();
	const told = content.views.filter(
		({ subject }) => subject === "strength" || subject === "concern" || subject === "safety" || subject === "resource",
	);
	const inTheme = (theme: Theme | null) => told.filter((view) => view.theme === theme);
	return [...themes, null].map((theme) => {
		const strengths = inTheme(theme).filter(({ subject }) => subject === "strength" || subject === "resource");
		const concerns = inTheme(theme).filter(({ subject }) => subject === "concern" || subject === "safety");
		if (strengths.length + concerns.length === 0) return null;
		return (
			<Part key={theme ?? "none"} title={theme ? say(term("themes", theme)) : say("versions.doc.other-theme")}>
				<div className="plan-doc-two">
					{strengths.length > 0 ? (
						<div>
							<h3>{say("versions.doc.strengths")}</h3>
							<Views views={strengths} nameOf={nameOf} beside={beside} />
						</div>
					) : null}
					{concerns.length > 0 ? (
						<div>
							<h3>{say("versions.doc.concerns")}</h3>
							<Views views={concerns} nameOf={nameOf} beside={beside} />
						</div>
					) : null}
				</div>
			</Part>
		);
	});
}

function Actions({ title, actions, nameOf }: Pick<Naming, "nameOf"> & { title: string; actions: PlanContent["actions"] }) {
	const say = useText();
	const { locale } = useIntl();
	if (actions.length === 0) return null;
	return (
		<>
			<h4>{title}</h4>
			<ul className="plan-doc-list">
				{actions.map((action) => (
					<li key={action.id}>
						<b>{nameOf(action.personId)}</b>: {action.text}
						{action.dueOn ? <span className="sp-hint"> {say("versions.doc.due", { day: dayInWords(action.dueOn, locale) })}</span> : null}
					</li>
				))}
			</ul>
		</>
	);
}

function offerer(offer: PlanContent["asks"][number]["offers"][number], content: PlanContent, nameOf: (id: string) => string): string {
	if (offer.personId) return nameOf(offer.personId);
	return content.networkTies.find(({ id }) => id === offer.tieId)?.name ?? "";
}

function ladderWords(levels: readonly string[]): Partial<Record<Level, string>> {
	return { [-2]: levels[0] ?? "", [-1]: levels[1] ?? "", 0: levels[2] ?? "", 1: levels[3] ?? "", 2: levels[4] ?? "" };
}
