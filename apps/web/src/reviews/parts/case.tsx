import { useState } from "react";
import { Link } from "react-router";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { VersionState } from "../../plans/pages/versions.tsx";
import { PlanDocument } from "../../plans/parts/plan-document.tsx";
import { useFamilyId, usePersonName, usePlan } from "../../plans/queries.ts";
import { Analysis } from "../../steps/strengths/parts/analysis.tsx";
import { Inquiries } from "../../steps/strengths/parts/inquiries.tsx";
import { Button } from "../../ui/button.tsx";
import { Beside, Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { Advise } from "./advise.tsx";
import { CaseGoals, FamilyPicture, FamilyWords, ThemeTable } from "./case-picture.tsx";
import { ReviewText } from "./review-text.tsx";
import { SinceLastLook } from "./since-last-look.tsx";
import "../reviews.css";

/**
 * The case on one page for the scientist: the question, what changed since the last look, the family, what each one says per theme,
 * the goals; beside it the advice, earlier advice with what became of it, load, and versions.
 */
export default function CasePage() {
	const say = useText();
	const plan = usePlan();
	const mine = plan.reviews.filter(
		({ scientistId, state }) => scientistId === plan.viewer.personId && (state === "taken" || state === "advised"),
	);
	const earlier = plan.reviews.filter((review) => !mine.includes(review) && review.state === "answered");
	return (
		<Page>
			<PageTitle title={say("reviews.title")} intro={plan.family.name} />
			<Beside
				aside={
					<Stack gap="xl">
						{mine.map((review) => (
							<Section key={review.id} title={say("reviews.case.advise")} level={3}>
								<Advise review={review} />
							</Section>
						))}
						{earlier.length > 0 ? (
							<Section title={say("reviews.history")} level={3}>
								{earlier.map((review) => (
									<ReviewText key={review.id} review={review} />
								))}
							</Section>
						) : null}
						<Load />
						<Versions />
					</Stack>
				}
			>
				{mine.map((review) => (
					<Section key={review.id} title={say(`reviews.kind.${review.kind}`)}>
						<ReviewText review={review} />
					</Section>
				))}
				{mine[0] ? <SinceLastLook review={mine[0]} /> : null}
				<FamilyPicture />
				<FamilyWords />
				<ThemeTable />
				{plan.analysisPoints.length > 0 ? <Analysis writable={false} /> : null}
				{plan.inquiries.length > 0 ? <Inquiries writable={false} /> : null}
				<CaseGoals />
				<WholePlanText />
			</Beside>
		</Page>
	);
}

/** Everything else of the plan, from top to bottom, for who wants it. */
function WholePlanText() {
	const say = useText();
	const plan = usePlan();
	const [open, setOpen] = useState(false);
	return (
		<Stack gap="lg">
			<div>
				<Button look="soft" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
					{say(open ? "reviews.case.less" : "reviews.case.whole")}
				</Button>
			</div>
			{open ? <PlanDocument content={plan} /> : null}
		</Stack>
	);
}

/** Which versions there were, each to read as it was. */
function Versions() {
	const say = useText();
	const familyId = useFamilyId();
	const { versions, steps } = usePlan();
	const current = steps.find(({ state }) => state !== "concluded");
	return (
		<Section title={say("reviews.versions")} level={3}>
			{current ? <p className="sp-hint">{say("reviews.case.at-step", { step: say(term("stepKinds", current.kind)) })}</p> : null}
			{versions.length === 0 ? <p className="sp-hint">{say("reviews.case.no-version")}</p> : null}
			{[...versions].reverse().map((version) => (
				<p key={version.id} className="sp-row" data-gap="sm">
					<Link className="sp-link" to={`/families/${familyId}/versions/${version.id}`}>
						{say("versions.one", { number: version.number })}
					</Link>
					<VersionState state={version.state} />
				</p>
			))}
		</Section>
	);
}

/** The newest answer of each on load and capacity. */
function Load() {
	const say = useText();
	const nameOf = usePersonName();
	const { loadCapacity } = usePlan();
	const newest = [...new Map(loadCapacity.map((one) => [one.personId, one])).values()];
	if (newest.length === 0) return null;
	return (
		<Section title={say("reviews.load")} level={3}>
			{newest.map((one) => (
				<div key={one.id}>
					<b>{say("reviews.load.of", { name: nameOf(one.personId), load: one.load, capacity: one.capacity })}</b>
					{one.text ? <p className="sp-words">{one.text}</p> : null}
				</div>
			))}
		</Section>
	);
}
