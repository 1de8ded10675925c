import { askHandover, type Handover } from "@samenplan/contract/handovers";
import { dayInWords } from "@samenplan/language/dates";
import { fullName, nameList } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, usePersonName, usePlan } from "../../plans/queries.ts";
import { Positions } from "../../positions/parts/positions.tsx";
import { useAgreement } from "../../positions/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Beside, Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ArrangeForm } from "./arrange-form.tsx";
import { CallOff } from "./call-off.tsx";
import { OpenTasks } from "./open-tasks.tsx";
import { Arrangement, Because, EarlierHandovers, useRunning } from "./running.tsx";

/** The coordinator's side: hand the family over to a colleague, with the talk together, and see what is open. */
export default function LeadHandover() {
	const say = useText();
	const can = useCan();
	const { plan } = usePlan();
	const { coordinator } = usePeople();
	const running = useRunning();
	const mayArrange = can("handover.arrange") && plan.state === "open";
	return (
		<Page>
			<PageTitle title={say("handover.title")} intro={say("handover.intro")} />
			<Beside aside={<OpenTasks />}>
				{coordinator ? <PersonName personId={coordinator.id} name={fullName(coordinator)} size="3rem" note={say("handover.now")} /> : null}
				{running ? <Running handover={running} mayArrange={mayArrange} /> : mayArrange ? <Begin /> : <p>{say("handover.none")}</p>}
				<EarlierHandovers />
			</Beside>
		</Page>
	);
}

function Running({ handover, mayArrange }: { handover: Handover; mayArrange: boolean }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const familyId = useFamilyId();
	const [changing, setChanging] = useState(false);
	const agreement = useAgreement()({ subject: "handover", subjectId: handover.id, subjectVersion: handover.version });
	const name = handover.toPersonId ? nameOf(handover.toPersonId) : "";
	const arranged = handover.state === "arranged";
	const change = mayArrange ? (
		<ArrangeForm
			key={handover.version}
			familyId={familyId}
			handover={handover}
			submit={say(arranged ? "handover.change.do" : "handover.arrange.do")}
			onSaved={() => {
				setChanging(false);
				toast({ words: say(arranged ? "handover.changed" : "handover.started") });
			}}
			actions={
				arranged ? (
					<Button look="quiet" onClick={() => setChanging(false)}>
						{say("ui.cancel")}
					</Button>
				) : null
			}
		/>
	) : null;
	return (
		<>
			<Section
				title={
					<Row gap="sm">
						{say(arranged ? "coach.arranged" : "handover.now.asked", { name })}
						<StateBadge tone="action">{say(term("handoverStates", handover.state))}</StateBadge>
					</Row>
				}
			>
				<Because handover={handover} />
				{arranged ? (
					<>
						<Arrangement handover={handover} />
						{handover.talkOn ? (
							<Notice>{say("handover.waits-new", { name, day: dayInWords(laterOf(handover.talkOn, today()), locale) })}</Notice>
						) : null}
					</>
				) : (
					<Notice>{say("handover.waits-lead")}</Notice>
				)}
			</Section>
			{arranged ? (
				<Section title={say("handover.answers")}>
					{agreement.disagreeing.length > 0 ? (
						<Notice kind="warning">{say("handover.disagree", { names: nameList(agreement.disagreeing.map(nameOf), locale) })}</Notice>
					) : null}
					<Positions subject="handover" subjectId={handover.id} subjectVersion={handover.version} about={say("coach.about", { name })} />
				</Section>
			) : null}
			{arranged && changing ? <Section title={say("handover.change")}>{change}</Section> : null}
			{!arranged && change ? <Disclosure title={say("handover.arrange")}>{change}</Disclosure> : null}
			{mayArrange ? (
				<Stack gap="md">
					{arranged && !changing ? (
						<div>
							<Button look="soft" size="small" onClick={() => setChanging(true)}>
								{say("handover.change")}
							</Button>
						</div>
					) : null}
					<OwnCallOff handover={handover} />
				</Stack>
			) : null}
		</>
	);
}

const laterOf = (one: string, other: string) => (one.localeCompare(other) > 0 ? one : other);

/** What somebody of the family asked for is not the coordinator's to call off. */
function OwnCallOff({ handover }: { handover: Handover }) {
	const familyId = useFamilyId();
	const { family } = usePlan();
	const asker = family.persons.find(({ id }) => id === handover.askedBy);
	if (asker?.relation === "parent" || asker?.relation === "child") return null;
	return <CallOff familyId={familyId} handoverId={handover.id} />;
}

/** Two ways to begin: with a colleague in mind, or through the team lead. */
function Begin() {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const ask = useSavingForm({
		defaultValues: { because: "" },
		draft: { familyId, field: "handover.ask" },
		save: (body) => call(askHandover, { params: { familyId }, body }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("handover.ask.done") });
		},
	});
	return (
		<>
			<Section title={say("handover.start")} intro={say("handover.start.intro")}>
				<ArrangeForm familyId={familyId} submit={say("handover.start.do")} onSaved={() => toast({ words: say("handover.started") })} />
			</Section>
			<Disclosure title={say("handover.ask.title")}>
				<Stack gap="md">
					<p>{say("handover.ask.intro")}</p>
					<Form form={ask} submit={say("handover.ask.do")} submitLook="soft">
						<TextArea label={say("handover.because")} hint={say("handover.because-hint")} rows={3} {...ask.field("because")} />
					</Form>
				</Stack>
			</Disclosure>
		</>
	);
}
