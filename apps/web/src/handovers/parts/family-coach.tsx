import { askHandover, type Handover, withdrawHandover } from "@samenplan/contract/handovers";
import { fullName } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { GiveAnswer } from "../../positions/parts/give-answer.tsx";
import { Positions } from "../../positions/parts/positions.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Arrangement, Because, EarlierHandovers, useRunning } from "./running.tsx";

/** The family's side: who is our coach, is somebody else coming, what do I think of it, and asking for another. */
export default function FamilyCoach() {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const { plan } = usePlan();
	const { coordinator } = usePeople();
	const running = useRunning();
	return (
		<Page width="text">
			<PageTitle title={say("coach.title")} intro={say("coach.intro")} back={{ to: home, label: say("plans.to-home") }} />
			{coordinator ? (
				<PersonName
					personId={coordinator.id}
					name={fullName(coordinator)}
					size="3.4rem"
					note={say(running ? "coach.stays" : "coach.now", { name: coordinator.givenName })}
				/>
			) : null}
			{running?.state === "asked" ? <Asked handover={running} /> : null}
			{running?.state === "arranged" ? <Coming handover={running} /> : null}
			{!running && plan.state === "open" ? (
				can("handover.ask") ? (
					<AskForAnother />
				) : (
					<p className="sp-hint">{say("coach.ask.not-you")}</p>
				)
			) : null}
			<EarlierHandovers />
		</Page>
	);
}

function Asked({ handover }: { handover: Handover }) {
	const say = useText();
	return (
		<Section title={say("coach.asked")}>
			<Notice>{say("coach.asked.words")}</Notice>
			<Because handover={handover} />
			<TakeBack handover={handover} />
		</Section>
	);
}

function Coming({ handover }: { handover: Handover }) {
	const say = useText();
	const nameOf = usePersonName();
	const name = handover.toPersonId ? nameOf(handover.toPersonId) : "";
	const subject = { subject: "handover" as const, subjectId: handover.id, subjectVersion: handover.version };
	const about = say("coach.about", { name });
	return (
		<>
			<Section title={say("coach.arranged", { name })}>
				<Arrangement handover={handover} />
				<p className="sp-hint">{say("coach.what-sees", { name })}</p>
				<Because handover={handover} />
			</Section>
			<Section title={say("coach.your-answer")}>
				<GiveAnswer {...subject} about={about} />
			</Section>
			<Section title={say("coach.all-answers")}>
				<Positions {...subject} about={about} />
				<TakeBack handover={handover} />
			</Section>
		</>
	);
}

/** Only for who asked. */
function TakeBack({ handover }: { handover: Handover }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const [asking, setAsking] = useState(false);
	const withdraw = useFamilyWrite(withdrawHandover);
	if (handover.askedBy !== viewer.personId || !can("handover.ask")) return null;
	return (
		<div>
			<Button look="quiet" onClick={() => setAsking(true)}>
				{say("coach.take-back")}
			</Button>
			<ConfirmDialog
				open={asking}
				onClose={() => setAsking(false)}
				title={say("coach.take-back")}
				confirm={say("coach.take-back")}
				pending={withdraw.isPending}
				error={withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
				onConfirm={() =>
					withdraw.mutate(
						{ params: { familyId, handoverId: handover.id }, body: {} },
						{
							onSuccess: () => {
								setAsking(false);
								toast({ words: say("coach.taken-back") });
							},
						},
					)
				}
			>
				{say("coach.take-back.words")}
			</ConfirmDialog>
		</div>
	);
}

function AskForAnother() {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const [open, setOpen] = useState(false);
	const form = useSavingForm({
		defaultValues: { because: "" },
		draft: { familyId, field: "handover.ask" },
		save: (body) => call(askHandover, { params: { familyId }, body }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("coach.ask.done") });
		},
	});
	return (
		<Section title={say("coach.ask.title")} intro={say("coach.ask.intro")}>
			{open || form.restored ? (
				<Form
					form={form}
					submit={say("coach.ask.do")}
					actions={
						<Button look="quiet" onClick={() => setOpen(false)}>
							{say("ui.cancel")}
						</Button>
					}
				>
					<TextArea label={say("coach.ask.why")} hint={say("coach.ask.why-hint")} rows={4} {...form.field("because")} />
				</Form>
			) : (
				<Stack gap="sm">
					<div>
						<Button look="soft" onClick={() => setOpen(true)}>
							{say("coach.ask.open")}
						</Button>
					</div>
				</Stack>
			)}
		</Section>
	);
}
