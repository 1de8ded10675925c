import type { FamilyPerson } from "@samenplan/contract/families";
import { agreeWithEachOther, type PlanHead } from "@samenplan/contract/plans";
import type { Step, View } from "@samenplan/contract/steps";
import { Link } from "react-router";
import { useText } from "../../../lib/text.tsx";
import { ageOf, usePeople } from "../../../plans/people.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../../plans/queries.ts";
import { Grid, Row, Section, Stack } from "../../../ui/layout.tsx";
import { PersonHead } from "../../parts/person-head.tsx";
import { Say } from "../../parts/say-dialog.tsx";
import { TogetherText } from "../../parts/together-text.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { useStep, useViews, useWriteStep } from "../../queries.ts";

/** Both sides say what they expect and what the other may expect, and settle contact, what if it fails, and what is written down. */
export function Expectations() {
	const say = useText();
	const { family, coordinator } = usePeople();
	const littleOne = useLittleOnes();
	return (
		<Section title={say("clarify.expect")} intro={say("clarify.expect-intro")} id="expect">
			<Stack gap="lg">
				<Grid column="17.5rem">
					{coordinator ? <OfCoordinator person={coordinator} /> : null}
					{family
						.filter((person) => !littleOne(person))
						.map((person) => (
							<OfPerson key={person.id} person={person} />
						))}
				</Grid>
				<Agreements />
			</Stack>
		</Section>
	);
}

/** Of a baby or a toddler nobody asks what they expect; whatever was written down before stays. */
function useLittleOnes(): (person: FamilyPerson) => boolean {
	const speaking = useViews(({ subject }) => subject === "expectation");
	return (person) =>
		person.relation === "child" && (ageOf(person) ?? speaks) < speaks && !speaking.some(({ personId }) => personId === person.id);
}
/** Years; from here on a child can say what it expects. */
const speaks = 4;

function OfPerson({ person }: { person: FamilyPerson }) {
	const say = useText();
	const { coordinator } = usePeople();
	const views = useExpectations(person);
	const names = { name: person.givenName, coach: coordinator?.givenName ?? say("clarify.coach") };
	return (
		<article className="step-person" aria-label={say("clarify.work.expects-of", { name: person.givenName })}>
			<PersonHead person={person} note={person.role} level={3} />
			<Expected
				person={person}
				about={coordinator?.id}
				title={say("clarify.expect.of-coach", names)}
				question={say("clarify.work.prompt.of-coach", names)}
				views={views.ofOther}
			/>
			<Expected
				person={person}
				about={person.id}
				title={say("clarify.expect.of-person", names)}
				question={say("clarify.work.prompt.of-person", names)}
				views={views.ofSelf}
			/>
		</article>
	);
}

function OfCoordinator({ person }: { person: FamilyPerson }) {
	const say = useText();
	const views = useExpectations(person);
	const names = { coach: person.givenName };
	return (
		<article className="step-person" aria-label={say("clarify.work.expects-of", { name: person.givenName })}>
			<PersonHead person={person} note={say("clarify.work.coach")} level={3} />
			<Expected
				person={person}
				title={say("clarify.expect.of-family", names)}
				question={say("clarify.work.prompt.of-family")}
				views={views.ofOther}
			/>
			<Expected
				person={person}
				about={person.id}
				title={say("clarify.expect.by-coach", names)}
				question={say("clarify.work.prompt.by-coach")}
				views={views.ofSelf}
			/>
		</article>
	);
}

/** What somebody expects of the other, and what the other may expect of them: then it is about themselves. */
function useExpectations({ id }: FamilyPerson): { ofOther: View[]; ofSelf: View[] } {
	const views = useViews((view) => view.subject === "expectation" && view.personId === id);
	return {
		ofOther: views.filter(({ aboutPersonId }) => aboutPersonId !== id),
		ofSelf: views.filter(({ aboutPersonId }) => aboutPersonId === id),
	};
}

type ExpectedProps = { person: FamilyPerson; about?: string | undefined; title: string; question: string; views: View[] };

function Expected({ person, about, title, question, views }: ExpectedProps) {
	const say = useText();
	return (
		<section className="step-subject">
			<div className="step-subject-head">
				<h4 className="step-small-title">{title}</h4>
				<Say
					personId={person.id}
					subjects={["expectation"]}
					about={about}
					button={say(views.length > 0 ? "steps.add" : "steps.write-down")}
					buttonMore={title}
					question={question}
				/>
			</div>
			{views.map((view) => (
				<ViewQuote key={view.id} view={view} bare about={false} />
			))}
		</section>
	);
}

function Agreements() {
	const say = useText();
	const familyId = useFamilyId();
	const can = useCan();
	const { plan } = usePlan();
	const step = useStep("clarify");
	const write = useWriteStep("clarify");
	const agree = useFamilyWrite(agreeWithEachOther);
	const steers = can("plan.steer") && plan.state === "open";
	return (
		<Grid column="17.5rem" gap="lg">
			<TogetherText<Step>
				field="step.clarify.agreements"
				label={say("clarify.contact")}
				hint={say("clarify.work.contact-hint")}
				value={step.agreements}
				version={step.version}
				empty={say("clarify.contact-none")}
				writable={steers && step.state !== "concluded"}
				save={write("agreements")}
				textOf={({ agreements }) => agreements}
			/>
			<TogetherText<PlanHead>
				field="plan.whenItFails"
				label={say("clarify.fails")}
				hint={say("clarify.work.fails-hint")}
				value={plan.whenItFails}
				version={plan.version}
				empty={say("clarify.fails-none")}
				writable={steers}
				save={(whenItFails, version) => agree.mutateAsync({ params: { familyId }, body: { whenItFails, version } })}
				textOf={({ whenItFails }) => whenItFails}
			/>
			<Stack gap="2xs">
				<TogetherText<PlanHead>
					field="plan.writtenDown"
					label={say("clarify.written")}
					hint={say("clarify.work.written-hint")}
					value={plan.writtenDown}
					version={plan.version}
					empty={say("clarify.written-none")}
					writable={steers}
					save={(writtenDown, version) => agree.mutateAsync({ params: { familyId }, body: { writtenDown, version } })}
					textOf={({ writtenDown }) => writtenDown}
				/>
				<WhoReads />
			</Stack>
		</Grid>
	);
}

/** What is written down has readers: who may read it, and who did. */
export function WhoReads() {
	const say = useText();
	const can = useCan();
	const { viewer } = usePlan();
	const home = `/families/${useFamilyId()}`;
	return (
		<div className="sp-hint">
			<p>{say("clarify.written-who")}</p>
			<Row gap="md">
				<Link className="sp-link" to={viewer.side === "family" ? `${home}/who-may-what` : "/who-may-what"}>
					{say("access.link")}
				</Link>
				{can("who_looked.read") ? (
					<Link className="sp-link" to={`${home}/who-looked`}>
						{say("plans.home.who-looked")}
					</Link>
				) : null}
			</Row>
		</div>
	);
}
