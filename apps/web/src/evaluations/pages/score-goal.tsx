import { type Evaluation, scoreGoal, shortStatements } from "@samenplan/contract/evaluations";
import type { WholePlan } from "@samenplan/contract/plans";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, useNavigate, useParams } from "react-router";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { FacePicture } from "../../ui/face-picture.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { type Level, levels } from "../../ui/goal-ladder.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { faceOf } from "../parts/faces.ts";
import { type Score, scoreOf, useEvaluations, useGoalsToScore } from "../talk.ts";

/** One goal on the screen: how it goes, and a few words. */
export default function ScoreGoalPage() {
	const here = `/families/${useFamilyId()}/steps/evaluate`;
	const { goalId = "" } = useParams();
	const { coming } = useEvaluations();
	const goal = useGoalsToScore().find(({ id }) => id === goalId);
	if (!coming || !goal) return <Navigate replace to={here} />;
	return <ScoreGoal key={goal.id} evaluation={coming} goal={goal} />;
}

function ScoreGoal({ evaluation, goal }: { evaluation: Evaluation; goal: WholePlan["goals"][number] }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const here = `/families/${familyId}/steps/evaluate`;
	const navigate = useNavigate();
	const queries = useQueryClient();
	const goals = useGoalsToScore();
	const { personId } = usePlan().viewer;
	const mine = scoreOf(evaluation, goal.id, personId);
	const [other, setOther] = useState<Score>();
	const number = goals.findIndex(({ id }) => id === goal.id) + 1;

	const keep = (values: { score: string; text: string }, version = mine?.version) =>
		call(scoreGoal, {
			params: { familyId, evaluationId: evaluation.id, goalId: goal.id },
			body: { score: Number(values.score), text: values.text, ...(version !== undefined && { version }) },
		});
	const goOn = async () => {
		const next =
			goals.slice(number).find(({ id }) => !scoreOf(evaluation, id, personId)) ??
			goals.find(({ id }) => id !== goal.id && !scoreOf(evaluation, id, personId));
		await queries.invalidateQueries({ queryKey: ["families", familyId] });
		const cooperationOpen = can("cooperation.answer") && !evaluation.cooperation.some((answer) => answer.personId === personId);
		navigate(next ? `${here}/goals/${next.id}` : cooperationOpen ? `${here}/cooperation/${shortStatements[0]}` : here);
	};
	const form = useSavingForm({
		defaultValues: { score: mine ? String(mine.score) : "", text: mine?.text ?? "" },
		draft: { familyId, field: `score.${evaluation.id}.${goal.id}` },
		schema: {
			safeParse: (values) =>
				(values as { score: string }).score === "" ? { success: false, error: { issues: [{ path: ["score"] }] } } : { success: true },
		},
		save: keep,
		onSaved: () => void goOn(),
		onConflict: (current) => setOther(current as Score),
	});
	return (
		<Page width="text">
			<PageTitle
				title={goal.text}
				intro={say("evaluate.step-of", { number, total: goals.length })}
				back={{ to: here, label: say("evaluate.back") }}
			/>
			<Form
				form={form}
				submit={say("evaluate.next")}
				wide
				actions={
					<ButtonLink look="quiet" to={here}>
						{say("evaluate.skip")}
					</ButtonLink>
				}
			>
				<RadioCards
					label={say("evaluate.how")}
					column="100%"
					cards={[...levels].reverse().map((level: Level) => ({
						value: String(level),
						label: say(`ui.level.${level}`),
						hint: goal.levels[level + 2] || undefined,
						picture: <FacePicture face={faceOf(level)} size="2.5rem" />,
					}))}
					{...form.choice("score")}
				/>
				<TextArea label={say("evaluate.words")} optional rows={3} {...form.field("text")} />
			</Form>
			<ConflictDialog
				open={other !== undefined}
				about={goal.text}
				mine={form.hook.getValues("text")}
				theirs={other?.text ?? ""}
				onClose={() => setOther(undefined)}
				onChoose={(text) => {
					void keep({ ...form.hook.getValues(), text }, other?.version).then(goOn);
					setOther(undefined);
				}}
			/>
		</Page>
	);
}
