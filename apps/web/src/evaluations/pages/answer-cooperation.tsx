import { allStatements, answerCooperation, type Evaluation, type Statement, shortStatements } from "@samenplan/contract/evaluations";
import { useQueryClient } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { FacePicture, faces } from "../../ui/face-picture.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { useEvaluations } from "../talk.ts";

/** One statement about the cooperation on the screen, with five faces; four of them, or all twelve with `?all`. */
export default function AnswerCooperationPage() {
	const can = useCan();
	const here = `/families/${useFamilyId()}/steps/evaluate`;
	const asked = useParams().statement;
	const statement = allStatements.find((one) => String(one) === asked);
	const { coming } = useEvaluations();
	if (!coming || !statement || !can("cooperation.answer")) return <Navigate replace to={here} />;
	return <AnswerCooperation key={statement} evaluation={coming} statement={statement} />;
}

function AnswerCooperation({ evaluation, statement }: { evaluation: Evaluation; statement: Statement }) {
	const say = useText();
	const familyId = useFamilyId();
	const here = `/families/${familyId}/steps/evaluate`;
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { personId } = usePlan().viewer;
	const mine = evaluation.cooperation.find((answer) => answer.personId === personId && answer.statement === statement);
	const all = useSearchParams()[0].has("all") || !(shortStatements as readonly Statement[]).includes(statement);
	const asked: readonly Statement[] = all ? allStatements : shortStatements;
	const next = asked[asked.indexOf(statement) + 1];
	const form = useSavingForm({
		defaultValues: { score: mine ? String(mine.score) : "", text: mine?.text ?? "" },
		draft: { familyId, field: `cooperation.${evaluation.id}.${statement}` },
		schema: {
			safeParse: (values) =>
				(values as { score: string }).score === "" ? { success: false, error: { issues: [{ path: ["score"] }] } } : { success: true },
		},
		save: ({ score, text }) =>
			call(answerCooperation, { params: { familyId, evaluationId: evaluation.id }, body: { statement, score: Number(score), text } }),
		onSaved: async () => {
			await queries.invalidateQueries({ queryKey: ["families", familyId] });
			navigate(next ? `${here}/cooperation/${next}${all ? "?all" : ""}` : here);
		},
	});
	return (
		<Page width="text">
			<PageTitle
				title={say("evaluate.cooperation")}
				intro={say("evaluate.step-of", { number: asked.indexOf(statement) + 1, total: asked.length })}
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
					label={say(`evaluate.statement.${statement}`)}
					column="100%"
					cards={[...faces].reverse().map((face) => ({
						value: String(face),
						label: say(`evaluate.face.${face}`),
						picture: <FacePicture face={face} size="2.5rem" />,
					}))}
					{...form.choice("score")}
				/>
				<TextArea label={say("evaluate.words")} optional rows={3} {...form.field("text")} />
			</Form>
		</Page>
	);
}
