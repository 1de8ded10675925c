import { allStatements, type Evaluation, recordCooperation, shortStatements } from "@samenplan/contract/evaluations";
import type { FamilyPerson } from "@samenplan/contract/families";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { FacePicture, faces } from "../../ui/face-picture.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Props = { evaluation: Evaluation; person: FamilyPerson; onDone: () => void };

/** How somebody without an account finds the cooperation, written down together: one statement at a time, the short form first. */
export function RecordCooperation({ evaluation, person, onDone }: Props) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(recordCooperation);
	const answered = evaluation.cooperation.filter(({ personId }) => personId === person.id).map(({ statement }) => statement);
	const inOrder = [...shortStatements, ...allStatements.filter((each) => !(shortStatements as readonly number[]).includes(each))];
	const first = inOrder.find((statement) => !answered.includes(statement)) ?? inOrder[0];
	const form = useSavingForm({
		defaultValues: { statement: String(first), score: "", text: "" },
		draft: { familyId, field: `record-cooperation.${evaluation.id}.${person.id}` },
		schema: {
			safeParse: (values) =>
				(values as { score: string }).score === "" ? { success: false, error: { issues: [{ path: ["score"] }] } } : { success: true },
		},
		save: ({ statement, score, text }) => {
			const said = allStatements.find((each) => String(each) === statement) ?? shortStatements[0];
			return write.mutateAsync({
				params: { familyId, evaluationId: evaluation.id },
				body: { personId: person.id, statement: said, score: Number(score), text },
			});
		},
		onSaved: () => {
			toast({ words: say("evaluate.record.done") });
			onDone();
		},
	});
	const name = person.givenName;
	return (
		<Form form={form} submit={say("ui.save")}>
			<p className="sp-hint">{say("evaluate.record.cooperation.hint", { name })}</p>
			<Select
				label={say("evaluate.record.cooperation.statement")}
				options={inOrder.map((statement) => ({ value: String(statement), label: say(`evaluate.statement.${statement}`) }))}
				{...form.field("statement")}
			/>
			<RadioCards
				label={say("evaluate.record.score", { name })}
				column="11rem"
				cards={[...faces].reverse().map((face) => ({
					value: String(face),
					label: say(`evaluate.face.${face}`),
					picture: <FacePicture face={face} size="2.2rem" />,
				}))}
				{...form.choice("score")}
			/>
			<TextArea label={say("evaluate.record.words", { name })} optional rows={2} {...form.field("text")} />
		</Form>
	);
}
