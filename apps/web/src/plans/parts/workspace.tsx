import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import { fullName } from "@samenplan/language/names";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Link, NavLink, Outlet, useMatch } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { ReviewOver } from "../../reviews/parts/review-over.tsx";
import { EmergencyBanner } from "../../safeguards/parts/emergency-banner.tsx";
import { Page } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StepRail, type StepState } from "../../ui/step-rail.tsx";
import { ageOf } from "../people.ts";
import { planQuery, useCan, useFamilyId } from "../queries.ts";
import { PlanBoundary } from "./plan-boundary.tsx";

/** The professional's frame of one family: its people on top, the six steps along the side, the page in the middle. */
export default function Workspace() {
	return (
		<div className="plan-workspace">
			<PlanBoundary fallback={(error, retry) => <Refused error={error} retry={retry} />}>
				<Suspense fallback={<div className="plan-head" aria-busy="true" />}>
					<EmergencyBanner />
					<Head />
				</Suspense>
				<div className="plan-body">
					<Suspense fallback={<div />}>
						<Rail />
					</Suspense>
					<div className="plan-page">
						<Outlet />
					</div>
				</div>
			</PlanBoundary>
		</div>
	);
}

function Refused({ error, retry }: { error: unknown; retry: () => void }) {
	return (
		<Page width="text">
			{asProblem(error).code === "not-found" ? (
				<ReviewOver otherwise={<ProblemNotice error={error} onRetry={retry} />} />
			) : (
				<ProblemNotice error={error} onRetry={retry} />
			)}
		</Page>
	);
}

function Head() {
	const say = useText();
	const familyId = useFamilyId();
	const { family, comments } = useSuspenseQuery(planQuery(familyId)).data;
	const can = useCan();
	const home = `/families/${familyId}`;
	const open = comments.filter(({ kind, answeredAt }) => kind === "question" && answeredAt === null).length;
	const people = family.persons.filter(({ relation }) => relation === "parent" || relation === "child");
	return (
		<header className="plan-head">
			<div className="plan-head-row">
				<Link className="plan-head-name" to={home}>
					{family.name}
				</Link>
				<ul className="plan-people" aria-label={say("plans.people")}>
					{people.map((person) => {
						const age = person.relation === "child" ? ageOf(person) : undefined;
						return (
							<li key={person.id}>
								<Link to={`${home}/people/${person.id}`}>
									<Avatar personId={person.id} name={fullName(person)} size="1.9rem" />
									<span>
										{person.givenName}
										{age === undefined ? null : <span className="plan-age">{age}</span>}
									</span>
								</Link>
							</li>
						);
					})}
				</ul>
			</div>
			<nav className="plan-nav" aria-label={say("plans.nav")}>
				<NavLink to={home} end>
					{say("plans.nav.overview")}
				</NavLink>
				<NavLink to={`${home}/people`}>{say("plans.nav.people")}</NavLink>
				<NavLink to={`${home}/contacts`}>{say("contacts.work.nav")}</NavLink>
				<NavLink to={`${home}/consents`}>{say("consent.nav")}</NavLink>
				<NavLink to={`${home}/questions`}>
					{say("plans.nav.questions")}
					{open > 0 ? <span className="plan-count">{open}</span> : null}
				</NavLink>
				<NavLink to={`${home}/versions`}>{say("plans.nav.versions")}</NavLink>
				<NavLink to={`${home}/reviews`}>{say("plans.nav.reviews")}</NavLink>
				{can("who_looked.read") ? <NavLink to={`${home}/who-looked`}>{say("plans.nav.who-looked")}</NavLink> : null}
				{can("work_note.write") ? <NavLink to={`${home}/work-notes`}>{say("safeguards.nav.notes")}</NavLink> : null}
				{can("safety.read") ? <NavLink to={`${home}/safety`}>{say("safeguards.nav.safety")}</NavLink> : null}
			</nav>
		</header>
	);
}

function Rail() {
	const familyId = useFamilyId();
	const { steps } = useSuspenseQuery(planQuery(familyId)).data;
	const at = useMatch("/families/:familyId/steps/:step/*")?.params.step;
	const current = stepKinds.find((kind) => kind === at);
	const states = Object.fromEntries(
		stepKinds.map((kind) => [kind, steps.find((step) => step.kind === kind)?.state ?? "not_started"]),
	) as Record<StepKind, StepState>;
	return <StepRail states={states} current={current} to={(step) => `/families/${familyId}/steps/${step}`} />;
}
