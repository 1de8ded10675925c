import { dayInWords } from "@samenplan/language/dates";
import { fullName, nameList } from "@samenplan/language/names";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { LastContact } from "../../contacts/parts/last-contact.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Coming } from "../../milestones/parts/coming.tsx";
import { Grid, Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Quote } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { usePeople } from "../people.ts";
import { useFamilyId, usePersonName, usePlan } from "../queries.ts";
import { NeedsDoing } from "./needs-doing.tsx";

/** The professional's first page of a family: what needs doing now, the question in the family's words, and how it stands. */
export default function Overview() {
	const say = useText();
	const { locale } = useIntl();
	const home = `/families/${useFamilyId()}`;
	const plan = usePlan();
	const { children, coordinator } = usePeople();
	const nameOf = usePersonName();
	const question = plan.steps.find(({ kind }) => kind === "clarify")?.conclusion ?? "";
	const talk = plan.evaluations.find(({ state }) => state === "planned");
	const questions = plan.views.filter(({ subject }) => subject === "question");
	const running = plan.help.filter(({ state }) => state === "running" || state === "waiting" || state === "planned");
	return (
		<Page>
			<PageTitle title={say("plans.overview.now")} />
			{plan.plan.route === "crisis" ? (
				<Notice kind="warning" title={say("plans.overview.crisis")}>
					<p>{plan.plan.routeReason}</p>
					<p>
						<Link className="sp-link" to={`${home}/steps/clarify#route`}>
							{say("clarify.acts")}
						</Link>
					</p>
				</Notice>
			) : null}
			<NeedsDoing />
			<LastContact />
			<Section title={say("plans.overview.question")}>
				{question ? (
					<p className="plan-question">{question}</p>
				) : questions.length > 0 ? (
					<Grid column="19rem">
						{questions.map((view) => (
							<Quote key={view.id} personId={view.personId} name={nameOf(view.personId)}>
								{view.text}
							</Quote>
						))}
					</Grid>
				) : (
					<p className="sp-hint">{say("plans.overview.question-none")}</p>
				)}
			</Section>
			<Section title={say("plans.overview.facts")}>
				<dl className="plan-facts">
					<Fact name={say("plans.overview.route")}>
						{plan.plan.route ? say(term("routes", plan.plan.route)) : say("plans.overview.not-yet")}{" "}
						{plan.plan.complex ? <StateBadge tone="warning">{say("plans.overview.complex")}</StateBadge> : null}
					</Fact>
					{plan.plan.placement === "home" ? null : (
						<Fact name={say("clarify.frame.placement", { count: children.length })}>{say(term("placements", plan.plan.placement))}</Fact>
					)}
					{plan.plan.courtOrderOn ? (
						<Fact name={say("clarify.frame")}>
							<Link className="sp-link" to={`${home}/steps/clarify#start`}>
								{dayInWords(plan.plan.courtOrderOn, locale)}
							</Link>
						</Fact>
					) : null}
					{plan.plan.referrer ? <Fact name={say("plans.overview.referrer")}>{plan.plan.referrer}</Fact> : null}
					<Fact name={say("plans.overview.opened")}>{dayInWords(plan.plan.openedOn, locale)}</Fact>
					<Fact name={say("plans.overview.talk")}>{talk ? dayInWords(talk.dueOn, locale) : say("plans.overview.not-yet")}</Fact>
					<Fact name={say("plans.overview.goals")}>{plan.goals.filter(({ state }) => state !== "stopped").length}</Fact>
					<Fact name={say("plans.overview.help")}>
						{running.length > 0
							? nameList(
									running.map(({ what }) => what),
									locale,
								)
							: say("plans.overview.none")}
					</Fact>
					<Fact name={say("plans.overview.coordinator")}>
						<Link className="sp-link" to={`/families/${plan.family.id}/coordinator`}>
							{coordinator ? fullName(coordinator) : say("handover.title")}
						</Link>
					</Fact>
				</dl>
			</Section>
			<Coming />
		</Page>
	);
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
