import { dayInWords } from "@samenplan/language/dates";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useFamilyId, usePlan } from "../../../plans/queries.ts";
import { Section, Stack } from "../../../ui/layout.tsx";
import { ReopenedBecause } from "../../parts/conclude.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { useStep, useViews } from "../../queries.ts";
import { ChosenRoute } from "./choose-route.tsx";
import { CrisisActs } from "./crisis-acts.tsx";
import { WhoReads } from "./expectations.tsx";
import { Frame, Referral } from "./how-it-began.tsx";

/** What came out of step 1, as the family reads it: the question, how we go on, what we expect of each other, and how it began. */
export function OursTogether() {
	const say = useText();
	const home = `/families/${useFamilyId()}`;
	const step = useStep("clarify");
	const { plan, contactMoments } = usePlan();
	const { coordinator } = usePeople();
	const names = { coach: coordinator?.givenName ?? say("clarify.coach") };
	const expected = useViews(({ subject, personId }) => subject === "expectation" && personId === coordinator?.id);
	return (
		<>
			<ReopenedBecause kind="clarify" />
			<Section title={say("clarify.own.together")}>
				<Stack gap="lg">
					<Text name={say("clarify.question-ours")} text={step.conclusion} empty={say("clarify.question-none")} big />
					{step.professionalConclusion ? <Text name={say("steps.professional-words")} text={step.professionalConclusion} /> : null}
					<Consult />
					<div>
						<h3 className="step-text-name">{say("clarify.route")}</h3>
						<ChosenRoute />
					</div>
					<CrisisActs />
				</Stack>
			</Section>
			<Section title={say("clarify.expect")}>
				<Stack gap="lg">
					{expected.length > 0 ? (
						<Stack gap="md">
							{(["of-family", "by-coach"] as const).map((side) => {
								const views = expected.filter(({ aboutPersonId }) => (aboutPersonId === coordinator?.id) === (side === "by-coach"));
								return views.length > 0 ? (
									<div key={side}>
										<h3 className="step-text-name">{say(`clarify.expect.${side}`, names)}</h3>
										{views.map((view) => (
											<ViewQuote key={view.id} view={view} bare about={false} />
										))}
									</div>
								) : null;
							})}
						</Stack>
					) : null}
					<Text name={say("clarify.contact")} text={step.agreements} empty={say("clarify.contact-none")}>
						{contactMoments.length > 0 ? (
							<Link className="sp-link" to={`${home}/contacts`}>
								{say("clarify.talked")}
							</Link>
						) : null}
					</Text>
					<Text name={say("clarify.fails")} text={plan.whenItFails} empty={say("clarify.fails-none")} />
					<Text name={say("clarify.written")} text={plan.writtenDown} empty={say("clarify.written-none")}>
						<WhoReads />
					</Text>
					<Text name={say("clarify.sharing")} text={plan.sharingAgreements} empty={say("clarify.sharing-none")} />
				</Stack>
			</Section>
			<Section title={say("clarify.start")}>
				<Stack gap="lg">
					<Frame />
					<Referral />
					{plan.referrer ? (
						<Text
							name={say("clarify.start.hears", { referrer: plan.referrer })}
							text={plan.referrerHears}
							empty={say("clarify.start.hears-none")}
						/>
					) : null}
				</Stack>
			</Section>
		</>
	);
}

/** That somebody thinks along is told, and stays to be read. */
function Consult() {
	const say = useText();
	const { locale } = useIntl();
	const home = `/families/${useFamilyId()}`;
	const { plan, reviews: all } = usePlan();
	const reviews = all.filter(({ state }) => state !== "withdrawn");
	// Asked in a crisis, or later on: the day stands with the question.
	const told = plan.toldFamilyOn ?? reviews[0]?.toldFamilyOn;
	if (!told) return null;
	return (
		<div>
			<h3 className="step-text-name">{say("clarify.consult")}</h3>
			<p>{say("clarify.consult.told", { day: dayInWords(told, locale) })}</p>
			{reviews.length > 0 ? (
				<Link className="sp-link" to={`${home}/reviews`}>
					{say("clarify.consult.read")}
				</Link>
			) : null}
		</div>
	);
}

type TextProps = { name: string; text: string; empty?: string; big?: boolean; children?: ReactNode };

function Text({ name, text, empty, big, children }: TextProps) {
	return (
		<div>
			<h3 className="step-text-name">{name}</h3>
			{text ? <p className={big ? "plan-question" : "sp-words"}>{text}</p> : <p className="sp-hint">{empty}</p>}
			{children}
		</div>
	);
}
