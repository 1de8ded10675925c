import { type Evaluation, scoreGoal } from "@samenplan/contract/evaluations";
import type { FamilyPerson } from "@samenplan/contract/families";
import type { WholePlan } from "@samenplan/contract/plans";
import { fullName } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FacePicture } from "../../ui/face-picture.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { type Level, levels } from "../../ui/goal-ladder.tsx";
import { Section } from "../../ui/layout.tsx";
import { PersonName } from "../../ui/person.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { scoreOf, useScorers } from "../talk.ts";
import { faceOf } from "./faces.ts";
import { RecordCooperation } from "./record-cooperation.tsx";
import "./evaluations.css";

type Goals = WholePlan["goals"];

/** Who has said how the goals go; for whoever cannot sign in, the coordinator writes it down together with them. */
export function Preparation({ evaluation, goals }: { evaluation: Evaluation; goals: Goals }) {
	const say = useText();
	const can = useCan();
	const { viewer } = usePlan();
	const people = useScorers();
	const [recording, setRecording] = useState<FamilyPerson>();
	const [asked, setAsked] = useState<FamilyPerson>();
	const here = `/families/${useFamilyId()}/steps/evaluate`;
	if (goals.length === 0) return null;
	return (
		<Section title={say("evaluate.preparation")}>
			<ul className="ev-people">
				{people.map((person) => {
					const next = goals.find((goal) => !scoreOf(evaluation, goal.id, person.id));
					return (
						<li key={person.id}>
							<PersonName personId={person.id} name={fullName(person)} note={person.role || undefined} size="2.25rem" />
							<Progress count={goals.filter((goal) => scoreOf(evaluation, goal.id, person.id)).length} total={goals.length} />
							{person.id === viewer.personId && next ? (
								<ButtonLink look="soft" size="small" to={`${here}/goals/${next.id}`}>
									{say("evaluate.preparation.mine-do")}
								</ButtonLink>
							) : !person.hasAccount && person.relation !== "coordinator" && can("evaluation.decide") ? (
								<span className="ev-people-do">
									{next ? (
										<Button look="soft" size="small" onClick={() => setRecording(person)}>
											{say("evaluate.preparation.record", { name: person.givenName })}
										</Button>
									) : null}
									<Button look="quiet" size="small" onClick={() => setAsked(person)}>
										{say("evaluate.record.cooperation", { name: person.givenName })}
									</Button>
								</span>
							) : null}
						</li>
					);
				})}
			</ul>
			<Dialog
				open={recording !== undefined}
				onClose={() => setRecording(undefined)}
				title={say("evaluate.record.title", { name: recording?.givenName ?? "" })}
				width="wide"
			>
				{recording ? <Record evaluation={evaluation} goals={goals} person={recording} onDone={() => setRecording(undefined)} /> : null}
			</Dialog>
			<Dialog
				open={asked !== undefined}
				onClose={() => setAsked(undefined)}
				title={say("evaluate.record.cooperation.title", { name: asked?.givenName ?? "" })}
				width="wide"
			>
				{asked ? <RecordCooperation evaluation={evaluation} person={asked} onDone={() => setAsked(undefined)} /> : null}
			</Dialog>
		</Section>
	);
}

function Progress({ count, total }: { count: number; total: number }) {
	const say = useText();
	if (count === total) return <StateBadge tone="positive">{say("evaluate.preparation.done")}</StateBadge>;
	if (count > 0) return <StateBadge tone="action">{say("evaluate.preparation.some", { count, total })}</StateBadge>;
	return <StateBadge tone="neutral">{say("evaluate.preparation.none")}</StateBadge>;
}

function Record({ evaluation, goals, person, onDone }: { evaluation: Evaluation; goals: Goals; person: FamilyPerson; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const open = goals.filter((goal) => !scoreOf(evaluation, goal.id, person.id));
	const form = useSavingForm({
		defaultValues: { goalId: open[0]?.id ?? "", score: "", text: "" },
		draft: { familyId, field: `record.${evaluation.id}.${person.id}` },
		schema: {
			safeParse: (values) =>
				(values as { score: string }).score === "" ? { success: false, error: { issues: [{ path: ["score"] }] } } : { success: true },
		},
		save: ({ goalId, score, text }) =>
			call(scoreGoal, {
				params: { familyId, evaluationId: evaluation.id, goalId },
				body: { personId: person.id, score: Number(score), text },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("evaluate.record.done") });
			onDone();
		},
	});
	const name = person.givenName;
	return (
		<Form form={form} submit={say("ui.save")}>
			<Select
				label={say("evaluate.record.goal")}
				options={open.map((goal) => ({ value: goal.id, label: goal.text }))}
				{...form.field("goalId")}
			/>
			<RadioCards
				label={say("evaluate.record.score", { name })}
				column="14rem"
				cards={[...levels].reverse().map((level: Level) => ({
					value: String(level),
					label: say(`ui.level.${level}`),
					picture: <FacePicture face={faceOf(level)} size="2.2rem" />,
				}))}
				{...form.choice("score")}
			/>
			<TextArea label={say("evaluate.record.words", { name })} optional {...form.field("text")} />
		</Form>
	);
}
