import { type AnalysisPoint, addAnalysisPoint, editAnalysisPoint, removeAnalysisPoint } from "@samenplan/contract/analysis";
import { analysisBases, analysisKinds, themes } from "@samenplan/contract/steps";
import { Brain, Eye } from "lucide-react";
import { useState } from "react";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { useFamilyId, useFamilyWrite } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../../ui/written-meanwhile.tsx";
import { useTakeAway } from "../take-away.ts";
import { AgeLook } from "./age-knowledge.tsx";

type Values = {
	kind: AnalysisPoint["kind"];
	basis: AnalysisPoint["basis"];
	text: string;
	aboutPersonId: string;
	theme: string;
	version: number;
};

/** One point of the analysis: what it is about, and whether we know it or think it. */
export function PointDialog({ point, onClose }: { point: AnalysisPoint | undefined; onClose: () => void }) {
	const say = useText();
	return (
		<Dialog open onClose={onClose} title={say(point ? "strengths.work.analysis.change-title" : "strengths.work.analysis.add")}>
			<PointForm point={point} onDone={onClose} />
		</Dialog>
	);
}

function PointForm({ point, onDone }: { point: AnalysisPoint | undefined; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { family } = usePeople();
	const add = useFamilyWrite(addAnalysisPoint);
	const edit = useFamilyWrite(editAnalysisPoint);
	const takeAway = useTakeAway(removeAnalysisPoint, addAnalysisPoint);
	const [other, setOther] = useState<AnalysisPoint>();
	const form = useSavingForm<Values>({
		defaultValues: {
			kind: point?.kind ?? "nature",
			basis: point?.basis ?? "think",
			text: point?.text ?? "",
			aboutPersonId: point?.aboutPersonId ?? "",
			theme: point?.theme ?? "",
			version: point?.version ?? 1,
		},
		draft: { familyId, field: `analysis.${point?.id ?? "new"}` },
		save: ({ version, ...values }) => {
			const body = {
				...values,
				aboutPersonId: values.aboutPersonId || null,
				theme: themes.find((theme) => theme === values.theme) ?? null,
			};
			return point
				? edit.mutateAsync({ params: { familyId, analysisPointId: point.id }, body: { ...body, version } })
				: add.mutateAsync({ params: { familyId }, body });
		},
		onSaved: () => {
			toast({ words: say("ui.saved") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as AnalysisPoint);
			form.hook.setValue("version", (current as AnalysisPoint).version);
		},
	});
	const remove =
		point &&
		(() => {
			const { kind, basis, text, aboutPersonId, theme } = point;
			const body = { kind, basis, text, aboutPersonId, theme };
			void takeAway({ familyId, analysisPointId: point.id }, body, say("strengths.work.analysis.removed")).then(onDone, () => undefined);
		});
	const about = family.find(({ id }) => id === form.hook.watch("aboutPersonId"));
	return (
		<Form
			form={form}
			submit={say("ui.save")}
			actions={
				remove ? (
					<Button look="quiet" onClick={remove}>
						{say("strengths.work.analysis.remove")}
					</Button>
				) : null
			}
		>
			<WrittenMeanwhile theirs={other && [{ label: say(term("analysisBases", other.basis)), words: other.text }]} />
			<Select
				label={say("strengths.work.analysis.kind")}
				options={analysisKinds.map((kind) => ({ value: kind, label: say(term("analysisKinds", kind)) }))}
				{...form.field("kind")}
			/>
			<RadioCards
				label={say("strengths.work.analysis.basis")}
				column="12rem"
				cards={analysisBases.map((basis) => ({
					value: basis,
					label: say(term("analysisBases", basis)),
					hint: say(`strengths.work.analysis.${basis}-hint`),
					picture: basis === "know" ? <Eye /> : <Brain />,
				}))}
				{...form.choice("basis")}
			/>
			<TextArea label={say("strengths.work.analysis.text")} rows={3} {...form.field("text")} />
			<Select
				label={say("steps.about-whom")}
				emptyLabel={say("steps.about-all")}
				options={family.map(({ id, givenName }) => ({ value: id, label: givenName }))}
				{...form.field("aboutPersonId")}
			/>
			<Select
				label={say("strengths.work.analysis.theme")}
				emptyLabel={say("strengths.work.analysis.no-theme")}
				options={themes.map((theme) => ({ value: theme, label: say(term("themes", theme)) }))}
				{...form.field("theme")}
			/>
			{about?.relation === "child" ? <AgeLook child={about} /> : null}
		</Form>
	);
}
